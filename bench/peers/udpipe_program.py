"""UDPipe as a program like `varde parse`: JSON lines on standard input, CoNLL-U on standard output.

    udpipe_program.py MODEL

The last line on standard error says how many processor seconds loading took.
"""
import json
import sys
import time

import ufal.udpipe as udpipe


def main(path):
    start = time.process_time()
    model = udpipe.Model.load(path)
    if not model:
        sys.exit(f"{path}: cannot be loaded")
    print(time.process_time() - start, file=sys.stderr, flush=True)
    pipeline = udpipe.Pipeline(model, "tokenize", udpipe.Pipeline.DEFAULT,
                               udpipe.Pipeline.DEFAULT, "conllu")
    error = udpipe.ProcessingError()
    for line in sys.stdin.buffer:
        sys.stdout.write(pipeline.process(json.loads(line)["text"], error))
        if error.occurred():
            sys.exit(error.message)


if __name__ == "__main__":
    main(*sys.argv[1:])

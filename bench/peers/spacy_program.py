"""spaCy as a program like `varde parse`: JSON lines on standard input, CoNLL-U on standard output.

    spacy_program.py PACKAGE_OF_THE_MODEL

spaCy has no notion of an empty line, so it gets paragraph by paragraph, in batches. Its relations
are not UD's; they are written as they are and not scored. Entities of OntoNotes that the gold does
not know are left out; facilities are places, and the article of a name is no part of it. The last
line on standard error says how many processor seconds loading took.
"""
import importlib
import json
import sys
import time

NAMES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def name_of(token):
    label = NAMES.get(token.ent_type_)
    if not label or is_article(token):
        return "O"
    first = token.ent_iob_ == "B" or (token.i and is_article(token.nbor(-1)))
    return f"{'B' if first else 'I'}-{label}"


def is_article(token):
    """OntoNotes begins names with their article, the gold behind it."""
    return token.ent_iob_ == "B" and token.lower_ == "the"


def write(sentence, out):
    tokens = [token for token in sentence if not token.is_space]
    number = {token.i: n for n, token in enumerate(tokens, 1)}
    for n, token in enumerate(tokens, 1):
        # A head that is white space is left out with it.
        head = number.get(token.head.i, 0) if token.head.i != token.i else 0
        misc = ("" if token.whitespace_ else "SpaceAfter=No|") + "name=" + name_of(token)
        out.write(f"{n}\t{token.text}\t{token.lemma_ or '_'}\t{token.pos_}\t{token.tag_}\t"
                  f"{token.morph or '_'}\t{head}\t{token.dep_}\t_\t{misc}\n")
    if tokens:
        out.write("\n")


def paragraphs():
    for line in sys.stdin.buffer:
        yield from json.loads(line)["text"].split("\n\n")


def main(package):
    start = time.process_time()
    pipeline = importlib.import_module(package).load()
    print(time.process_time() - start, file=sys.stderr, flush=True)
    for document in pipeline.pipe(paragraphs(), batch_size=64):
        for sentence in document.sents:
            write(sentence, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])

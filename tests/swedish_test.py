#!/usr/bin/python3
"""A language is a folder of data: codes Swedish with the small pack in swedish/lang/sv.

The pack serves no user; it shows that a language needs no change of the program. For want of a
Swedish model the pack names Bokmål's. What that cannot read (it tags "att", "inte" and "till" as
foreign words) is not asked for here.
"""
import datetime
import json
import pathlib
import sys
import tempfile
import tomllib

from support import ROOT, json_lines, run

PACK = ROOT / "tests" / "swedish" / "lang" / "sv"
FEWEST_ENTRIES = 150
PLOVER_TYPES = 16
PUBLISHED = "2024-03-14"  # a Thursday
RECORDS = ("events", "tolls", "ceasefires", "talks", "resolutions", "control")

# None of it happened.
WIRE = """\
Våldet i Etiopien fortsätter

ADDIS ABEBA (TT): Eritreanskt artilleri besköt på tisdagen staden Adigrat i Etiopien. Minst tolv \
personer dödades i attacken mot Adigrat. 30 personer skadades, uppger läkare på sjukhuset.

Etiopiens premiärminister Abiy Ahmed anklagar Eritrea för attacken. Eritreas president Isaias \
Afwerki förnekar att Eritrea bombat staden.

Turkiet har föreslagit en vapenvila på 30 dagar. Eritrea avvisar förslaget.

Etiopiens utrikesminister träffar Eritreas utrikesminister i Genève på fredag.

EU har infört sanktioner mot Eritrea. USA hotar med sanktioner mot Eritrea. Sverige ska skicka \
vapen till Etiopien.

Hundratals demonstranter demonstrerade på onsdagen i Asmara mot regeringen. Polisen grep 40 \
demonstranter.
"""
SPORT = """\
Sverige besegrade Finland i ishockey

Sverige besegrade Finland med 4–2 i VM i Prag på söndagen. Forwarden sköt matchens första mål och \
målvakten räddade 31 skott. Finland attackerade i tredje perioden, men lagets anfall stoppades av \
svenska backar. En finländsk back skadades i en tackling och domaren visade ut en svensk spelare. På \
tisdag möter Sverige laget från Kanada i en ny match.
"""

# type, mode, status, countries of actor and recipient ("*": any), first day ("*": any)
EVENTS = [
    ("ASSAULT", "heavy-weapons", "actual", "ERI", "ETH", "2024-03-12"),
    ("ASSAULT", "", "actual", "", "ETH", "*"),          # those killed, nobody named
    ("ACCUSE", "allege", "actual", "ETH", "ERI", "*"),
    ("ASSAULT", "aerial", "negated", "ERI", "ETH", "*"),
    ("REQUEST", "yield", "actual", "TUR", "*", "*"),    # of both sides; the text does not say
    ("REJECT", "", "actual", "ERI", "*", "*"),
    ("CONSULT", "", "future", "ERI ETH", "", "2024-03-15"),
    ("SANCTION", "", "actual", "EUR", "ERI", "*"),
    ("THREATEN", "restrict", "actual", "USA", "ERI", "*"),
    ("AID", "", "future", "SWE", "ETH", "*"),
    ("PROTEST", "demo", "actual", "ERI", "ERI", "2024-03-13"),
    ("COERCE", "arrest", "actual", "ERI", "ERI", "*"),
]
TOLLS = [("killed", 12, None, "Adigrat"), ("wounded", 30, 30, "Adigrat"),
         ("detained", 40, 40, "Asmara")]


def assemble(folder):
    """A data folder with nb, whose model the pack names, for company."""
    (folder / "lang").mkdir(parents=True)
    for name in ("codebook", "kb", "lang/nb", "lang/identification"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "lang" / "sv").symlink_to(PACK)


def lexicon_types():
    """The PLOVER types that the pack's lexicon can code, and the number of its entries."""
    with open(ROOT / "codebook" / "frames.toml", "rb") as file:
        type_of = {frame["id"]: frame["type"] for frame in tomllib.load(file)["frame"]}
    lines = [line.split("\t") for path in sorted((PACK / "lexicon").glob("*.tsv"))
             for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return {type_of[cells[2].strip()] for cells in lines} - {""}, len(lines)


def code(folder, text, *options):
    document = {"id": "sv", "published": PUBLISHED, "text": text}
    done = run("code", "--data", folder, *options, "-", stdin=json_lines([document]))
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def countries(actors):
    return " ".join(sorted({actor["country"] for actor in actors if actor["country"]}))


def begin(record):
    return record["date"]["begin"] if record["date"] else ""


def place(record):
    return record["place"]["name"] if record["place"] else ""


def is_event(expected, event):
    found = (event["type"], " ".join(event["mode"]), event["status"], countries(event["actor"]),
             countries(event["recipient"]), begin(event))
    return all(wanted in ("*", got) for wanted, got in zip(expected, found))


def checks(wire, sport):
    """(what, whether it holds) for each fact."""
    for expected in EVENTS:
        yield f"event {expected}", any(is_event(expected, event) for event in wire["events"])
    types = {expected[0] for expected in EVENTS}
    yield "no event of another type", {event["type"] for event in wire["events"]} <= types
    tolls = [(toll["kind"], toll["low"], toll["high"], place(toll)) for toll in wire["tolls"]]
    for expected in TOLLS:
        yield f"toll {expected}", expected in tolls
    yield "no other toll", len(tolls) == len(TOLLS)
    yield "one ceasefire: Turkey proposed 30 days, Eritrea rejected them", [
        (ceasefire["state"], countries(ceasefire["proposed_by"]), countries(ceasefire["rejected_by"]),
         countries(ceasefire["parties"]), ceasefire["duration_hours"])
        for ceasefire in wire["ceasefires"]] == [("rejected", "TUR", "ERI", "ERI ETH", 30 * 24)]
    friday = datetime.date.fromisoformat(PUBLISHED) + datetime.timedelta(days=1)
    yield "one round of talks: Ethiopia and Eritrea in Genève on Friday", [
        (talks["state"], place(talks), begin(talks), countries(talks["participants"]))
        for talks in wire["talks"]] == [("planned", "Genève", str(friday), "ERI ETH")]
    offices = {entity["office"] for entity in wire["entities"] if entity["office"]}
    yield "offices", {"prime minister", "president", "foreign minister"} <= offices
    for kind in RECORDS:
        yield f"sport has no {kind}", sport[kind] == []


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        assemble(folder)
        linted = run("lint", "--data", folder)
        types, entries = lexicon_types()
        wire = code(folder, WIRE, "--language", "sv")
        results = [
            ("lint finds no mistake in the pack", "/sv/" not in linted.stderr),
            (f"lint counts {entries} entries, at least {FEWEST_ENTRIES}",
             entries >= FEWEST_ENTRIES and f"sv: {entries} lexicon entries" in linted.stdout),
            (f"entries for all {PLOVER_TYPES} types", len(types) == PLOVER_TYPES),
            ("the language is detected", code(folder, WIRE)["language"] == "sv"),
            *checks(wire, code(folder, SPORT, "--language", "sv"))]
    for what, holds in results:
        print(("found   " if holds else "MISSING ") + what)
    return 0 if all(holds for _, holds in results) else 1


if __name__ == "__main__":
    sys.exit(main())

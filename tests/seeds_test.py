#!/usr/bin/python3
"""What the coder must find in the two reports that the project began with, when they lie beside the
checkout (shared/gold/seeds, or seeds/ in the folder that VARDE_GOLD names)."""
import json
import os
import pathlib
import sys

from support import ROOT, run

SKIPPED = 77


def countries(actors):
    return {actor["country"] for actor in actors}


def names(actors):
    return " ".join(actor["name"] for actor in actors)


def checks(truce, veto):
    """(what, whether it holds) for each fact."""
    yield "the veto of Russia and China", any(
        event["type"] == "REJECT" and countries(event["actor"]) == {"RUS", "CHN"}
        for event in veto["events"])
    yield "the meeting ahead in Lausanne on 15 October 2016", any(
        event["type"] == "CONSULT" and event["status"] == "future"
        and event["place"] and event["place"]["name"] == "Lausanne"
        and event["date"] and event["date"]["begin"] == event["date"]["end"] == "2016-10-15"
        and "Lavrov" in names(event["actor"]) and "Kerry" in names(event["actor"])
        for event in truce["events"])
    for low, high, source in ((15, None, "aktivister"), (7, 7, "SOHR")):
        yield f"{low} killed by the count of {source}", any(
            toll["kind"] == "killed" and (toll["low"], toll["high"]) == (low, high)
            and source in names(toll["according_to"])
            for toll in truce["tolls"])
    yield "Russia's offer of 24 hours", any(
        ceasefire["duration_hours"] == 24 and "RUS" in countries(ceasefire["proposed_by"])
        for ceasefire in veto["ceasefires"])
    yield "Nusra as the former name of Jabhat Fateh al-Sham", any(
        entity["name"] == "Jabhat Fateh al-Sham" and any("Nusra" in alias for alias in entity["aliases"])
        for entity in veto["entities"])


def main():
    seeds = pathlib.Path(os.environ.get("VARDE_GOLD", ROOT.parent / "shared" / "gold")) / "seeds"
    if not seeds.is_dir():
        print(f"skipped: no reports in {seeds}")
        return SKIPPED
    done = run("code", "--format", "jsonl", seeds)
    if done.returncode != 0:
        print(done.stderr)
        return 1
    coded = {document["id"]: document for document in map(json.loads, done.stdout.splitlines())}
    failed = False
    for what, holds in checks(coded["seed-000"], coded["seed-003"]):
        print(("found   " if holds else "MISSING ") + what)
        failed = failed or not holds
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

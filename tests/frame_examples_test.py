#!/usr/bin/python3
"""Codes the example sentences of every pack (lang/<code>/examples.tsv) and compares.

Each line states one sentence, the frame that it is an example of, and what must be coded of it:
type and status of an event and the countries of its actors and recipients ("-": none, "*": any).
Frames that only feed a record have the kind of that record for a type. A sentence of the frame
"none" must not be coded at all. Every frame of the codebook has examples in every language.

    frame_examples_test.py [LANGUAGE …]     default: all packs; prints each sentence that fails
"""
import json
import sys
import tempfile
import tomllib

from support import ROOT, run

PUBLISHED = "2021-05-14"  # a Friday
RECORDS = ("ceasefires", "talks", "resolutions", "control")


def frames():
    with open(ROOT / "codebook" / "frames.toml", "rb") as file:
        return {frame["id"] for frame in tomllib.load(file)["frame"]}


def examples(language):
    path = ROOT / "lang" / language / "examples.tsv"
    with open(path, encoding="utf-8", newline="") as file:
        lines = [(number, line.rstrip("\n")) for number, line in enumerate(file, 1)
                 if line.strip() and not line.startswith("#")]
    header = lines[0][1].split("\t")
    found = []
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            raise SystemExit(f"{path}:{number}: {len(cells)} columns instead of {len(header)}")
        found.append({"id": f"{language}:{number}", **dict(zip(header, cells))})
    return found


def code(language, rows):
    lines = "".join(json.dumps({"id": row["id"], "language": language, "published": PUBLISHED,
                                "text": row["sentence"]}, ensure_ascii=False) + "\n" for row in rows)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(lines)
        file.flush()
        done = run("code", file.name)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return {doc["id"]: doc for doc in map(json.loads, done.stdout.splitlines())}


def countries(actors):
    return " ".join(sorted({a["country"] or ":" + "/".join(a["sector"]) for a in actors})) or "-"


def agrees(expected, actors):
    return expected == "*" or " ".join(sorted(expected.split())) == countries(actors)


def is_coded(row, doc):
    if row["frame"] == "none":
        return not doc["events"]
    if row["type"] in RECORDS:
        return bool(doc[row["type"]])
    return any(event["type"] == row["type"] and row["status"] in ("*", event["status"])
               and agrees(row["actor"], event["actor"])
               and agrees(row["recipient"], event["recipient"]) for event in doc["events"])


def shown(doc):
    events = [f"{e['type']} {e['status']} {countries(e['actor'])} > {countries(e['recipient'])}"
              f" [{e['rule']}]" for e in doc["events"]]
    return "; ".join(events + [kind for kind in RECORDS if doc[kind]]) or "nothing"


def main(languages):
    known, failed = frames(), 0
    for language in languages:
        rows = examples(language)
        for frame in sorted(known - {row["frame"] for row in rows}):
            print(f"{language}: no example of the frame {frame}")
            failed += 1
        documents = code(language, rows)
        wrong = [row for row in rows if row["frame"] not in known or not is_coded(row, documents[row["id"]])]
        for row in wrong:
            print(f"{row['id']} {row['frame']}: {row['type']} {row['status']} {row['actor']} > "
                  f"{row['recipient']} | {row['sentence']}\n    coded: {shown(documents[row['id']])}")
        print(f"{language}: {len(rows) - len(wrong)} of {len(rows)} sentences are coded as stated")
        failed += len(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    packs = sorted(path.parent.name for path in (ROOT / "lang").glob("*/pack.toml"))
    sys.exit(main(sys.argv[1:] or packs))

#!/usr/bin/python3
"""Codes copy that holds no event at all - sport, markets, weather, culture, opinion - written for
this test, full of words of war and diplomacy, and counts what is coded of it all the same.

distractors/<language>.txt holds the articles: a headline, an empty line, then one sentence a line;
a line `---` stands between two. Every event that is coded is printed with its sentence.

    distractors_test.py [LANGUAGE …]     default: all; the bars hold for all together
"""
import collections
import json
import sys
import tempfile

from support import ROOT, json_lines, run

PUBLISHED = "2021-05-14"
FEWEST_SENTENCES = 1000
MOST_EVENTS = 15


def articles(path):
    """The articles of a file: headline and sentences of each."""
    found = []
    for part in path.read_text(encoding="utf-8").split("\n---\n"):
        lines = part.strip("\n").split("\n")
        if len(lines) < 3 or lines[1] or not all(lines[2:]):
            raise SystemExit(f"{path}: not headline, empty line, sentences: {lines[0]}")
        found.append((lines[0], lines[2:]))
    return found


def main(languages):
    files = sorted((ROOT / "tests" / "distractors").glob("*.txt"))
    documents, sentences = [], collections.Counter()
    for path in files:
        if languages and path.stem not in languages:
            continue
        for number, (headline, lines) in enumerate(articles(path), 1):
            sentences[path.stem] += len(lines)
            documents.append({"id": f"{path.stem}-{number:02}", "language": path.stem,
                              "published": PUBLISHED,
                              "text": headline + "\n\n" + "\n".join(lines)})
    with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as file:
        file.write(json_lines(documents))
        file.flush()
        done = run("code", file.name)
    if done.returncode != 0:
        print(done.stderr)
        return 1

    texts = {each["id"]: each["text"] for each in documents}
    events = collections.Counter()
    for line in done.stdout.splitlines():
        coded = json.loads(line)
        text = texts[coded["id"]]
        for event in coded["events"]:
            events[coded["language"]] += 1
            at = event["trigger"]["begin"]
            sentence = text[text.rfind("\n", 0, at) + 1:].split("\n", 1)[0]
            word = text[at:event["trigger"]["end"]]
            print(f"{coded['id']}  {event['type']}  {event['rule']}  [{word}]\n    {sentence}")
    for language, count in sorted(sentences.items()):
        print(f"{language}: {count} sentences, {events[language]} events")
    print(f"in all: {sentences.total()} sentences, {events.total()} events")
    if events.total() > MOST_EVENTS:
        print(f"more than {MOST_EVENTS} events")
        return 1
    if not languages and sentences.total() < FEWEST_SENTENCES:
        print(f"fewer than {FEWEST_SENTENCES} sentences")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

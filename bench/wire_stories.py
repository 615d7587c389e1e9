#!/usr/bin/python3
"""Writes invented wire stories as JSON Lines, to measure a store of coded documents at any size.

    bench/wire_stories.py COUNT [--seed N] [--start 2004-01-01] [--per-day 25] [--copies 0.05]

Nothing in them happened, though countries, towns and armed groups are those of kb/. A happening is drawn first:
where, when, who, how many were really killed. One to four stories then report it, on the day and the days after,
by different publishers, in Bokmål, Nynorsk or English, with differing figures; ceasefires and talks run on over
weeks. Some stories are near copies of an earlier one. More stories cover more days, each as dense as the others.

The same options write the same bytes, and fewer stories are the beginning of more. Ids tell the truth behind the
stories: h42-3 is the third report of happening 42, h42-3-copy1 a near copy of it. The sentences are in
bench/wire_stories/, see the README.md there.
"""
import argparse
import collections
import datetime
import json
import pathlib
import random
import sys

sys.dont_write_bytecode = True
WORDS = pathlib.Path(__file__).resolve().with_suffix("")
ROOT = WORDS.parent.parent
sys.path.insert(0, str(WORDS))
from voice import Story, Voice, rows  # noqa: E402

LANGUAGES = ("nb", "nb", "en", "en", "nn")  # as often as they stand here
COPIED_WITHIN = 2  # days, or "on Monday" would be another Monday


class Dice(random.Random):
    def pick(self, choices):
        return choices[int(self.random() * len(choices))]

    def between(self, low, high):
        return low + int(self.random() * (high - low + 1))


class World:
    """What is the same in all languages: countries, their towns and armed groups, names of persons."""

    def __init__(self, dice):
        self.dice = dice
        self.happenings = [*json.loads((WORDS / "happenings.json").read_text(encoding="utf-8")).values()]
        self.countries = {row["code"]: row for row in rows(WORDS / "countries.tsv")}
        self.names = {row["region"]: (row["given"].split("|"), row["surnames"].split("|"))
                      for row in rows(WORDS / "names.tsv")}
        self.neighbours = {row["code"]: row["neighbours"].split("|") for row in rows(ROOT / "kb" / "countries.tsv")}
        self.towns, self.groups = collections.defaultdict(list), collections.defaultdict(list)
        for row in sorted(rows(ROOT / "kb" / "places.tsv"), key=lambda row: -int(row["population"] or 0)):
            towns = self.towns[row["country"]]
            if row["kind"] == "city" and len(towns) < 40 and row["name"].replace(" ", "").replace("-", "").isalpha():
                towns.append(row)
        for row in rows(ROOT / "kb" / "actors.tsv"):
            if row["type"] == "armed_group" and row["sector"] == "REB" and "(" not in row["name"]:
                self.groups[row["country"]].append(row)

    def person(self, country):
        return " ".join(map(self.dice.pick, self.names[self.countries[country]["region"]]))

    def of_role(self, role, *others):
        """Some country that plays this role, other than these."""
        return self.dice.pick([code for code, row in self.countries.items()
                               if role in row["roles"].split("|") and code not in others])

    def group(self, country, day):
        """An armed group that existed then, or the number of an invented one."""
        active = [row for row in self.groups[country] if row["from"] <= str(day) <= (row["to"] or "9")]
        return self.dice.pick(active) if active and self.dice.random() < 0.8 else self.dice.between(0, 4)

    def facts(self, day):
        """What is true of a happening, whoever reports it."""
        dice = self.dice
        targets, of_army, victims, offices, _ = self.happenings
        country, means = self.of_role("conflict"), dice.pick(list(targets))
        target, fate = dice.pick(targets[means]), dice.pick(("adopted", "adopted", "vetoed"))
        power, veto = self.of_role("power", country), self.of_role("veto", country)
        mediator = self.of_role("mediator", country)
        abstained, against = dice.between(2, 4), dice.pick((0, 2)) if fate == "adopted" else 2
        return {
            "began": day, "country": country, "place": dice.pick(self.towns[country]),
            "group": self.group(country, day), "neighbour": dice.pick(self.neighbours[country]) or mediator,
            "mediator": mediator, "power": power, "power2": self.of_role("power", country, power),
            "veto": veto, "sponsor": self.of_role("power", country, veto), "fate": fate,
            "favour": 15 - against - abstained, "against": against, "abstained": abstained,
            "official": self.person(country), "office": dice.pick(offices),
            "rebel": self.person(country), "diplomat": self.person("USA"),
            "means": means, "target": target, "victims": victims.get(target, "civilians"),
            "side": "army" if means in of_army else "rebels",
            "true": int(dice.lognormvariate(2.3, 0.8)) + 3, "days": dice.between(3, 30),
            "crowd": dice.between(3, 200) * 100, "arrested": dice.between(4, 90)}


def happening(world, number, day):
    """The reports of a happening: of each the day on which it is due, and what it is to tell."""
    facts, dice, reports, following = world.facts(day), world.dice, [], day
    courses = world.happenings[-1]
    for kind, fewest, most in dice.choices(courses, [course[0] for course in courses])[0][1:]:
        day = following if kind == "talks" else day + datetime.timedelta(dice.between(fewest, most))
        following = day + datetime.timedelta(dice.between(3, 8))
        for letter in dice.sample("ABCDEFGH", dice.pick((1, 1, 2, 2, 3, 4))):
            killed = max(2, facts["true"] + dice.between(-facts["true"] // 4, facts["true"] // 3))
            killed2 = killed + dice.between(1, 2 + killed // 2) * dice.pick((-1, 1) if killed > 6 else (1,))
            reports.append((day + datetime.timedelta(dice.pick((0, 0, 1, 2))), {
                **facts, "id": f"h{number}-{len(reports) + 1}", "kind": kind, "letter": letter, "day": day,
                "next": following, "killed": killed, "killed2": killed2, "wounded": dice.between(2, 3 * killed + 4)}))
    return reports


def report(voice, facts, today):
    story = Story(voice, facts, today)
    return {"id": facts["id"], "language": voice.language, "published": str(today),
            "publisher": voice.publisher(facts["letter"]),
            "title": story.expand("title." + facts["kind"]), "text": story.text(facts["kind"])}


def near_copy(voice, original, number, today, dice):
    """The story again from another publisher, with about one word in sixty exchanged for another."""
    words = original["text"].split(" ")
    known = [at for at, word in enumerate(words) if word in voice.swaps]
    for at in dice.sample(known, min(len(known), max(1, len(words) // 60))):
        words[at] = voice.swaps[words[at]]
    others = [letter for letter in "ABCDEFGH" if voice.publisher(letter) != original["publisher"]]
    return {**original, "id": f"{original['id']}-copy{number}", "published": str(today),
            "publisher": voice.publisher(dice.pick(others)), "text": " ".join(words)}


def stories(seed, day, per_day, copies):
    """Stories without end, in the order in which they are published."""
    dice = Dice(seed)
    world = World(dice)
    voices = {language: Voice(language, world) for language in LANGUAGES}
    due, happened = collections.defaultdict(list), 0
    recent = collections.deque(maxlen=COPIED_WITHIN * per_day)
    while True:
        for _ in range(per_day):
            if recent and dice.random() < copies:
                copied = dice.pick(recent)
                copied["copies"] += 1
                story = copied["story"]
                yield near_copy(voices[story["language"]], story, copied["copies"], day, dice)
                continue
            while not due[day]:
                happened += 1
                for date, facts in happening(world, happened, day):
                    due[date].append(facts)
            story = report(voices[dice.pick(LANGUAGES)], due[day].pop(0), day)
            recent.append({"story": story, "copies": 0})
            yield story
        late = due.pop(day, [])
        day += datetime.timedelta(1)
        due[day] = late + due[day]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, metavar="COUNT", help="how many stories")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=datetime.date.fromisoformat, default=datetime.date(2004, 1, 1),
                        help="first day")
    parser.add_argument("--per-day", type=int, default=25, help="stories a day")
    parser.add_argument("--copies", type=float, default=0.05, help="share of near copies")
    options = parser.parse_args()
    endless = stories(options.seed, options.start, max(1, options.per_day), options.copies)
    sys.stdout.reconfigure(encoding="utf-8")
    for _, story in zip(range(options.count), endless):
        print(json.dumps(story, ensure_ascii=False))


if __name__ == "__main__":
    main()

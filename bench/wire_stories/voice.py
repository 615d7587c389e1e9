"""For bench/wire_stories.py: how one language tells of a happening, by the sentences of this folder."""
import collections
import itertools
import pathlib
import re

WORDS = pathlib.Path(__file__).resolve().parent
ROOT = WORDS.parent.parent
WEEKDAY_WITHIN = 4  # days; what is further away is written with its date
NAMED = re.compile(r"(Front|Army|Movement|Council|Union|Alliance|Forces?|Party|[Nn]etwork|[Gg]roup|Brigades?|Falcons"
                   r"|Tigers|Courts|militia)$|\b(of|for)\b")  # armed groups that English gives an article
TOKEN = re.compile(r"[\[\]|]|\{[^}]*\}|[^\[\]|{}]+")
UNTIDY = re.compile(r",(?=[.,;:])|(?<= ) ")


def rows(path):
    """The rows of one of the project's tables as dictionaries."""
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return [dict(itertools.zip_longest(lines[0], line, fillvalue="")) for line in lines[1:]]


def parse(tokens):
    """The choices up to the next "]". Each is a list of text, ("|", choices), ("#", low, high) and ("=", rule, key,
    capital)."""
    choices = [[]]
    for token in tokens:
        if token == "]":
            break
        if token == "|":
            choices.append([])
        elif token == "[":
            choices[-1].append(("|", parse(tokens)))
        elif token[0] == "{" and ".." in token:
            choices[-1].append(("#", *map(int, token[1:-1].split(".."))))
        elif token[0] == "{":
            name, _, key = token[1:-1].partition(":")
            choices[-1].append(("=", name if name.isupper() else name.lower(), key, name[0].isupper()))
        else:
            choices[-1].append(token)
    return choices


class Voice:
    """One language: its sentences, its names for things, how it writes numbers and days."""

    def __init__(self, language, world):
        self.language, self.world = language, world
        self.rules, self.plain, self.swaps = collections.defaultdict(list), collections.defaultdict(list), {}
        for line in (WORDS / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
            name, _, text = line.partition("\t")
            if name == "swap":
                self.swaps.update([text.split("=")])
            elif name.startswith(("words.", "pattern.", "invented")):
                self.plain[name].append(text)
            elif text and not line.startswith("#"):
                self.rules[name] += parse(iter(TOKEN.findall(text)))
        self.numbers, self.months, self.weekdays, self.parts, self.genitives, self.thousands = (
            self.plain["words." + name][0].split() for name in (
                "numbers", "months", "weekdays", "parts", "genitive", "thousands"))
        folder = ROOT / "lang" / language
        self.countries = {row["code"]: row for row in rows(folder / "countries.tsv")}
        self.groups = {row["id"]: row["names"].split("|")[0] for row in rows(folder / "actors.tsv")}
        towns = rows(folder / "places.tsv") if (folder / "places.tsv").exists() else []
        self.towns = {row["geonames"]: row["name"] for row in reversed(towns)}

    def number(self, number):
        if number < len(self.numbers):
            return self.numbers[number]
        if number >= 200:
            number = round(number, -2 if number >= 1000 else -1)
        fewest, mark = self.thousands
        return f"{number:,}".replace(",", mark if number >= 10 ** (int(fewest) - 1) else "").replace("_", " ")

    def day(self, day, today):
        if abs((today - day).days) > WEEKDAY_WITHIN:
            return self.plain["pattern.far"][0].format(day=day.day, month=self.months[day.month - 1])
        part = " " + self.world.dice.pick(self.parts) if self.world.dice.random() < 0.3 else ""
        return self.plain["pattern.near"][0].format(weekday=self.weekdays[day.weekday()]) + part

    def country(self, code):
        known = self.world.countries.get(code, {})
        article = known.get("article", "") if self.language == "en" else ""
        return f"{article} {self.countries[code]['names'].split('|')[0]}".strip()

    def publisher(self, letter):
        return self.plain["pattern.publisher"][0].format(letter=letter)

    def town(self, town):
        return self.towns.get(town["geonames"], town["name"])

    def group(self, group, place, day):
        if isinstance(group, int):
            return self.plain["invented"][group].format(place=place, month=self.months[day.month - 1])
        return group["name"] if self.language == "en" else self.groups.get(group["id"], group["name"])

    def values(self, facts, today):
        """What the slots of the sentences stand for: words, or a function that draws them anew each time."""
        world, dice, home = self.world, self.world.dice, facts["country"]
        values = {name: self.number(value) if isinstance(value, int) else value for name, value in facts.items()}
        for role in ("country", "power", "power2", "veto", "sponsor", "mediator", "neighbour"):
            values[role] = name = self.country(facts[role])
            values[role + "s"] = name + self.genitives[name[-1] in "sxz"]
        place, others = self.town(facts["place"]), [town for town in world.towns[home] if town != facts["place"]]
        group = self.group(facts["group"], place, facts["began"])
        values.update({
            "adj": self.countries[home]["adjectives"].split("|")[0] + ("" if self.language == "en" else "e"),
            "in_country": f"{world.countries[home]['preposition']} {values['country']}",
            "capital": self.countries[home]["capitals"].split("|")[0], "place": place, "group": group,
            "thegroup": "the " + group if self.language == "en" and NAMED.search(group) else group,
            "host": self.countries[facts["mediator"]]["capitals"].split("|")[0],
            "when": self.day(facts["day"], today), "when_plan": self.day(facts["next"], today),
            "other": lambda: self.town(dice.pick(others)), "person": lambda: world.person(home),
            "month": lambda: dice.pick(self.months), "year": lambda: str(today.year - dice.between(1, 8)),
            "official_last": facts["official"].split(" ")[-1]})
        values["DATELINE"] = dice.pick((place, values["capital"])).upper()
        return values


class Story:
    """One report being written."""

    def __init__(self, voice, facts, today):
        self.voice, self.dice = voice, voice.world.dice
        self.values, self.used = voice.values(facts, today), set()

    def expand(self, rule):
        """The words of a rule: if it can be, by a sentence that this story has not used yet."""
        choices = self.voice.rules[rule]
        if not choices:
            raise KeyError(f"{self.voice.language}.tsv lacks the rule {rule}")
        for _ in range(4):
            parts = self.dice.pick(choices)
            if id(parts) not in self.used:
                break
        self.used.add(id(parts))
        return self.write(parts)

    def write(self, parts):
        return "".join([part if type(part) is str else self.fill(part) for part in parts])

    def fill(self, part):
        if part[0] == "|":
            return self.write(self.dice.pick(part[1]))
        if part[0] == "#":
            return self.voice.number(self.dice.between(part[1], part[2]))
        _, name, key, capital = part
        value = self.expand(f"{name}.{self.values[key]}") if key else self.values.get(name) or self.expand(name)
        if callable(value):
            value = value()
        return value[:1].upper() + value[1:] if capital else value

    def text(self, kind):
        paragraphs = f"{self.expand('dateline')} {self.expand(kind)}".split(" ¶ ")
        words = self.dice.between(75, 170)
        rules = ["affair", "more." + kind, "affair", "affair", "affair", *["more"] * 20]
        while sum(paragraph.count(" ") for paragraph in paragraphs) < words:
            sentence = self.expand(rules.pop(self.dice.between(0, 1)))
            if len(paragraphs) < 5 and self.dice.random() < 0.5:
                paragraphs.append(sentence)
            else:
                paragraphs[-1] += " " + sentence
        return UNTIDY.sub("", "\n\n".join(paragraphs))

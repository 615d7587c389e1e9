"""Names for a treebank that has none, from what other treebanks and the pack know.

Distant supervision, made to be right rather than complete: a run of proper nouns
(gold UPOS, with capitalised words beside them: "United" States) becomes a name, or O,
where the dictionary or the name lists say so or a known first name stands before a surname; any other
run stays unannotated, as do the words beside it; all other words are O. The dictionary is the named
spans of annotated training treebanks, of any language, and the country and capital names of the
language pack; the name lists are those that the network sees as features.
"""

from collections import Counter

from .features import LIST_KINDS, folded, normalise
from .scores import spans

MAJORITY = 0.8
PLACES, PERSONS = {"country", "town", "place"}, {"given", "surname", "person"}
_KEPT = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "GPE", "GPE_LOC": "GPE", "GPE_ORG": "GPE"}


def country_names(path):
    """Names and capitals of countries.tsv: separated by |, one country a line."""
    found = set()
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    header = rows[0]
    for row in rows[1:]:
        for column in ("names", "capitals"):
            at = header.index(column)
            found.update(n for n in (row[at] if at < len(row) else "").split("|") if n)
    return found


class Dictionary:
    """What is known of names: whole names, first names, surnames, titles."""

    def __init__(self, annotated, countries, lists):
        self.lists = lists
        self.types, self.first, self.last, self.titles = {}, Counter(), Counter(), Counter()
        self.common = {f for s in annotated for f in s.forms if f.islower()}
        for sentence in annotated:
            if all(n is not None for n in sentence.names):
                self._learn(sentence)
        for name in countries:
            self.types[name] = Counter({"GPE": 1000})

    def _learn(self, sentence):
        inside = set()
        for first, last, kind in spans(sentence.names):
            inside.update(range(first, last))
            name = " ".join(sentence.forms[first:last])
            if kind in _KEPT and name[:1].isupper():
                self.types.setdefault(name, Counter())[_KEPT[kind]] += 1
            if kind == "PER" and last - first > 1:
                self.first[sentence.forms[first]] += 1
                self.last[sentence.forms[last - 1]] += 1
        for i in range(len(sentence) - 1):
            if (i not in inside and sentence.upos[i] == "PROPN"
                    and sentence.names[i + 1] == "B-PER"):
                self.titles[sentence.forms[i]] += 1
            if i not in inside and sentence.upos[i] == "PROPN":  # Friday, May, Bible
                self.types.setdefault(sentence.forms[i], Counter())["O"] += 1

    def type_of(self, name):
        counts = self.types.get(name)
        if counts:
            kind, count = counts.most_common(1)[0]
            return kind if count >= MAJORITY * sum(counts.values()) else None
        words = name.split(" ")
        if len(words) > 1:
            return "PER" if self._is_person(words) else None
        return "PER" if self.last[name] >= 2 else self._type_in_lists(name)

    def _is_common(self, word):
        return word.lower() in self.common

    def _kinds(self, word):
        """Of the whole word, and of names that it is part of."""
        bits = self.lists.kinds(folded(normalise(word)))
        kinds = {kind for row, kind in enumerate(LIST_KINDS) if bits >> row & 1}
        parts = {kind for kind in kinds if kind.startswith("part of ")}
        return kinds - parts, parts

    def _is_person(self, words):
        first, last = words[0], words[-1]
        if len(first) > 2 and first in self.first:  # "Al" begins other names too
            return not all(map(self._is_common, words[1:]))
        if self._is_common(first) or self._is_common(last) or not self._kinds(first)[0] & PERSONS:
            return False
        kinds, parts = self._kinds(last)
        if kinds & PERSONS or "part of person" in parts:
            return len(words) <= 3
        return len(words) == 2 and last.istitle() and last.isalpha() and not kinds & PLACES

    def _type_in_lists(self, name):
        """Only where the lists agree."""
        kinds, parts = self._kinds(name)
        if not kinds or self._is_common(name) or len(name) < 3:
            return None
        if kinds <= PLACES and "part of person" not in parts:
            return "LOC" if kinds == {"place"} else "GPE"
        if kinds <= PERSONS and parts <= {"part of person", "part of given", "part of surname"}:
            return "PER"
        return "ORG" if kinds == {"organisation"} else None


def _belongs(sentence, i):
    """A proper noun, or a capitalised word that may be part of a name."""
    if sentence.upos[i] == "PROPN":
        return True
    return i > 0 and sentence.upos[i] in ("ADJ", "NOUN", "NUM", "X") and sentence.forms[i][:1].isupper()


def _runs(sentence):
    """Half-open runs of words that belong to names, with a proper noun among them."""
    start = None
    for i in range(len(sentence) + 1):
        inside = i < len(sentence) and _belongs(sentence, i)
        if inside and start is None:
            start = i
        if not inside and start is not None:
            if "PROPN" in sentence.upos[start:i]:
                yield start, i
            start = None


def _kind_of_run(sentence, first, last, dictionary):
    if last < len(sentence) and sentence.forms[last] in ("of", "-", "&"):
        return None  # perhaps the beginning of a longer name
    if first > 0 and sentence.forms[first - 1] in ("of", "-", "&"):
        return None
    return dictionary.type_of(" ".join(sentence.forms[first:last]))


def annotate(sentence, dictionary):
    """Sets sentence.names; None stays where nothing certain is known."""
    names = ["O"] * len(sentence)
    for first, last in _runs(sentence):
        begin = first
        while begin < last - 1 and sentence.forms[begin] in dictionary.titles:
            begin += 1
        kind = _kind_of_run(sentence, begin, last, dictionary)
        if kind is None:
            for i in range(max(0, first - 1), min(len(names), last + 1)):
                names[i] = None
        elif kind != "O" and names[begin] is not None:
            names[begin:last] = ["B-" + kind] + ["I-" + kind] * (last - begin - 1)
    sentence.names = names

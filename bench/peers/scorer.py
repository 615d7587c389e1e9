"""The scores of the CoNLL 2018 shared task (Zeman et al. 2018), and F1 of names.

One scorer for every system, by the definitions of src/syntax/evaluation.h.

Gold and system may cut the text differently. Tokens and sentences are right when their characters
coincide. Words are aligned by characters, inside multiword tokens by the longest common subsequence
of their forms; the rest is scored on aligned words.
"""
from dataclasses import dataclass, field

METRICS = ("tokens", "sentences", "words", "upos", "ufeats", "lemmas", "uas", "las")

UNIVERSAL_FEATURES = frozenset(
    "PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm "
    "Mood Tense Aspect Voice Evident Polarity Person Polite".split())

COARSE_NAMES = frozenset(("PER", "ORG", "LOC"))


class CharactersDiffer(Exception):
    pass


@dataclass
class Score:
    correct: int = 0
    gold: int = 0
    system: int = 0

    @property
    def f1(self):
        total = self.gold + self.system
        return 2 * self.correct / total if total else 0.0


@dataclass
class PlacedWord:
    span: tuple
    multiword: bool
    columns: object  # conllu.Word
    parent: object  # index among all words; None for a root


@dataclass
class Side:
    characters: str = ""
    tokens: list = field(default_factory=list)
    sentences: list = field(default_factory=list)
    words: list = field(default_factory=list)


def place(sentences):
    """Where everything lies on the characters that are no white space."""
    side = Side()
    parts, at = [], 0
    for sentence in sentences:
        begin, base, i = at, len(side.words), 0
        while i < len(sentence.words):
            last, form = sentence.ranges.get(i, (i + 1, sentence.words[i].form))
            bare = "".join(form.split())
            span = (at, at + len(bare))
            parts.append(bare)
            at = span[1]
            side.tokens.append(span)
            for word in sentence.words[i:last]:
                parent = base + word.head - 1 if word.head else None
                side.words.append(PlacedWord(span, i in sentence.ranges, word, parent))
            i = last
        side.sentences.append((begin, at))
    side.characters = "".join(parts)
    return side


def score_spans(gold, system):
    return Score(len(set(gold) & set(system)), len(gold), len(system))


def common_subsequence(gold, system):
    """Pairs of indices of a longest common subsequence, ties as conll18_ud_eval settles them."""
    length = [[0] * (len(system) + 1) for _ in range(len(gold) + 1)]
    for g in reversed(range(len(gold))):
        for s in reversed(range(len(system))):
            length[g][s] = max(length[g + 1][s], length[g][s + 1])
            if gold[g] == system[s]:
                length[g][s] = max(length[g][s], 1 + length[g + 1][s + 1])
    pairs, g, s = [], 0, 0
    while g < len(gold) and s < len(system):
        if gold[g] == system[s]:
            pairs.append((g, s))
            g, s = g + 1, s + 1
        elif length[g][s] == length[g + 1][s]:
            g += 1
        else:
            s += 1
    return pairs


class Alignment:
    """Pairs of (gold, system) indices of the words that are the same."""

    def __init__(self, gold, system):
        self.gold, self.system, self.pairs = gold, system, []
        self.g = self.s = 0
        while self.g < len(gold) and self.s < len(system):
            right, given = gold[self.g], system[self.s]
            if right.multiword or given.multiword:
                self.align_multiword()
            elif right.span == given.span:
                self.pairs.append((self.g, self.s))
                self.g, self.s = self.g + 1, self.s + 1
            elif right.span[0] <= given.span[0]:
                self.g += 1
            else:
                self.s += 1

    @staticmethod
    def beyond(words, i, end):
        if i >= len(words):
            return True
        return words[i].span[0] >= end if words[i].multiword else words[i].span[1] > end

    @staticmethod
    def extended(word, end):
        return max(word.span[1], end) if word.multiword else end

    def align_multiword(self):
        right, given = self.gold[self.g], self.system[self.s]
        if right.multiword:
            end = right.span[1]
            if not given.multiword and given.span[0] < right.span[0]:
                self.s += 1
        else:
            end = given.span[1]
            if not right.multiword and right.span[0] < given.span[0]:
                self.g += 1
        first_g, first_s = self.g, self.s
        while (not self.beyond(self.gold, self.g, end)
               or not self.beyond(self.system, self.s, end)):
            if self.g < len(self.gold) and (
                    self.s >= len(self.system)
                    or self.gold[self.g].span[0] <= self.system[self.s].span[0]):
                end = self.extended(self.gold[self.g], end)
                self.g += 1
            else:
                end = self.extended(self.system[self.s], end)
                self.s += 1
        self.pairs += [
            (first_g + g, first_s + s)
            for g, s in common_subsequence(
                [word.columns.form.lower() for word in self.gold[first_g:self.g]],
                [word.columns.form.lower() for word in self.system[first_s:self.s]])]


def universal_feats(feats):
    return sorted(one for one in feats.split("|") if one.split("=")[0] in UNIVERSAL_FEATURES)


def universal(relation):
    return relation.split(":")[0]


def score_words(gold, system):
    pairs = Alignment(gold, system).pairs
    gold_of = {s: g for g, s in pairs}
    scores = {metric: Score(0, len(gold), len(system)) for metric in METRICS[2:]}
    for g, s in pairs:
        right, given = gold[g].columns, system[s].columns
        parent, given_parent = gold[g].parent, system[s].parent
        if parent is None or given_parent is None:
            attached = parent == given_parent
        else:
            attached = gold_of.get(given_parent) == parent
        scores["words"].correct += 1
        scores["upos"].correct += right.upos == given.upos
        scores["ufeats"].correct += universal_feats(right.feats) == universal_feats(given.feats)
        scores["lemmas"].correct += right.lemma in ("_", given.lemma)
        scores["uas"].correct += attached
        scores["las"].correct += attached and universal(right.deprel) == universal(given.deprel)
    return scores


def names_of(side):
    names, is_open = [], False
    for word in side.words:
        tag = word.columns.name
        if tag.startswith("B-"):
            names.append((*word.span, tag[2:]))
        elif is_open and tag.startswith("I-"):
            names[-1] = (names[-1][0], word.span[1], names[-1][2])
        is_open = tag.startswith("B-") or (is_open and tag.startswith("I-"))
    return names


def score_names(gold, system):
    """None where the gold has no names. Where it knows only PER, ORG and LOC, the system's GPE
    counts as LOC and its other types are left out."""
    right, given = names_of(gold), names_of(system)
    if not right:
        return None
    if {name[2] for name in right} <= COARSE_NAMES:
        given = [(begin, end, "LOC" if label.startswith("GPE") else label)
                 for begin, end, label in given]
        given = [name for name in given if name[2] in COARSE_NAMES]
    wanted = set(right)
    return Score(sum(name in wanted for name in given), len(right), len(given))


def evaluate(gold, system):
    """{metric: Score} of two lists of conllu.Sentence; "names" only where the gold has some."""
    right, given = place(gold), place(system)
    if right.characters != given.characters:
        at = next((i for i, (a, b) in enumerate(zip(right.characters, given.characters)) if a != b),
                  min(len(right.characters), len(given.characters)))
        raise CharactersDiffer("gold and system differ in their characters: "
                               f"'{right.characters[at:at + 20]}' against "
                               f"'{given.characters[at:at + 20]}'")
    scores = {"tokens": score_spans(right.tokens, given.tokens),
              "sentences": score_spans(right.sentences, given.sentences),
              **score_words(right.words, given.words)}
    names = score_names(right, given)
    if names:
        scores["names"] = names
    return scores

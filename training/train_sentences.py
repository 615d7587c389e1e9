#!/usr/bin/python3
"""Trains the model that finds ends of sentences, from treebanks; needs numpy only.

    training/train_sentences.py --treebank $T/nb $T/nn --out lang/nb/sentences.safetensors
    training/train_sentences.py --treebank $T/en_ewt $T/en_gum --out lang/en/sentences.safetensors

A logistic regression over every gap between two words of a paragraph. Its features are
conjunctions of atoms (TEMPLATES), hashed into one table of weights; src/text/boundary_model.h
says what the atoms are and computes the same numbers. What an atom knows of a word comes from a
lexicon: its most frequent part of speech, and whether it stands in lower case inside sentences.
For training, both are taken from the other documents, so that unknown words occur.

Treebanks without paragraphs (nb, nn) are read as running text that holds its headings, with a tenth
of the sentences at the end of a paragraph. Every third document is also read as an article, where
every heading is a paragraph of its own, and many other sentences end one. dev is only scored.
Deterministic to --seed.
"""

import argparse
import gzip
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from syntax import safetensors_file  # noqa: E402

# Genres of GUM whose texts are freely licensed (no non-commercial clause).
GUM_GENRES = ("news", "interview", "bio", "voyage", "court", "speech")
FOLDS = 10
ROWS = 1 << 18
STEP = 1 / 64            # of the weights in the file
THRESHOLD = -0.5        # of the log odds; chosen on dev
RUNNING_PARAGRAPHS = 0.1  # share of sentences that end a paragraph in running text
ARTICLE_PARAGRAPHS = 0.35
ARTICLES = 3            # every third document is read as an article too
SPACED_BYTES = 300      # a paragraph of articles is shorter on average
RARE = 10               # words seen less often tell the suffixes' parts of speech

# Atoms of a word: "@0" (left out) is the one before the gap, "@1" the one behind it.
NEAR = [f"@{k}" for k in (-3, -2, -1, 0, 1, 2, 3, 4)]
TEMPLATES = """class class@1
class class@1 space quote
class class@1 class@2
class@-1 class class@1
class@-1 class class@1 class@2
class@-2 class@-1 class class@1 class@2 class@3
shape shape@1
shape@-1 shape shape@1
shape shape@1 shape@2
word word@1
lower lower@1
lower@-1 lower
lower@1 lower@2
lower@-1 lower@1
lower lower@2
lower@1 lower@2 class
lower case@1 class@1
lower suffix@1
suffix lower@1
suffix suffix@1 class@1
class class@1 case@1 class@2 case@2
class class@1 case case@1
class class@1 case case@1 case@-1 class@2
length class class@1
length class class@1 case@1
ahead class class@1
ahead class class@1 case@1
length ahead class class@1
quote class class@1 class@2
quote class class@1 length
first_class class class@1 length
first_lower class class@1
first_class length quote class class@1
tag tag@1
tag tag@1 tag@2
tag@-1 tag tag@1
tag@-1 tag tag@1 tag@2
tag tag@1 tag@2 tag@3
tag@-2 tag@-1 tag tag@1
tag@-2 tag@-1 tag tag@1 tag@2 tag@3
tag@-3 tag@-2 tag@-1 tag
tag@1 tag@2 tag@3 tag@4
verbs verbs_ahead tag tag@1
verbs verbs_ahead class class@1 case@1
verbs tag tag@1 tag@2
verbs_ahead tag tag@1 length
verbs verbs_ahead length class class@1
verbs verbs_ahead length ahead class class@1
verbs verbs_ahead case@1 tag@1 tag@2
tag case@1 tag@1 case
tag@1 tag@2 case@1 class
lower tag@1 class@2
tag lower@1
verbs lower@1 class
word spacing class@1
class class@1 spacing
class class@1 spacing quote class@-1
class class@1 spacing quote class@2 class@-1
class@-1 spacing class class@1 space@-2
layout class
layout class class@1
layout class class@1 case@1
layout class class@-1 class@1""".split("\n") + [t.replace("*", k) for k in NEAR for t in (
    "lower* class*", "lower* class class@1", "suffix* class class@1", "class* class class@1",
    "case* class* class class@1")]

WORD_ATOMS = ("word", "lower", "suffix", "shape", "class", "case", "tag", "space")
GAP_ATOMS = ("spacing", "quote", "length", "ahead", "first_class", "first_lower", "verbs",
             "verbs_ahead", "layout")

UPOS = {"NOUN": 1, "PROPN": 2, "ADJ": 3, "DET": 4, "PRON": 5, "ADP": 6, "ADV": 7, "CCONJ": 8,
        "SCONJ": 9, "NUM": 10, "PART": 11, "INTJ": 12, "X": 12, "SYM": 12}
NOUN, FINITE, INFINITIVE, OTHER_VERB = 1, 13, 14, 15


# ---- treebanks ----------------------------------------------------------------------------------

class Word:
    __slots__ = ("form", "space", "joined", "tag")

    def __init__(self, form, space, joined, tag):
        self.form, self.space, self.joined, self.tag = form, space, joined, tag


def tag_of(upos, feats):
    if upos in ("VERB", "AUX"):
        if "VerbForm=Fin" in feats:
            return FINITE
        return INFINITIVE if "VerbForm=Inf" in feats else OTHER_VERB
    return UPOS.get(upos, 0)


def read_sentence(rows):
    words, multiword_end, multiword_space = [], 0, True
    for row in rows:
        c = row.split("\t")
        spaced = "SpaceAfter=No" not in c[9]
        if "-" in c[0]:
            multiword_end, multiword_space = int(c[0].split("-")[1]), spaced
        elif "." not in c[0]:
            joined = int(c[0]) < multiword_end
            if int(c[0]) <= multiword_end:
                spaced = multiword_space and not joined
            words.append(Word(c[1], spaced, joined, tag_of(c[3], c[5])))
    words[-1].space, words[-1].joined = True, False
    return words


def read_treebank(path):
    """Documents of paragraphs of sentences of words."""
    documents, rows, kept, new_document, new_paragraph = [], [], True, True, True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                genre = re.search(r"GUM_([a-z]+)_", line)
                kept = genre is None or genre.group(1) in GUM_GENRES
                new_document = True
            elif line.startswith("# newpar"):
                new_paragraph = True
            elif line and not line.startswith("#"):
                rows.append(line)
            elif not line and rows:
                if kept:
                    if new_document:
                        documents.append([])
                    if new_document or new_paragraph:
                        documents[-1].append([])
                    documents[-1][-1].append(read_sentence(rows))
                rows, new_document, new_paragraph = [], False, False
    return documents


def has_paragraphs(documents):
    return any(len(document) > 1 for document in documents)


def is_terminal(form):
    return all(c in ".!?…" for c in form)


def is_heading(sentence):
    """Without a mark at its end, or before the mark that closes a quotation."""
    for word in reversed(sentence):
        if any(is_word_character(c) for c in word.form):
            return not word.form.endswith(".")
        if is_terminal(word.form) or word.form == ":":
            return False
    return True


def with_paragraphs(documents, article, rng):
    """The sentences of each document in paragraphs; article: headings are their own."""
    rate = ARTICLE_PARAGRAPHS if article else RUNNING_PARAGRAPHS
    result = []
    for number, document in enumerate(documents):
        if article and number % ARTICLES:
            result.append([])  # the number of a document decides on its fold
            continue
        paragraphs, broken = [], True
        for sentence in (s for paragraph in document for s in paragraph):
            heading = article and is_heading(sentence)
            if broken or heading:
                paragraphs.append([])
            paragraphs[-1].append(sentence)
            broken = heading or rng.random() < rate
        result.append(paragraphs)
    return result


# ---- words: the same as in boundary_model.cc ----------------------------------------------------

MASK = (1 << 64) - 1
FACTOR = np.uint64(0x9E3779B97F4A7C15)
LONGEST = 40  # code points of a form that are looked at
SHAPE_LENGTH = 8
VARIANTS = {c: '"' for c in "«»“”„"}
VARIANTS.update({c: "'" for c in "‘’‚‹›"})
VARIANTS.update({c: "–" for c in "—―−"})


def fnv(text):
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def is_word_character(c):
    return unicodedata.category(c)[0] in "LN"


def is_upper(c):
    return unicodedata.category(c) in ("Lu", "Lt")


def is_letter(c):
    return unicodedata.category(c)[0] == "L"


def lower(text):
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def shape(normal):
    out = ""
    for c in normal:
        s = "X" if is_upper(c) else "x" if is_letter(c) else "d" if c in "0123456789" else c
        if not out.endswith(s + s):
            out += s
        if len(out) == SHAPE_LENGTH:
            break
    return out


def class_of(form):
    c = form[0]
    if is_terminal(form):
        return 1 if form == "." else 2 if c in "!?" else 3
    if form in (":", ";", ","):
        return 4 + ":;,".index(form)
    for value, characters in ((7, "«“„‘‚‹"), (8, "»”›"), (9, '"')):
        if c in characters:
            return value
    if form in ("'", "’"):
        return 10
    if c in "([{<":
        return 11
    if c in ")]}>":
        return 12
    has_word = any(is_word_character(x) for x in form)
    if c in "–—―−-":
        return 14 if has_word else 13
    if c in "0123456789":
        return 16 if form[-1] == "." else 15
    if not has_word:
        return 17
    if form[-1] == ".":
        return 18
    if is_upper(c):
        shouted = len(form) > 1 and not any(unicodedata.category(x) == "Ll" for x in form)
        return 19 if shouted else 20
    return 21 if is_letter(c) else 22


class Form:
    """What of a word's form needs no lexicon."""
    known = {}

    def __init__(self, form):
        normal = "".join(VARIANTS.get(c, c) for c in form[:LONGEST])
        folded = "".join("0" if c in "0123456789" else c for c in lower(normal))
        self.key = folded if is_letter(folded[0]) else None
        self.atoms = (fnv("w" + normal), fnv("l" + folded), fnv("s" + folded[-3:]),
                      fnv("h" + shape(normal)), class_of(form))

    @classmethod
    def of(cls, form):
        found = cls.known.get(form)
        if found is None:
            found = cls.known[form] = cls(form)
        return found


SUFFIXES = (5, 4, 3, 2)


def suffixes(key):
    return ["$" + key[-k:] for k in SUFFIXES if len(key) > k]


# ---- the lexicon --------------------------------------------------------------------------------

def case_of(low, high):
    """How often a word stands in lower case, how often capitalised inside a sentence."""
    if low + high == 0:
        return 1
    if high == 0:
        return 2 if low < 2 else 3 if low < 10 else 4
    if low == 0:
        return 5 if high < 2 else 6
    share = low / (low + high)
    return 7 if share > 0.95 else 8 if share > 0.6 else 9 if share > 0.2 else 10


class Lexicon:
    """Counts of words by fold of documents; `of` answers without a fold's documents."""

    def __init__(self):
        self.counts = [defaultdict(lambda: np.zeros(18, dtype=np.int32)) for _ in range(FOLDS)]
        self.entries = {}

    def add(self, documents):
        for number, document in enumerate(documents):
            counts = self.counts[number % FOLDS]
            for sentence in (s for paragraph in document for s in paragraph):
                inside = False
                for word in sentence:
                    key = Form.of(word.form).key
                    if key is not None:
                        row = counts[key]
                        row[word.tag] += word.tag > 0
                        capital = is_upper(word.form[0])
                        row[16] += not capital
                        row[17] += capital and inside
                    inside = word.form not in tuple(':"«“–-(')

    def without(self, fold):
        """{word: tag | case << 4}, and suffixes with their tags."""
        if fold in self.entries:
            return self.entries[fold]
        total = {}
        for number, counts in enumerate(self.counts):
            if number != fold:
                for key, row in counts.items():
                    total[key] = total[key] + row if key in total else row
        entries, ends = {}, {}
        for key, row in sorted(total.items()):
            tags = row[:16]
            entries[key] = int(tags.argmax()) | case_of(int(row[16]), int(row[17])) << 4
            if tags.sum() <= RARE:
                for end in suffixes(key):
                    ends[end] = ends.get(end, 0) + (tags > 0).astype(np.int32)
        entries.update({end: int(v.argmax()) for end, v in sorted(ends.items()) if v.sum() >= 3})
        self.entries[fold] = entries
        return entries

    def look_up(self, form, fold):
        key = Form.of(form).key
        if key is None:
            return 0, 0
        entries = self.without(fold)
        found = entries.get(key)
        if found is not None:
            return found & 15, found >> 4
        for end in suffixes(key):
            if end in entries:
                return entries[end], 1
        return NOUN, 1


# ---- atoms --------------------------------------------------------------------------------------

def mix(parts):
    value = np.uint64(0)
    for part in parts:
        value = (value ^ part) * FACTOR
        value = value ^ (value >> np.uint64(29))
    return value


LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 25, 40)


class Corpus:
    """Flat arrays of documents, with the atoms of every gap."""

    def __init__(self, documents, lexicon, held_out, headings_apart):
        words, self.end, self.hard, self.joined, layout = [], [], [], [], []
        self.forms = []
        for number, document in enumerate(documents):
            fold = number % FOLDS if held_out else None
            size = sum(len(w.form.encode()) + w.space for p in document for s in p for w in s)
            spaced = size < SPACED_BYTES * len(document)
            for paragraph in document:
                for s, sentence in enumerate(paragraph):
                    for w, word in enumerate(sentence):
                        tag, case = lexicon.look_up(word.form, fold)
                        atoms = Form.of(word.form).atoms
                        words.append(atoms + (case, tag << 5 | atoms[4], word.space))
                        self.forms.append(word.form)
                        self.end.append(w + 1 == len(sentence))
                        self.hard.append(self.end[-1] and s + 1 == len(paragraph))
                        self.joined.append(word.joined)
                        layout.append(spaced)
        self.words = np.array(words, dtype=np.uint64)
        self.end, self.hard = np.array(self.end), np.array(self.hard)
        self.joined = np.array(self.joined)
        self.layout = np.array(layout, dtype=np.uint64)
        self.paragraph = np.concatenate([[0], np.cumsum(self.hard)[:-1]])
        self.classes = self.words[:, WORD_ATOMS.index("class")].astype(int)
        self.barred = self.find_barred(headings_apart)
        self.finite = (self.words[:, WORD_ATOMS.index("tag")] >> np.uint64(5)) == FINITE

    def find_barred(self, headings_apart):
        """Gaps where the program never ends a sentence, headings aside."""
        behind = np.append(self.classes[1:], 0)
        word = (self.classes == 15) | (self.classes >= 19)
        pause = (self.classes >= 4) & (self.classes <= 6)
        spaced = self.words[:, WORD_ATOMS.index("space")] > 0
        apart = word & (self.layout > 0) & headings_apart
        return self.joined | ((behind == 21) & (word | pause)) | (word & ~spaced) | apart

    def word_atom(self, name, offset):
        column = self.words[:, WORD_ATOMS.index(name)]
        at = np.arange(len(column)) + offset
        inside = (at >= 0) & (at < len(column))
        at = np.clip(at, 0, len(column) - 1)
        return np.where(inside & (self.paragraph[at] == self.paragraph), column[at], np.uint64(0))

    def gap_atoms(self, ends):
        """Those that depend on where the sentence began, and those that look ahead."""
        n = len(ends)
        length, first, quote, verbs, ahead, verbs_ahead = np.zeros((6, n), dtype=np.int64)
        start = quoted = bracket = seen = 0
        for i in range(n):
            c = self.classes[i]
            quoted = 1 if c == 7 else 0 if c == 8 else quoted ^ (c == 9)
            bracket = 1 if c == 11 else 0 if c == 12 else bracket
            seen += self.finite[i]
            length[i], first[i], quote[i], verbs[i] = i - start, start, quoted | bracket << 1, seen
            if ends[i]:
                start, bracket, seen = i + 1, 0, 0
            if self.hard[i]:
                quoted = 0
        distance = seen = 0
        for i in range(n - 1, -1, -1):
            if self.hard[i]:
                distance = seen = 0
            ahead[i], verbs_ahead[i] = distance, seen
            distance, seen = distance + 1, seen + self.finite[i]
            if 1 <= self.classes[i] <= 3:
                distance = seen = 0
        spacing = (self.word_atom("space", 0) | self.word_atom("space", 1) << np.uint64(1)
                   | self.word_atom("space", -1) << np.uint64(2))
        columns = {"quote": quote, "length": np.digitize(length, LENGTHS),
                   "ahead": np.digitize(ahead, LENGTHS), "verbs": np.minimum(verbs, 3),
                   "verbs_ahead": np.minimum(verbs_ahead, 3), "first_class": self.classes[first],
                   "spacing": spacing, "layout": self.layout,
                   "first_lower": self.words[first, WORD_ATOMS.index("lower")]}
        return {k: v.astype(np.uint64) for k, v in columns.items()}

    def rows(self, ends):
        """The weights that each gap asks for."""
        gap, columns = self.gap_atoms(ends), []
        for number, template in enumerate(TEMPLATES):
            parts = [np.uint64(number)]
            for atom in template.split():
                name, _, offset = atom.partition("@")
                parts.append(gap[name] if name in gap else self.word_atom(name, int(offset or 0)))
            columns.append((mix(parts) & np.uint64(ROWS - 1)).astype(np.int32))
        return np.stack(columns, 1)

    def examples(self):
        open_gaps = ~self.hard & ~self.barred
        return self.rows(self.end)[open_gaps], self.end[open_gaps]


# ---- training -----------------------------------------------------------------------------------

def train(rows, ends, args):
    """AdaGrad on the log loss; features drop out, so that none is leant on alone."""
    weights, squares, average = np.zeros(ROWS), np.full(ROWS, 0.01), np.zeros(ROWS)
    rng = np.random.default_rng(args.seed)
    for epoch in range(args.epochs):
        order, loss = rng.permutation(len(ends)), 0.0
        for at in range(0, len(order), args.batch):
            chosen = order[at:at + args.batch]
            kept = (rng.random((len(chosen), rows.shape[1]), dtype=np.float32)
                    >= args.dropout) / (1 - args.dropout)
            used, index = np.unique(rows[chosen], return_inverse=True)
            index = index.reshape(kept.shape)
            odds = (weights[used][index] * kept).sum(1)
            wrong = 1 / (1 + np.exp(-odds)) - ends[chosen]
            loss += float(np.log1p(np.exp(-np.abs(odds))).sum()
                          + np.abs(odds)[(odds > 0) != ends[chosen]].sum())
            slope = np.bincount(index.ravel(), (wrong[:, None] * kept).ravel(), len(used))
            squares[used] += slope * slope
            weights[used] -= args.rate * slope / np.sqrt(squares[used])
        if epoch >= args.epochs - args.averaged:
            average += weights / args.averaged
        print(f"epoch {epoch + 1}: loss {loss / len(order):.5f}", flush=True)
    return average


def quantised(weights):
    return (np.clip(np.rint(weights / STEP), -127, 127) + 128).astype(np.uint8)


def find_ends(corpus, table, threshold):
    """From left to right in the program; here until nothing changes, which is the same."""
    weights = table.astype(np.int32) - 128
    ends = corpus.hard | ((corpus.classes >= 1) & (corpus.classes <= 3))
    for _ in range(8):
        odds = weights[corpus.rows(ends)].sum(1)
        found = corpus.hard | ((odds > threshold) & ~corpus.barred)
        if (found == ends).all():
            break
        ends = found
    return ends


def f1(corpus, ends):
    def spans(flags):
        at = np.flatnonzero(flags)
        return set(zip(np.concatenate([[-1], at[:-1]]), at))
    gold, found = spans(corpus.end), spans(ends)
    return 200 * len(gold & found) / (len(gold) + len(found))


def write(path, table, lexicon, threshold, apart, treebanks):
    hashes = {}
    for key, value in lexicon.without(None).items():
        hashes.setdefault(fnv("k" + key) & 0xFFFFFFFF, value)
    keys = np.array(sorted(hashes), dtype=np.uint32)
    values = np.array([hashes[int(k)] for k in keys], dtype=np.uint8)
    metadata = {"format": "varde-sentences/1", "templates": "\n".join(TEMPLATES),
                "threshold": str(threshold), "headings": "apart" if apart else "anywhere",
                "training_data": ", ".join(treebanks),
                "licence": "CC BY-SA 4.0"}
    size = safetensors_file.write(path, [("weights", table), ("lexicon.key", keys),
                                         ("lexicon.value", values)], metadata)
    print(f"{path}: {size} bytes, {len(keys)} words")


def arguments():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--treebank", nargs="+", required=True, type=Path,
                   help="folders with train.conllu.gz and dev.conllu.gz")
    p.add_argument("--out", required=True, type=Path)
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--averaged", type=int, default=6, help="last epochs that the weights average")
    p.add_argument("--batch", type=int, default=512)
    p.add_argument("--rate", type=float, default=0.1)
    p.add_argument("--dropout", type=float, default=0.3)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--errors", type=Path, help="file for the mistakes on dev")
    return p.parse_args()


def show_errors(name, corpus, ends, out):
    for i in np.flatnonzero(ends != corpus.end):
        left, right = corpus.forms[max(0, i - 9):i + 1], corpus.forms[i + 1:i + 9]
        kind = "false" if ends[i] else "missed"
        out.write(f"{name} {kind}: {' '.join(left)} ||| {' '.join(right)}\n")


def main():
    np.seterr(over="ignore")  # hashes wrap round
    args = arguments()
    rng = np.random.default_rng(args.seed)
    treebanks = [read_treebank(t / "train.conllu.gz") for t in args.treebank]
    lexicon = Lexicon()
    for documents in treebanks:
        lexicon.add(documents)
    # Articles made of treebanks without paragraphs hold no heading that runs into its paragraph.
    apart = not any(has_paragraphs(documents) for documents in treebanks)
    examples = []
    for documents in treebanks:
        layouts = ([documents] if has_paragraphs(documents) else
                   [with_paragraphs(documents, article, rng) for article in (False, True)])
        examples += [Corpus(layout, lexicon, True, apart).examples() for layout in layouts]
    rows = np.concatenate([e[0] for e in examples])
    ends = np.concatenate([e[1] for e in examples])
    print(f"{len(ends)} gaps, {ends.sum()} ends, {rows.shape[1]} features each", flush=True)
    table = quantised(train(rows, ends, args))
    threshold = round(THRESHOLD / STEP)
    write(args.out, table, lexicon, threshold, apart, [t.name for t in args.treebank])
    errors = open(args.errors, "w", encoding="utf-8") if args.errors else None
    for folder in args.treebank:
        dev = Corpus(read_treebank(folder / "dev.conllu.gz"), lexicon, False, apart)
        scores = []
        for shift in (-0.5, 0, 0.5, 1):
            scores.append(f1(dev, find_ends(dev, table, round((THRESHOLD + shift) / STEP))))
        found = find_ends(dev, table, threshold)
        print(f"{folder.name} dev: F1 {f1(dev, found):.2f} (threshold -1, -.5, 0, .5: "
              + " ".join(f"{s:.2f}" for s in scores) + f"), {(found & ~dev.end).sum()} false, "
              f"{(~found & dev.end).sum()} missed", flush=True)
        if errors:
            show_errors(folder.name, dev, found, errors)


if __name__ == "__main__":
    main()

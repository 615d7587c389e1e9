#!/usr/bin/env python3
"""Builds lang/identification/profiles.tsv: what tells languages apart.

    python3 training/language_profiles.py TREEBANKS [OUTPUT]

TREEBANKS holds nb/, nn/ and en_ewt/ with train.conllu.gz. Word frequencies of the other
languages come from the Python package wordfreq (pip install wordfreq; its data are CC BY-SA 4.0).

Rows are frequent words and letter n-grams ("_" is the edge of a word). Each weighs for or against the
languages that have it. The weights begin as those of naive Bayes and are then trained as multinomial
logistic regression: on the treebanks' sentences, and on rows of words drawn by frequency for languages
that have only a list. A lead of BITS_FOR_HALF bits over the second language halves the doubt, as in
src/text/language.cc. Deterministic on one machine; takes some minutes on one core.
"""

import collections
import gzip
import math
import pathlib
import random
import sys

import torch
import wordfreq

TREEBANKS = {"nb": ("nb",), "nn": ("nn",), "en": ("en_ewt",)}
# Our code of the language -> wordfreq's.
FREQUENCY_LISTS = {code: code for code in (
    "da sv de nl is fi fr es it pt ca ro pl cs sk sl hu lv lt tr id fil vi ru uk bg mk ar fa ur").split()}
FREQUENCY_LISTS["hr"] = "sh"
# Languages that a text of a pack's language is taken for, and the packs' own: more rows.
CLOSE = {"nb": 6000, "nn": 6000, "da": 4000, "sv": 3000, "en": 5000}
WORDS = 300
TRIGRAMS, CLOSE_TRIGRAMS = 200, 900
LONG_GRAMS = 2500  # of four and five letters that tell a close pair apart, for each pair
PAIRS = [("nb", "nn"), ("nb", "da"), ("nn", "da"), ("nb", "sv")]
LEAST = 2.0 ** -16.5  # rarer than this is as good as unseen
GRAM_WEIGHT = 0.45  # n-grams of one word say much the same
LISTED = 30000  # words of a frequency list that are looked at
DRAWN, CLOSE_DRAWN = 1500, 15000  # rows of words drawn for a language
EPOCHS, BATCH, RATE = 6, 256, 0.1
KEPT_WORDS = 0.8  # of a sentence in training, so that no word is relied on
TO_BAYES = 0.02  # how far an epoch pulls weights back to those of naive Bayes
BITS_FOR_HALF = 6


def treebank_sentences(path):
    """Lists of words as they stand; names say nothing about the language around them."""
    words = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                words += [columns[1]] if columns[3] != "PROPN" else []
            elif not line.strip():
                yield words
                words = []


def frequencies(counts):
    kept = {word: count for word, count in counts.items() if word.isalpha() and count > 0}
    total = sum(kept.values())
    return {word: count / total for word, count in kept.items()}


def listed_frequencies(language):
    return frequencies({word: wordfreq.word_frequency(word, language)
                        for word in wordfreq.top_n_list(language, LISTED)})


def sentence_frequencies(sentences):
    counts = collections.Counter(word.lower() for words in sentences for word in words)
    return frequencies({word: count for word, count in counts.items() if count > 1})


def mean(first, second):
    return {word: (first.get(word, 0) + second.get(word, 0)) / 2 for word in {**first, **second}}


def grams_of(word, lengths):
    padded = f"_{word}_"
    return [padded[at:at + length] for length in lengths for at in range(len(padded) - length + 1)]


def gram_frequencies(words, lengths):
    counts = collections.Counter()
    for word, value in words.items():
        for gram in grams_of(word, lengths):
            # The root lets many words count rather than a few frequent ones.
            counts[gram] += math.sqrt(value)
    total = sum(counts.values())
    return {gram: value / total for gram, value in counts.items()}


def top(profile, count):
    return sorted(profile, key=lambda gram: (-profile[gram], gram))[:count]


def telling(first, second, count):
    """The grams by which two languages differ most."""
    gain = {}
    for gram in {**first, **second}:
        a, b = first.get(gram, 0), second.get(gram, 0)
        gain[gram] = abs(a - b) * abs(math.log((a + 1e-7) / (b + 1e-7)))
    return top(gain, count)


class Table:
    """The rows, the languages that each has, and the weights in bits."""

    def __init__(self, languages):
        self.languages = languages
        self.rows = {}  # (kind, gram): number
        self.first = []  # naive Bayes' weights

    def add(self, kind, gram, profiles, weight):
        if (kind, gram) in self.rows:
            return
        values = [max(0.0, math.log2(profiles[language].get(gram, 0) / LEAST)) * weight
                  if profiles[language].get(gram, 0) > LEAST else 0.0 for language in self.languages]
        if any(values):
            self.rows[kind, gram] = len(self.first)
            self.first.append(values)

    def features(self, word):
        """Numbers of the rows that a word as it stands touches; the program looks at it alike."""
        lower = word.lower()
        found = [self.rows.get(("word", lower))]
        if not word[0].isupper():
            found += [self.rows.get(("gram", gram)) for gram in grams_of(lower, (3, 4, 5))]
        return [row for row in found if row is not None]


def make_table(words):
    table = Table(list(words))
    trigrams = {language: gram_frequencies(profile, (3,)) for language, profile in words.items()}
    longer = {language: gram_frequencies(words[language], (4, 5))
              for language in {code for pair in PAIRS for code in pair}}
    longer = {language: longer.get(language, {}) for language in words}
    for language in words:
        for word in top(words[language], CLOSE.get(language, WORDS)):
            table.add("word", word, words, 1)
    for language in words:
        for gram in top(trigrams[language], CLOSE_TRIGRAMS if language in CLOSE else TRIGRAMS):
            table.add("gram", gram, trigrams, GRAM_WEIGHT)
    for first, second in PAIRS:
        for gram in telling(longer[first], longer[second], LONG_GRAMS):
            table.add("gram", gram, longer, GRAM_WEIGHT / 2)
    return table


def drawn(profile, count, random_):
    """Rows of words by their frequency, as long as short sentences."""
    names, values = list(profile), list(profile.values())
    return [random_.choices(names, values, k=random_.randrange(4, 25)) for _ in range(count)]


def train(table, sentences):
    """sentences: (number of the language, list of words) -> weights in bits, a list for each row."""
    torch.manual_seed(1)
    torch.set_num_threads(1)
    random_ = random.Random(1)
    first = torch.tensor(table.first)
    mask = (first > 0).float()
    weights = first.clone().requires_grad_()
    optimiser = torch.optim.Adam([weights], lr=RATE)
    cache = {}
    features = []
    for language, words in sentences:
        rows = []
        for word in words:
            if word.isalpha():
                if word not in cache:
                    cache[word] = table.features(word)
                rows.append(cache[word])
        if rows:
            features.append((language, rows))
    steps = EPOCHS * (len(features) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / steps))
    for epoch in range(EPOCHS):
        random_.shuffle(features)
        total = 0.0
        for at in range(0, len(features), BATCH):
            batch = features[at:at + BATCH]
            numbers, offsets = [], []
            for _, rows in batch:
                offsets.append(len(numbers))
                for row in rows:
                    if random_.random() < KEPT_WORDS:
                        numbers += row
            logits = torch.nn.functional.embedding_bag(
                torch.tensor(numbers, dtype=torch.long), weights, torch.tensor(offsets), mode="sum")
            loss = torch.nn.functional.cross_entropy(logits * (math.log(2) / BITS_FOR_HALF),
                                                     torch.tensor([language for language, _ in batch]))
            optimiser.zero_grad()
            loss.backward()
            weights.grad *= mask
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        with torch.no_grad():
            weights += TO_BAYES * (first - weights)
        print(f"epoch {epoch + 1}: loss {total / len(features):.4f}", file=sys.stderr, flush=True)
    return (weights * mask).detach().tolist()


def write(table, weights, output):
    with output.open("w", encoding="utf-8") as out:
        out.write("# Written by training/language_profiles.py; do not edit. Weights in tenths of a bit, for\n")
        out.write("# (positive) or against a language. Derived from the treebanks that the language packs are\n")
        out.write("# trained on and from the word frequencies of wordfreq (Robyn Speer, CC BY-SA 4.0).\n")
        out.write("kind\tgram\tweights\n")
        for kind, gram in sorted(table.rows, key=lambda row: (row[0] != "word", row[1])):
            row = table.rows[kind, gram]
            cells = [f"{language}:{round(10 * value)}" for language, first, value
                     in zip(table.languages, table.first[row], weights[row])
                     if first > 0 and (kind == "word" or round(10 * value) != 0)]
            if cells:
                out.write(f"{kind}\t{gram}\t{' '.join(cells)}\n")


def main():
    treebanks = pathlib.Path(sys.argv[1])
    output = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "lang/identification/profiles.tsv")
    random_ = random.Random(1)
    words, read = {}, {}
    for language, folders in TREEBANKS.items():
        read[language] = [sentence for folder in folders
                          for sentence in treebank_sentences(treebanks / folder / "train.conllu.gz")]
        words[language] = sentence_frequencies(read[language])
    # Both kinds of text for the languages that have both, so that neither kind tells them apart.
    for language in ("nb", "en"):
        words[language] = mean(words[language], listed_frequencies(language))
    for language, listed in FREQUENCY_LISTS.items():
        words[language] = listed_frequencies(listed)
    table = make_table(words)
    sentences = []
    for number, language in enumerate(table.languages):
        sentences += [(number, sentence) for sentence in read.get(language, ())]
        rows = CLOSE_DRAWN if language in CLOSE else DRAWN
        sentences += [(number, sentence) for sentence in drawn(words[language], rows, random_)]
    print(f"{len(table.first)} rows, {len(sentences)} sentences", file=sys.stderr, flush=True)
    write(table, train(table, sentences), output)


if __name__ == "__main__":
    main()

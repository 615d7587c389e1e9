#!/usr/bin/env python3
"""Builds lang/identification/profiles.tsv: what tells languages apart.

    python3 training/language_profiles.py TREEBANKS [OUTPUT]

TREEBANKS holds nb/, nn/ and en_ewt/ with train.conllu.gz. Word frequencies of the other languages
come from the Python package wordfreq (pip install wordfreq; its data are CC BY-SA 4.0). The file
lists words and letter trigrams ("_" is the edge of a word) with their cost in tenths of a bit,
-10 log2 of the relative frequency, for every language that has them.
"""

import collections
import gzip
import math
import pathlib
import sys

import wordfreq

TREEBANKS = {"nb": "nb", "nn": "nn", "en": "en_ewt"}
FREQUENCY_LISTS = ["da", "sv", "de", "nl", "is", "fi", "fr", "es", "it", "pt", "pl", "cs", "hu", "ro",
                   "tr", "id", "ru", "uk", "bg", "mk", "ar", "fa", "ur"]
# Languages that a text of a pack's language is taken for; more of their words are listed.
CLOSE = ["nb", "nn", "da", "sv"]
WORDS, CLOSE_WORDS = 250, 3000  # most frequent ones that a language puts into the table
TRIGRAMS, CLOSE_TRIGRAMS = 200, 900
MOST_COST = 165  # rarer than this is as good as unseen
LISTED = 30000  # words of a frequency list that are looked at


def treebank_frequencies(path):
    counts = collections.Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.split("\t")
            if len(columns) < 10 or not columns[0].isdigit():
                continue
            # Names say nothing about the language around them.
            if columns[3] != "PROPN":
                counts[columns[1].lower()] += 1
    total = sum(counts.values())
    return {word: count / total for word, count in counts.items() if count > 1}


def listed_frequencies(language):
    words = wordfreq.top_n_list(language, LISTED)
    return {word: wordfreq.word_frequency(word, language) for word in words}


def only_words(frequencies):
    kept = {word: value for word, value in frequencies.items() if word.isalpha() and value > 0}
    total = sum(kept.values())
    return {word: value / total for word, value in kept.items()}


def trigram_frequencies(words):
    counts = collections.Counter()
    for word, value in words.items():
        padded = f"_{word}_"
        for at in range(len(padded) - 2):
            # The root lets many words count rather than a few frequent ones.
            counts[padded[at:at + 3]] += math.sqrt(value)
    total = sum(counts.values())
    return {gram: value / total for gram, value in counts.items()}


def top(frequencies, count):
    return sorted(frequencies, key=lambda gram: (-frequencies[gram], gram))[:count]


def mean(first, second):
    return {word: (first.get(word, 0) + second.get(word, 0)) / 2 for word in {**first, **second}}


def table(profiles, count, close_count):
    grams = set()
    for language, profile in profiles.items():
        grams.update(top(profile, close_count if language in CLOSE else count))
    for gram in sorted(grams):
        costs = []
        for language, profile in profiles.items():
            cost = round(-10 * math.log2(profile[gram])) if gram in profile else MOST_COST
            if cost < MOST_COST:
                costs.append(f"{language}:{cost}")
        yield gram, costs


def main():
    treebanks = pathlib.Path(sys.argv[1])
    output = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "lang/identification/profiles.tsv")
    words = {}
    for language, folder in TREEBANKS.items():
        words[language] = only_words(treebank_frequencies(treebanks / folder / "train.conllu.gz"))
    # Both kinds of text for the languages that have both, so that neither kind tells them apart.
    for language in ("nb", "en"):
        words[language] = mean(words[language], only_words(listed_frequencies(language)))
    for language in FREQUENCY_LISTS:
        words[language] = only_words(listed_frequencies(language))
    trigrams = {language: trigram_frequencies(profile) for language, profile in words.items()}
    with output.open("w", encoding="utf-8") as out:
        out.write("# Written by training/language_profiles.py; do not edit. Costs in tenths of a bit.\n")
        out.write("# Derived from the treebanks that the language packs are trained on and from the word\n")
        out.write("# frequencies of wordfreq (Robyn Speer, CC BY-SA 4.0).\n")
        out.write("kind\tgram\tcosts\n")
        for kind, profiles, count in (("word", words, (WORDS, CLOSE_WORDS)),
                                      ("trigram", trigrams, (TRIGRAMS, CLOSE_TRIGRAMS))):
            for gram, costs in table(profiles, *count):
                out.write(f"{kind}\t{gram}\t{' '.join(costs)}\n")


if __name__ == "__main__":
    main()

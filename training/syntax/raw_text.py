"""Plain text to words, for pretraining. Rough beside Varde's own tokeniser, and enough.

One line is one sentence or heading, a blank line ends a paragraph, two end a document.
"""

import lzma
import math
import re
from collections import Counter

from .features import folded, normalise

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:\.\w+)+\.?|\w+(?:[-'’]\w+)*|\.\.\.|[^\w\s]")


def read_documents(path):
    """Lists of tokenised lines."""
    opened = lzma.open if str(path).endswith(".xz") else open
    document, blank = [], 0
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = _WORD.findall(line)
            blank = 0 if words else blank + 1
            if words:
                document.append(words)
            elif blank == 2 and document:
                yield document
                document = []
    if document:
        yield document


class LanguageGuess:
    """Naive Bayes over the words of a document, from treebanks of the languages."""

    def __init__(self, treebanks):
        counts = {}
        for sentence in treebanks:
            counts.setdefault(sentence.language, Counter()).update(f.lower() for f in sentence.forms)
        every = set().union(*counts.values())
        self.languages = sorted(counts)
        self.weights = {}
        for word in every:
            row = [(counts[k][word] + 0.5) / sum(counts[k].values()) for k in self.languages]
            self.weights[word] = [math.log(v) for v in row]

    def language_of(self, document):
        total = [0.0] * len(self.languages)
        for words in document:
            for word in words:
                for i, v in enumerate(self.weights.get(word.lower(), ())):
                    total[i] += v
        return self.languages[total.index(max(total))]


class Folds:
    """The folded form of each form, computed once."""

    def __init__(self):
        self._known = {}

    def of(self, form):
        found = self._known.get(form)
        if found is None:
            found = self._known[form] = folded(normalise(form)).replace(" ", "_")
        return found

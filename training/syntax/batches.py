"""Sentences to padded tensors: label inventories, augmentation, batching."""

from collections import Counter

import numpy as np
import torch

from . import lemmas
from .network import GROUPS

LONGEST = 160  # longer training sentences are left out: they are tables and lists


class Labels:
    """Label inventories, built from the training data alone."""

    def __init__(self, sentences, dropped_names=()):
        scripts = Counter(lemmas.script_of(f, l)
                          for s in sentences for f, l in zip(s.forms, s.lemmas))
        feats = Counter(f for s in sentences for f in s.feats)
        names = {n[2:] for s in sentences for n in s.names if n and n != "O"}
        names = sorted(names - set(dropped_names))
        self.languages = sorted({s.language for s in sentences})
        self.upos = sorted({u for s in sentences for u in s.upos})
        self.feats = sorted(f for f, c in feats.items() if c >= 2)
        self.lemma = sorted(s for s, c in scripts.items() if c >= 3)
        self.deprel = sorted({d for s in sentences for d in s.deprels})
        self.name = ["O"] + [p + n for n in names for p in ("B-", "I-")]
        self._index = {k: {v: i for i, v in enumerate(getattr(self, k))}
                       for k in ("languages", "upos", "feats", "lemma", "deprel", "name")}

    def sizes(self):
        return {k: len(v) for k, v in self._index.items()}

    def index(self, kind, value, otherwise=-1):
        return self._index[kind].get(value, otherwise)

    def name_index(self, name):
        """-1 where unannotated; O where the type is one that is not kept."""
        return -1 if name is None else self.index("name", name, 0)


def _recased(forms, how):
    if how == "upper":
        return [lemmas.with_case(f, "U") for f in forms]
    if how == "lower":
        return [lemmas.with_case(f, "L") for f in forms]
    return [lemmas.with_case(f, "T") if f.islower() else f for f in forms]


def augmented_case(rng):
    """Headlines come in capitals, in title case, or without any."""
    draw = rng.random()
    return "upper" if draw < 0.05 else "lower" if draw < 0.11 else "title" if draw < 0.13 else None


def _drops_final_stop(sentence, rng):
    """Headlines have no final stop."""
    n = len(sentence)
    return (rng.random() < 0.08 and n > 2 and sentence.upos[-1] == "PUNCT"
            and n not in sentence.heads and sentence.deprels[-1] != "root")


def _bags(forms, cache):
    bags = {}
    for at, group in enumerate(GROUPS):
        lists = [cache.rows(f)[at] for f in forms]
        offsets = np.zeros(len(forms) + 1, dtype=np.int64)
        np.cumsum([len(r) for r in lists], out=offsets[1:])
        rows = np.concatenate([np.asarray(r, dtype=np.int64) for r in lists])
        bags[group] = (torch.from_numpy(rows), torch.from_numpy(offsets))
    return bags


def make(sentences, labels, cache, rng=None, counts=None):
    """A batch; with rng also case augmentation and word dropout (training)."""
    size, width = len(sentences), max(len(s) for s in sentences)
    tensors = {k: torch.full((size, width), -1, dtype=torch.long)
               for k in ("upos", "feats", "lemma", "name", "heads", "deprel")}
    forms = torch.zeros((size, width), dtype=torch.long)
    mask = torch.zeros((size, width), dtype=torch.bool)
    index, distinct = {}, []
    for i, s in enumerate(sentences):
        n, words = len(s), s.forms
        if rng is not None:
            how = augmented_case(rng)
            words = _recased(words, how) if how else words
            n -= _drops_final_stop(s, rng)
        for form in words[:n]:
            if form not in index:
                index[form] = len(distinct)
                distinct.append(form)
        mask[i, :n] = True
        rows = {"upos": [labels.index("upos", u) for u in s.upos],
                "feats": [labels.index("feats", f) for f in s.feats],
                "lemma": [labels.index("lemma", lemmas.script_of(f, l))
                          for f, l in zip(words, s.lemmas)],
                "name": [labels.name_index(v) for v in s.names],
                "heads": s.heads,
                "deprel": [labels.index("deprel", d) for d in s.deprels]}
        for key, values in rows.items():
            tensors[key][i, :n] = torch.tensor(values[:n])
        forms[i, :n] = torch.tensor([index[f] for f in words[:n]])
    batch = dict(tensors, forms=forms, mask=mask, bags=_bags(distinct, cache),
                 language=torch.tensor([labels.index("languages", s.language) for s in sentences]))
    if rng is not None:
        # Rare words often lose their own vector, so that unseen ones are met prepared.
        lost = np.array([0.02 + 0.3 / (1 + counts.get(lemmas.lower_one_by_one(f), 0) ** 0.5)
                         for f in distinct])
        batch["drop_word"] = torch.from_numpy((rng.random(len(distinct)) >= lost)
                                              .astype(np.float32))
    return batch


def in_batches(sentences, words_per_batch, rng=None):
    """Groups of like length; shuffled with rng, else in order of length."""
    noise = rng.random(len(sentences)) * 3 if rng is not None else np.zeros(len(sentences))
    order = np.argsort(np.array([len(s) for s in sentences]) + noise, kind="stable")
    groups, current, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i]))
        if current and longest * (len(current) + 1) > words_per_batch:
            groups.append(current)
            current, longest = [], len(sentences[i])
        current.append(sentences[i])
    if current:
        groups.append(current)
    if rng is not None:
        rng.shuffle(groups)
    return groups

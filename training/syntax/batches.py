"""Sentences to padded tensors: label inventories, augmentation, batching."""

import unicodedata
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


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _misspelt(form, rng):
    """One slip of the keyboard: a letter lost, doubled, exchanged or wrong."""
    at, kind = int(rng.integers(len(form))), int(rng.integers(4))
    if kind == 0:
        return form[:at] + form[at + 1:]
    if kind == 1:
        return form[:at] + form[at] + form[at:]
    if kind == 2:
        return form[:at] + form[at + 1:at + 2] + form[at] + form[at + 2:]
    return form[:at] + _LETTERS[int(rng.integers(len(_LETTERS)))] + form[at + 1:]


_STROKED = str.maketrans("øØæÆłŁđĐß", "oOaAlLdDs")


def _without_diacritics(form):
    plain = "".join(c for c in unicodedata.normalize("NFD", form)
                    if not unicodedata.combining(c))
    return plain.translate(_STROKED)


def _damaged(forms, rng):
    """What wires and old archives do to words: no diacritics, or slips of the keyboard."""
    draw = rng.random()
    if draw < 0.05:
        return [_without_diacritics(f) for f in forms]
    if draw < 0.15:
        return [_misspelt(f, rng) if len(f) > 3 and f.isalpha() and rng.random() < 0.06 else f
                for f in forms]
    return forms


def _drops_final_stop(sentence, rng):
    """Headlines have no final stop."""
    n = len(sentence)
    return (rng.random() < 0.08 and n > 2 and sentence.upos[-1] == "PUNCT"
            and n not in sentence.heads and sentence.deprels[-1] != "root")


def bags(forms, cache):
    result = {}
    for at, group in enumerate(GROUPS):
        lists = [cache.rows(f)[at] for f in forms]
        offsets = np.zeros(len(forms) + 1, dtype=np.int64)
        np.cumsum([len(r) for r in lists], out=offsets[1:])
        rows = np.concatenate([np.asarray(r, dtype=np.int64) for r in lists])
        result[group] = (torch.from_numpy(rows), torch.from_numpy(offsets))
    return result


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
            words = _recased(words, how) if how else _damaged(words, rng)
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
    batch = dict(tensors, forms=forms, mask=mask, bags=bags(distinct, cache),
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

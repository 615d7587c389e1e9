#!/usr/bin/env python3
"""Pretrains the encoder of one pack on plain text; see README.md for the commands.

Two steps. fastText's skip-grams (Bojanowski et al. 2017; the fasttext program) give every frequent
word a vector; then the whole encoder learns to fill in masked words (Devlin et al. 2019), with the
word table as the output layer and sampled softmax (Jean et al. 2015). Deterministic to --seed on
one machine. A checkpoint is written every --save-every batches; the same command resumes from it.
"""

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).resolve().parent))
from syntax import batches, conllu, raw_text, treebanks  # noqa: E402
from syntax.features import FeatureCache, NameLists, Vocabulary  # noqa: E402
from syntax.network import DEFAULTS, Network  # noqa: E402
from syntax.optimisers import Optimisers  # noqa: E402

MASKED = 0.25  # Wettig et al. 2023: more than BERT's 15 % pays for small models
NEGATIVES = 3000
VECTOR_SCALE = 0.2  # root mean square of the word vectors that training starts from


def arguments():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--treebank", nargs="+", required=True, type=Path,
                   help="folders whose train.conllu.gz is read as text")
    p.add_argument("--text", nargs="*", type=Path, default=[],
                   help="plain text, one sentence a line (.xz may be)")
    p.add_argument("--name-lists", type=Path, help="what name_lists.py wrote")
    p.add_argument("--possessive", nargs="*", default=[], help="endings of names, e.g. s")
    p.add_argument("--out", type=Path, required=True, help="folder for vectors and checkpoints")
    p.add_argument("--minimum", type=int, default=5, help="count from which a word gets a vector")
    p.add_argument("--vector-epochs", type=int, default=3)
    p.add_argument("--budget", type=int, default=10_000_000, help="words that the encoder sees")
    p.add_argument("--words", type=int, default=1500, help="words per batch")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--dropout", type=float, default=0.1)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--save-every", type=int, default=500)
    return p.parse_args()


def read_sentences(args):
    """(forms, language) of every line of the treebanks and the texts."""
    annotated = [s for f in args.treebank for s in treebanks.read(f, "train")]
    result = [(s.forms, s.language) for s in annotated]
    guess = raw_text.LanguageGuess(annotated)
    for path in args.text:
        for document in raw_text.read_documents(path):
            language = guess.language_of(document)
            result += [(words, language) for words in document]
    return result


def learn_vectors(args, sentences):
    """Runs fastText, once; returns its file."""
    path = args.out / "words.vec"
    if path.exists():
        return path
    text, folds = args.out / "words.txt", raw_text.Folds()
    with open(text, "w", encoding="utf-8") as out:
        for words, _ in sentences:
            out.write(" ".join(map(folds.of, words)) + "\n")
    subprocess.run(["fasttext", "skipgram", "-input", text, "-output", args.out / "words",
                    "-dim", str(DEFAULTS["dims"]["word"]), "-minCount", str(args.minimum),
                    "-minn", "0", "-maxn", "0", "-epoch", str(args.vector_epochs),
                    "-thread", "1"], check=True)
    text.unlink()
    (args.out / "words.bin").unlink()
    return path


def read_vectors(path):
    """(vocabulary, matrix in its order)."""
    found = {}
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            word, *numbers = line.rstrip().split(" ")
            if word != "</s>":
                found[word] = np.array(numbers, dtype=np.float32)
    vocabulary = Vocabulary(found)
    matrix = np.stack([found[w] for w in vocabulary.words])
    return vocabulary, matrix * (VECTOR_SCALE / np.sqrt((matrix ** 2).mean()))


def as_sentence(words, language):
    sentence = conllu.Sentence(language)
    sentence.forms = words
    return sentence


class Pretrainer:
    def __init__(self, args):
        self.args = args
        args.out.mkdir(parents=True, exist_ok=True)
        sentences = read_sentences(args)
        self.vocabulary, vectors = read_vectors(learn_vectors(args, sentences))
        folds = raw_text.Folds()
        counts = Counter(folds.of(w) for words, _ in sentences for w in words)
        self.config = dict(DEFAULTS, rows=dict(DEFAULTS["rows"], word=len(self.vocabulary)))
        self.languages = sorted({language for _, language in sentences})
        self.groups = self.plan(sentences)
        self.cache = FeatureCache(self.config["rows"], self.vocabulary,
                                  NameLists.read(args.name_lists, args.possessive))
        torch.manual_seed(args.seed)
        sizes = dict.fromkeys(("upos", "feats", "lemma", "deprel", "name"), 1)
        self.network = Network(self.config, dict(sizes, languages=len(self.languages)))
        with torch.no_grad():
            self.network.tables["word"].weight.copy_(torch.from_numpy(vectors))
        self.make_objective(counts)
        others = [p for n, p in self.network.named_parameters() if not n.startswith("tables.")]
        self.optimisers = Optimisers(self.network.tables.parameters(),
                                     others + list(self.objective.parameters()), 1.0)
        self.step = 0

    def plan(self, sentences):
        """Batches of a sample of all sentences, up to the budget."""
        rng = np.random.default_rng(self.args.seed)
        usable = [s for s in sentences if 3 <= len(s[0]) <= 80]
        chosen, total = [], 0
        for i in rng.permutation(len(usable)):
            if total >= self.args.budget:
                break
            chosen.append(as_sentence(*usable[i]))
            total += len(usable[i][0])
        return batches.in_batches(chosen, self.args.words, rng)

    def make_objective(self, counts):
        width, dim = self.config["width"], self.config["dims"]["word"]
        frequency = np.array([max(1, counts[w]) for w in self.vocabulary.words], dtype=np.float64)
        noise = frequency ** 0.75
        self.noise = torch.from_numpy((noise / noise.sum()).astype(np.float32))
        self.log_noise = self.noise.log()
        self.objective = nn.ModuleDict({"project": nn.Linear(width, dim)})
        self.mask_vector = nn.Parameter(torch.zeros(2 * width))
        self.objective.register_parameter("mask", self.mask_vector)
        self.bias = torch.from_numpy(np.log(frequency / frequency.sum()).astype(np.float32))

    def path(self):
        return self.args.out / "pretraining.pt"

    def save(self, done):
        state = {"network": self.network.state_dict(), "objective": self.objective.state_dict(),
                 "optimisers": None if done else self.optimisers.state_dict(), "step": self.step,
                 "vocabulary": self.vocabulary.words, "config": self.config,
                 "languages": self.languages}
        temporary = self.path().with_suffix(".tmp")
        torch.save(state, temporary)
        os.replace(temporary, self.path())

    def resume(self):
        if self.path().exists():
            state = torch.load(self.path())
            self.network.load_state_dict(state["network"])
            self.objective.load_state_dict(state["objective"])
            if state["optimisers"]:
                self.optimisers.load_state_dict(state["optimisers"])
            self.step = state["step"]
            print(f"resumed after batch {self.step}", flush=True)

    def batch_of(self, group):
        index, distinct = {}, []
        size, width = len(group), max(len(s) for s in group)
        forms = torch.zeros((size, width), dtype=torch.long)
        mask = torch.zeros((size, width), dtype=torch.bool)
        for i, s in enumerate(group):
            for form in s.forms:
                if form not in index:
                    index[form] = len(distinct)
                    distinct.append(form)
            forms[i, :len(s)] = torch.tensor([index[f] for f in s.forms])
            mask[i, :len(s)] = True
        rows = [self.cache.rows(f)[0] for f in distinct]
        words = torch.tensor([r[0] if r else -1 for r in rows])
        language = torch.tensor([self.languages.index(s.language) for s in group])
        return {"forms": forms, "mask": mask, "language": language, "words": words[forms],
                "bags": batches.bags(distinct, self.cache)}

    def loss(self, batch):
        masked = batch["mask"] & (torch.rand(batch["mask"].shape) < MASKED)
        known = masked & (batch["words"] >= 0)
        x = self.network.encode(batch, self.args.dropout, masked, self.mask_vector)
        x = self.objective["project"](x[known])
        targets = batch["words"][known]
        others = torch.multinomial(self.noise, NEGATIVES, replacement=True)
        table = self.network.tables["word"].weight
        right = (x * F.embedding(targets, table, sparse=True)).sum(1) + self.bias[targets]
        wrong = x @ F.embedding(others, table, sparse=True).t() + self.bias[others]
        right = right - self.log_noise[targets]
        wrong = wrong - self.log_noise[others]
        wrong = wrong.masked_fill(others.unsqueeze(0) == targets.unsqueeze(1), -1e9)
        scores = torch.cat((right.unsqueeze(1), wrong), dim=1)
        return -torch.log_softmax(scores, 1)[:, 0].mean()

    def run(self):
        total, began, sums = len(self.groups), time.time(), []
        self.network.train()
        while self.step < total:
            torch.manual_seed(self.args.seed * 1_000_003 + self.step)
            loss = self.loss(self.batch_of(self.groups[self.step]))
            warmup = min(1.0, (self.step + 1) / 300)
            left = max(0.02, min(1.0, (total - self.step) / (0.7 * total)))
            self.optimisers.step(loss, self.args.rate * warmup * left)
            self.step += 1
            sums.append(float(loss))
            if self.step % 50 == 0:
                print(f"  {self.step}/{total} {time.time() - began:.0f}s"
                      f" loss {np.mean(sums[-200:]):.3f}", flush=True)
            if self.step % self.args.save_every == 0 and self.step < total:
                self.save(done=False)
        self.save(done=True)


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    pretrainer = Pretrainer(args)
    pretrainer.resume()
    print(f"{len(pretrainer.groups)} batches, {len(pretrainer.vocabulary)} words with a vector",
          flush=True)
    pretrainer.run()


if __name__ == "__main__":
    main()

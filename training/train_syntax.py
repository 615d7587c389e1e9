#!/usr/bin/env python3
"""Trains one pack's syntax model; see README.md for the commands.

Deterministic to --seed (on one machine and one thread). A checkpoint is written
after every epoch, atomically; the same command resumes from it. The learning rate
is flat and then falls over the last --cooldown epochs, so the number of epochs may
be changed on resuming.
"""

import argparse
import csv
import os
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).resolve().parent))
from syntax import batches, lemmas, name_chain, scores, treebanks, weak_names  # noqa: E402
from syntax.features import FeatureCache, NameLists, Vocabulary, folded, normalise  # noqa: E402
from syntax.network import DEFAULTS, Network  # noqa: E402
from syntax.optimisers import Optimisers, RunningAverage  # noqa: E402

DROPPED_NAMES = ("MISC",)
LOSS_WEIGHTS = {"upos": 0.5, "feats": 0.5, "lemma": 0.5, "name": 1.0, "heads": 1.0, "deprel": 1.0}


def arguments():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--pack", required=True, help="name of the language pack, e.g. nb")
    p.add_argument("--treebank", nargs="+", required=True, type=Path,
                   help="folders with train/dev.conllu.gz; the folder's name up to _ is the language")
    p.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    p.add_argument("--curve", type=Path, help="TSV of dev scores by epoch")
    p.add_argument("--names-from", nargs="*", type=Path, default=[],
                   help="treebank folders whose names help to annotate sentences without names")
    p.add_argument("--countries", type=Path, help="countries.tsv of the pack, likewise")
    p.add_argument("--name-lists", type=Path, help="what name_lists.py wrote")
    p.add_argument("--possessive", nargs="*", default=[], help="endings of names, e.g. s")
    p.add_argument("--pretrained", type=Path, help="what pretrain_syntax.py wrote")
    p.add_argument("--epochs", type=int, default=12)
    p.add_argument("--cooldown", type=int, default=9)
    p.add_argument("--words", type=int, default=900, help="words per batch")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--dropout", type=float, default=0.2)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--dev-sentences", type=int, default=600, help="per treebank")
    p.add_argument("--with-dev", action="store_true",
                   help="train on train and dev, for weights to ship once all is chosen; no curve")
    return p.parse_args()


def read_all(folders, split):
    return {f.name: treebanks.read(f, split) for f in folders}


def annotate_names(train, args, lists):
    """Weak name annotation for training sentences that have none."""
    annotated = [s for v in train.values() for s in v]
    for folder in args.names_from:
        annotated += treebanks.read(folder, "train")
    countries = weak_names.country_names(args.countries) if args.countries else ()
    dictionary = weak_names.Dictionary(annotated, countries, lists)
    for sentences in train.values():
        for sentence in sentences:
            if all(n is None for n in sentence.names):
                weak_names.annotate(sentence, dictionary)


def losses(network, batch, dropout, name_rule):
    tag, name, arc_d, arc_h, label_d, label_h = network(batch, dropout)
    known = batch["mask"]
    tag = tag[known]
    result = {k: F.cross_entropy(getattr(network, k)(tag), batch[k][known], ignore_index=-1)
              for k in ("upos", "feats", "lemma")}
    result["name"] = name_chain.loss(network.name(name), network.name_transition, batch["name"],
                                     known, name_rule)
    arcs = network.arc_scores(arc_d, arc_h)
    arcs[:, :, 1:].masked_fill_(~known.unsqueeze(1), -1e9)
    result["heads"] = F.cross_entropy(arcs[known], batch["heads"][known])
    heads = batch["heads"].clamp(min=0)
    labels = network.label_scores(label_d, label_h, heads)
    result["deprel"] = F.cross_entropy(labels[known], batch["deprel"][known])
    return result


def rate_at(step, total, cooldown, peak, warmup=150):
    if step < warmup:
        return peak * (step + 1) / warmup
    left = total - step
    return peak * max(0.02, left / cooldown) if left < cooldown else peak


class Trainer:
    def __init__(self, args):
        self.args = args
        self.lists = NameLists.read(args.name_lists, args.possessive)
        train = read_all(args.treebank, "train")
        dev = read_all(args.treebank, "dev")
        self.dev = {k: v[:args.dev_sentences] for k, v in dev.items()}
        if args.with_dev:
            train = {k: v + dev[k] for k, v in train.items()}
        if args.names_from:
            annotate_names(train, args, self.lists)
        everything = [s for v in train.values() for s in v]
        self.labels = batches.Labels(everything, DROPPED_NAMES)
        self.name_rule = name_chain.rules(self.labels.name)
        self.lexicon = lemmas.build_lexicon(everything)
        self.train = [s for s in everything if len(s) <= batches.LONGEST]
        self.counts = Counter(lemmas.lower_one_by_one(f) for s in self.train for f in s.forms)
        pretrained = torch.load(args.pretrained) if args.pretrained else None
        self.vocabulary = (Vocabulary(pretrained["vocabulary"]) if pretrained
                           else self.frequent_words())
        self.config = dict(DEFAULTS, rows=dict(DEFAULTS["rows"], word=len(self.vocabulary)))
        self.cache = FeatureCache(self.config["rows"], self.vocabulary, self.lists)
        torch.manual_seed(args.seed)
        self.network = Network(self.config, self.labels.sizes())
        if pretrained:
            self.take_over(pretrained)
        self.average = RunningAverage(self.network)
        others = [p for n, p in self.network.named_parameters() if not n.startswith("tables.")]
        # Hashed rows that start from noise are updated rarely and must move fast.
        self.optimisers = Optimisers(self.network.tables.parameters(), others,
                                     1.0 if pretrained else 2.0)
        self.epoch = self.step = 0

    def frequent_words(self):
        counts = Counter(folded(normalise(f)) for s in self.train for f in s.forms)
        return Vocabulary(w for w, n in counts.items() if n >= 2)

    def take_over(self, pretrained):
        """Everything below the heads; the heads start from noise."""
        own = self.network.state_dict()
        below = {k: v for k, v in pretrained["network"].items()
                 if k.split(".")[0] in ("tables", "input", "layers", "norm")}
        for at, language in enumerate(self.labels.languages):
            own["language"][at] = pretrained["network"]["language"][
                pretrained["languages"].index(language)]
        self.network.load_state_dict({**own, **below})

    def path(self):
        return self.args.out / "checkpoint.pt"

    def save(self):
        self.args.out.mkdir(parents=True, exist_ok=True)
        state = {"network": self.network.state_dict(), "average": self.average.weights,
                 "optimisers": self.optimisers.state_dict(), "epoch": self.epoch, "step": self.step,
                 "vocabulary": self.vocabulary.words, "lists": self.lists, "config": self.config,
                 "labels": self.labels, "lexicon": self.lexicon,
                 "pack": self.args.pack, "treebanks": [t.name for t in self.args.treebank]}
        temporary = self.path().with_suffix(".tmp")
        torch.save(state, temporary)
        os.replace(temporary, self.path())

    def resume(self):
        if not self.path().exists():
            return
        state = torch.load(self.path())
        self.network.load_state_dict(state["network"])
        self.optimisers.load_state_dict(state["optimisers"])
        self.average.weights = state["average"]
        self.epoch, self.step = state["epoch"], state["step"]
        print(f"resumed after epoch {self.epoch}", flush=True)

    def run_epoch(self):
        args = self.args
        rng = np.random.default_rng([args.seed, self.epoch])
        torch.manual_seed(args.seed * 1000 + self.epoch)
        groups = batches.in_batches(self.train, args.words, rng)
        total, cooldown = args.epochs * len(groups), args.cooldown * len(groups)
        sums, began = Counter(), time.time()
        self.network.train()
        for at, group in enumerate(groups):
            batch = batches.make(group, self.labels, self.cache, rng, self.counts)
            parts = losses(self.network, batch, args.dropout, self.name_rule)
            loss = sum(LOSS_WEIGHTS[k] * v for k, v in parts.items())
            self.optimisers.step(loss, rate_at(self.step, total, cooldown, args.rate))
            self.step += 1
            self.average.follow(self.network, self.step)
            sums.update({k: float(v) for k, v in parts.items()})
            if at % 50 == 49:
                line = " ".join(f"{k} {v / (at + 1):.3f}" for k, v in sums.items())
                print(f"  {at + 1}/{len(groups)} {time.time() - began:.0f}s {line}", flush=True)
        self.epoch += 1

    def evaluate(self):
        raw = {k: v.clone() for k, v in self.network.state_dict().items()}
        self.network.load_state_dict(self.average.weights)
        rows = []
        for name, sentences in self.dev.items():
            s = scores.evaluate(self.network, self.labels, self.lexicon, sentences, self.cache,
                                map_names=name == "en_ewt")
            rows.append({"epoch": self.epoch, "treebank": name,
                         **{k: f"{100 * v:.2f}" for k, v in s.items()}})
            print(rows[-1], flush=True)
        self.network.load_state_dict(raw)
        return rows

    def write_curve(self, rows):
        if not self.args.curve:
            return
        exists = self.args.curve.exists() and self.epoch > 1
        with open(self.args.curve, "a" if exists else "w", newline="") as out:
            writer = csv.DictWriter(out, rows[0].keys(), delimiter="\t", lineterminator="\n")
            if not exists:
                writer.writeheader()
            writer.writerows(rows)


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    trainer = Trainer(args)
    trainer.resume()
    print(f"{len(trainer.train)} sentences, {sum(len(s) for s in trainer.train)} words,"
          f" labels {trainer.labels.sizes()}, lexicon {len(trainer.lexicon)}", flush=True)
    while trainer.epoch < args.epochs:
        trainer.run_epoch()
        trainer.save()
        if not args.with_dev:  # nothing is left to measure on
            trainer.write_curve(trainer.evaluate())


if __name__ == "__main__":
    main()

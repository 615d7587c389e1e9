#!/usr/bin/python3
"""The chain's loss and best sequence against all sequences written out."""
import itertools
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
try:
    import torch
except ImportError:
    print("skipped: PyTorch is not installed (Debian: python3-torch)")
    sys.exit(77)

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from syntax import name_chain  # noqa: E402

LABELS = ["O", "B-ORG", "I-ORG", "B-PER", "I-PER"]


def all_sequences(scores, transition, rule):
    """[(tags, score)] of every sequence."""
    result = []
    for tags in itertools.product(range(len(LABELS)), repeat=len(scores)):
        score = rule[0][tags[0]] + scores[0][tags[0]]
        for i in range(1, len(tags)):
            step = tags[i - 1], tags[i]
            score = score + transition[step] + rule[1][step] + scores[i][tags[i]]
        result.append((tags, score))
    return result


class NameChain(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(3)
        self.rule = name_chain.rules(LABELS)
        self.transition = torch.randn(5, 5)
        self.scores = torch.randn(2, 4, 5)
        self.mask = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]]).bool()

    def likelihood(self, scores, annotated):
        """-log of the part of all sequences that fits the annotation."""
        sequences = all_sequences(scores, self.transition, self.rule)
        fitting = [s for tags, s in sequences
                   if all(a < 0 or a == t for a, t in zip(annotated, tags))]
        return (torch.logsumexp(torch.stack([s for _, s in sequences]), 0)
                - torch.logsumexp(torch.stack(fitting), 0))

    def test_loss_sums_out_what_is_not_annotated(self):
        tags = torch.tensor([[0, 1, 2, -1], [3, -1, -1, -1]])
        loss = name_chain.loss(self.scores, self.transition, tags, self.mask, self.rule)
        expected = (self.likelihood(self.scores[0], [0, 1, 2, -1])
                    + self.likelihood(self.scores[1][:3], [3, -1, -1])) / 7
        self.assertAlmostEqual(float(loss), float(expected), places=4)

    def test_nothing_annotated_costs_nothing(self):
        tags = torch.full((2, 4), -1)
        loss = name_chain.loss(self.scores, self.transition, tags, self.mask, self.rule)
        self.assertAlmostEqual(float(loss), 0, places=5)

    def test_best_sequence(self):
        for scores in self.scores:
            best = name_chain.best(scores, self.transition, self.rule)
            sequences = all_sequences(scores, self.transition, self.rule)
            self.assertEqual(tuple(best), max(sequences, key=lambda s: float(s[1]))[0])


if __name__ == "__main__":
    unittest.main()

"""The network: hashed word features, a mixed encoder, and the heads.

Encoder layers alternate gated convolutions of width 3 (local agreement) with
bidirectional linear recurrences (reach over the sentence). Both are one matrix
product over all words plus cheap element-wise work, which is what makes inference
on one core fast. Heads: UPOS, UFeats, lemma script, name tag, and biaffine arcs
and labels (Dozat & Manning 2017).
"""

import torch
from torch import nn
from torch.nn import functional as F

from .features import LIST_KINDS

GROUPS = ("word", "affix", "ngram", "shape", "list")

DEFAULTS = {
    "rows": {"word": 0, "affix": 10000, "ngram": 20000, "shape": 1000,
             "list": len(LIST_KINDS)},
    "dims": {"word": 128, "affix": 96, "ngram": 96, "shape": 32, "list": 32},
    "width": 256,
    "layers": "CRCRCR",
    "tag_width": 256,
    "name_width": 128,
    "arc_width": 256,
    "label_width": 64,
}


class _Scan(torch.autograd.Function):
    """h[t] = f[t] * h[t-1] + u[t] over the first axis; the second half of the columns runs
    backwards."""

    @staticmethod
    def forward(ctx, f, u):
        h = torch.empty_like(u)
        for columns, order in _directions(u):
            state = torch.zeros_like(u[0, :, columns])
            for t in order:
                state = torch.addcmul(u[t, :, columns], f[t, :, columns], state,
                                      out=h[t, :, columns])
        ctx.save_for_backward(f, h)
        return h

    @staticmethod
    def backward(ctx, grad):
        f, h = ctx.saved_tensors
        du, df = grad.clone(), torch.zeros_like(f)
        for columns, order in _directions(f):
            steps = list(order)
            for before, t in reversed(list(zip(steps, steps[1:]))):
                du[before, :, columns].addcmul_(f[t, :, columns], du[t, :, columns])
        half, _ = _directions(f)[1]
        torch.mul(du[1:, :, :half.start], h[:-1, :, :half.start], out=df[1:, :, :half.start])
        torch.mul(du[:-1, :, half], h[1:, :, half], out=df[:-1, :, half])
        return df, du


def _directions(x):
    half = x.shape[2] // 2
    return ((slice(0, half), range(x.shape[0])),
            (slice(half, 2 * half), range(x.shape[0] - 1, -1, -1)))


class _Neighbours(torch.autograd.Function):
    """[x[i-1]; x[i]; x[i+1]] with zeros beyond the edges."""

    @staticmethod
    def forward(ctx, x):
        width = x.shape[2]
        out = x.new_empty(x.shape[0], x.shape[1], 3 * width)
        out[:, 0, :width] = 0
        out[:, -1, 2 * width:] = 0
        out[:, 1:, :width] = x[:, :-1]
        out[:, :, width:2 * width] = x
        out[:, :-1, 2 * width:] = x[:, 1:]
        return out

    @staticmethod
    def backward(ctx, grad):
        width = grad.shape[2] // 3
        dx = grad[:, :, width:2 * width].clone()
        dx[:, :-1] += grad[:, 1:, :width]
        dx[:, 1:] += grad[:, :-1, 2 * width:]
        return dx


def shared_dropout(x, rate, training):
    """Dropout whose mask is the same for all words of a sentence (Gal & Ghahramani 2016)."""
    if not training or rate == 0:
        return x
    keep = torch.rand(x.shape[0], 1, x.shape[2]) >= rate
    return x * (keep * (1 / (1 - rate)))


class Convolution(nn.Module):
    """x + GLU(W [x[i-1]; x[i]; x[i+1]]) on normalised input, zero at the edges."""

    def __init__(self, width):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.linear = nn.Linear(3 * width, 2 * width)

    def forward(self, x, mask, dropout):
        y = _Neighbours.apply(self.norm(x) * mask)
        return x + shared_dropout(F.glu(self.linear(y), dim=2), dropout, self.training)


class Recurrence(nn.Module):
    """x + W [forward; backward] of gated running averages of W' x."""

    def __init__(self, width):
        super().__init__()
        self.width = width
        self.norm = nn.LayerNorm(width)
        # Columns: candidate forward, candidate backward, gate forward, gate backward.
        self.inward = nn.Linear(width, 4 * width)
        self.outward = nn.Linear(2 * width, width)

    def forward(self, x, mask, dropout):
        z, f = self.inward(self.norm(x)).transpose(0, 1).chunk(2, dim=2)
        f = torch.sigmoid(f)
        # Padding contributes nothing, so the backward state enters each sentence at zero.
        u = (1 - f) * z * mask.transpose(0, 1)
        h = _Scan.apply(f, u).transpose(0, 1)
        return x + shared_dropout(self.outward(h), dropout, self.training)


class Network(nn.Module):
    def __init__(self, config, sizes):
        super().__init__()
        self.config, self.sizes = config, sizes
        width = config["width"]
        self.tables = nn.ModuleDict({
            g: nn.EmbeddingBag(config["rows"][g], config["dims"][g], mode="sum",
                               include_last_offset=True, sparse=True) for g in GROUPS})
        for table in self.tables.values():
            # Small, since rare rows take few steps; the input layer makes up for the scale.
            nn.init.normal_(table.weight, std=0.1)
        self.input = nn.Linear(sum(config["dims"].values()), 2 * width)
        nn.init.normal_(self.input.weight, std=0.2)
        self.language = nn.Parameter(torch.zeros(sizes["languages"], 2 * width))
        kinds = {"C": Convolution, "R": Recurrence}
        self.layers = nn.ModuleList(kinds[k](width) for k in config["layers"])
        self.norm = nn.LayerNorm(width)
        self.parts = [config["tag_width"], config["name_width"], config["arc_width"],
                      config["arc_width"], config["label_width"], config["label_width"]]
        self.hidden = nn.Linear(width, sum(self.parts))
        self.upos = nn.Linear(config["tag_width"], sizes["upos"])
        self.feats = nn.Linear(config["tag_width"], sizes["feats"])
        self.lemma = nn.Linear(config["tag_width"], sizes["lemma"])
        self.name = nn.Linear(config["name_width"], sizes["name"])
        self.name_transition = nn.Parameter(torch.zeros(sizes["name"], sizes["name"]))
        self.root = nn.Parameter(torch.rand(config["arc_width"]) * 0.1)
        self.label_root = nn.Parameter(torch.rand(config["label_width"]) * 0.1)
        self.arc = nn.Linear(config["arc_width"], config["arc_width"])
        lw, labels = config["label_width"], sizes["deprel"]
        self.label = nn.Parameter(torch.randn(labels, lw, lw) * (1.0 / lw))
        self.label_dependent = nn.Linear(lw, labels)
        self.label_head = nn.Linear(lw, labels, bias=False)

    def word_vectors(self, bags, drop_word):
        """One vector per distinct form; scaled by 1/sqrt(rows) in each group."""
        parts = []
        for g in GROUPS:
            rows, offsets = bags[g]
            scale = (offsets[1:] - offsets[:-1]).clamp(min=1).float().rsqrt().unsqueeze(1)
            parts.append(self.tables[g](rows, offsets) * scale)
        if drop_word is not None:
            parts[0] = parts[0] * drop_word.unsqueeze(1)
        return torch.cat(parts, dim=1)

    def encode(self, batch, dropout=0.0, masked=None, mask_vector=None):
        """masked: [batch, words], the words that the encoder sees as mask_vector."""
        v = self.word_vectors(batch["bags"], batch.get("drop_word"))
        v = F.dropout(v, dropout, self.training)
        x = self.input(v)[batch["forms"]] + self.language[batch["language"]].unsqueeze(1)
        if masked is not None:
            x = torch.where(masked.unsqueeze(2), mask_vector, x)
        x = shared_dropout(F.glu(x, dim=2), dropout, self.training)
        mask = batch["mask"].unsqueeze(2).float()
        for layer in self.layers:
            x = layer(x, mask, dropout)
        return self.norm(x)

    def forward(self, batch, dropout=0.0):
        """Hidden vectors per head, [batch, words, part]."""
        x = self.encode(batch, dropout)
        h = shared_dropout(F.relu(self.hidden(x)), dropout, self.training)
        return h.split(self.parts, dim=2)

    def arc_scores(self, dependent, head):
        """[batch, dependent, head]; head 0 is the root."""
        root = self.root.expand(head.shape[0], 1, -1)
        heads = torch.cat((root, head), dim=1)
        return self.arc(dependent) @ heads.transpose(1, 2)

    def label_scores(self, dependent, head, heads):
        """[batch, dependent, label] for the given heads (0 is the root)."""
        b, n, lw = dependent.shape
        root = self.label_root.expand(b, 1, -1)
        chosen = torch.cat((root, head), dim=1).gather(
            1, heads.unsqueeze(2).expand(-1, -1, lw))
        weights = self.label.permute(1, 0, 2).reshape(lw, -1)
        product = (dependent.reshape(b * n, lw) @ weights).view(b * n, -1, lw)
        bilinear = torch.bmm(product, chosen.reshape(b * n, lw, 1)).view(b, n, -1)
        return bilinear + self.label_dependent(dependent) + self.label_head(chosen)

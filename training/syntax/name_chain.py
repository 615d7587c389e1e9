"""Names as a linear chain (conditional random field, Lafferty et al. 2001) under the rules of IOB2.

Unannotated words may have any tag: their tags are summed out (Tsuboi et al. 2008).
"""

import torch

NEVER = -1e4


def rules(labels):
    """(start [tags], step [from, to]): 0 where IOB2 allows it, NEVER where it does not."""
    n = len(labels)
    start, step = torch.zeros(n), torch.zeros(n, n)
    for to, label in enumerate(labels):
        if label.startswith("I-"):
            start[to] = NEVER
            for source, before in enumerate(labels):
                if before == "O" or before[2:] != label[2:]:
                    step[source, to] = NEVER
    return start, step


def loss(scores, transition, tags, mask, rule):
    """Negative log likelihood a word; scores [batch, words, tags], tags -1 where unknown."""
    start, step = rule[0], rule[1] + transition
    count = scores.shape[2]
    allowed = torch.zeros_like(scores)
    known = tags >= 0
    chosen = torch.nn.functional.one_hot(tags.clamp(min=0), count).bool()
    allowed = allowed.masked_fill(known.unsqueeze(2) & ~chosen, NEVER)
    both = torch.cat((scores, scores + allowed))  # all sequences; those that fit the annotation
    inside = torch.cat((mask, mask))
    alpha = start + both[:, 0]
    for t in range(1, scores.shape[1]):
        following = torch.logsumexp(alpha.unsqueeze(2) + step, 1) + both[:, t]
        alpha = torch.where(inside[:, t:t + 1], following, alpha)
    total, fitting = torch.logsumexp(alpha, 1).chunk(2)
    return (total - fitting).sum() / mask.sum()


def best(scores, transition, rule):
    """The best sequence of tag numbers; scores are [words, tags]."""
    step = rule[1] + transition
    value, back = scores[0] + rule[0], []
    for row in scores[1:]:
        top, at = (value.unsqueeze(1) + step).max(0)
        value = top + row
        back.append(at)
    tags = [int(value.argmax())]
    for at in reversed(back):
        tags.append(int(at[tags[-1]]))
    return tags[::-1]

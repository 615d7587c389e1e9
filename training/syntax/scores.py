"""Dev scores on gold tokens. Heads are taken greedily: a curve, not a test score.

`varde parse --accuracy` gives the official numbers from raw text.
"""

import torch

from . import batches, lemmas, name_chain


def spans(tags):
    """(start, end, type) of IOB2 tags."""
    found, start = [], None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and not tag.startswith("I-"):
            found.append((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = i
    return set(found)


def _coarse(span, mapped):
    """Types as the gold has them: EWT knows only PER, ORG and LOC."""
    if not mapped:
        return span
    kind = "LOC" if span[2].startswith("GPE") else span[2]
    return (span[0], span[1], kind) if kind in ("PER", "ORG", "LOC") else None


@torch.no_grad()
def evaluate(network, labels, lexicon, sentences, cache, map_names):
    """Accuracies over all words, names as F1."""
    network.eval()
    hit = dict.fromkeys(("upos", "feats", "lemma", "uas", "las"), 0)
    total = correct = predicted = gold = 0
    kept = set(labels.name)
    rule = name_chain.rules(labels.name)
    for group in batches.in_batches(sentences, 3000):
        batch = batches.make(group, labels, cache)
        tag, name, arc_d, arc_h, label_d, label_h = network(batch)
        upos = network.upos(tag).argmax(2)
        feats = network.feats(tag).argmax(2)
        scripts = network.lemma(tag).argmax(2)
        names = network.name(name)
        arcs = network.arc_scores(arc_d, arc_h)
        arcs[:, :, 1:].masked_fill_(~batch["mask"].unsqueeze(1), -1e9)
        heads = arcs.argmax(2)
        deprels = network.label_scores(label_d, label_h, heads).argmax(2)
        for i, s in enumerate(group):
            total += len(s)
            for j in range(len(s)):
                u = labels.upos[upos[i, j]]
                lemma = lexicon.get((s.language, lemmas.lower_one_by_one(s.forms[j]), u))
                if lemma is None:
                    lemma = lemmas.apply_script(labels.lemma[scripts[i, j]], s.forms[j])
                right = int(heads[i, j]) == s.heads[j]
                same = labels.deprel[deprels[i, j]].split(":")[0] == s.deprels[j].split(":")[0]
                hit["upos"] += u == s.upos[j]
                hit["feats"] += labels.feats[feats[i, j]] == s.feats[j]
                hit["lemma"] += lemma == s.lemmas[j]
                hit["uas"] += right
                hit["las"] += right and same
            if all(n is not None for n in s.names):
                best = name_chain.best(names[i, :len(s)], network.name_transition, rule)
                found = {_coarse(x, map_names) for x in spans([labels.name[t] for t in best])}
                true = {x for x in spans([n if n in kept or map_names else "O" for n in s.names])}
                found.discard(None)
                correct += len(found & true)
                predicted += len(found)
                gold += len(true)
    result = {k: v / total for k, v in hit.items()}
    result["names"] = 2 * correct / max(1, predicted + gold)
    return result

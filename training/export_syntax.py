#!/usr/bin/env python3
"""Writes a checkpoint's averaged weights as a model file (docs/models.md).

With --tiny instead of a checkpoint: a random network of toy size and its outputs on
a made-up sentence, against which the C++ network is tested.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))
from syntax import batches, conllu, features, lemmas, safetensors_file  # noqa: E402
from syntax.network import GROUPS, Network  # noqa: E402

LICENCE = {
    "nb": "Weights trained on UD_Norwegian-Bokmaal and UD_Norwegian-Nynorsk (Norwegian Dependency "
          "Treebank, CC BY-SA 4.0) with NorNE names (CC0 annotation). No text of the treebanks is "
          "contained; lemma entries are single word forms. Redistribute under CC BY-SA 4.0.",
    "en": "Weights trained on UD_English-EWT (CC BY-SA 4.0) and the freely licensed genres of "
          "UD_English-GUM (news, interview, bio, voyage, court, speech). No text of the treebanks "
          "is contained; lemma entries are single word forms. Redistribute under CC BY-SA 4.0.",
}
TRAINING_DATA = {
    "nb": "UD Norwegian Bokmaal + Nynorsk train and dev (Solberg et al. 2014; Ovrelid & Hohle 2016; "
          "Velldal et al. 2017), names from NorNE (Jorgensen et al. 2020); pretrained on the "
          "Norwegian Review Corpus (Velldal et al. 2018)",
    "en": "UD English EWT train (Silveira et al. 2014), UD English GUM train, six genres "
          "(Zeldes 2017), names from GUM only; pretrained on WordNet's glosses (Princeton) and An "
          "Anarchist FAQ",
}


def half(array):
    return array.astype(np.float16)


def tables_of(state):
    return [(f"tables.{g}", half(state[f"tables.{g}.weight"])) for g in GROUPS if g != "word"]


def words_of(state, vocabulary):
    """The word table as bytes with one scale a row, and the words' hashes in its order."""
    table = state["tables.word.weight"]
    scale = np.maximum(np.abs(table).max(axis=1), 1e-8) / 127
    rows = np.rint(table / scale[:, None]).astype(np.int8)
    hashes = np.array(vocabulary.hashes(), dtype=np.uint64)
    return [("vocabulary", hashes)], [("tables.word.scale", scale.astype(np.float32))], \
        [("tables.word", rows)]


def lists_of(lists):
    return [("lists", np.array(lists.entries(), dtype=np.uint64))]


def weights_of(state, config):
    """Everything but the tables: matrices as F16, vectors as F32."""
    out = []
    for name, value in state.items():
        if name.startswith("tables."):
            continue
        if name == "label":  # [label, dependent, head] -> rows (label, head), columns dependent
            width = config["label_width"]
            value = value.transpose(0, 2, 1).reshape(-1, width)
        out.append((name, half(value) if value.ndim == 2 else value.astype(np.float32)))
    return out


def lexicon_tensors(lexicon):
    """Sorted 64-bit keys, offsets, and NUL-terminated lemmas shared between keys."""
    text, at, rows = bytearray(), {}, []
    for (language, form, upos), lemma in sorted(lexicon.items()):
        if lemma not in at:
            at[lemma] = len(text)
            text += lemma.encode("utf-8") + b"\0"
        rows.append((features.hash64("l", "\t".join((language, form, upos))), at[lemma]))
    rows.sort()
    keys = np.array([r[0] for r in rows], dtype=np.uint64)
    offsets = np.array([r[1] for r in rows], dtype=np.uint32)
    return [("lexicon.key", keys), ("lexicon.offset", offsets)], \
        [("lexicon.text", np.frombuffer(bytes(text), dtype=np.uint8))]


def export(path, state, config, labels, lexicon, vocabulary, lists, about):
    state = {k: v.numpy() for k, v in state.items()}
    front, back = lexicon_tensors(lexicon)
    hashes, scales, words = words_of(state, vocabulary)
    parts = (tables_of(state) + hashes + lists_of(lists) + front + scales
             + weights_of(state, config) + words + back)
    tensors = sorted(parts, key=lambda item: -item[1].dtype.itemsize)
    names = {k: getattr(labels, k) for k in ("upos", "feats", "lemma", "deprel", "name")}
    metadata = {
        "format": "varde-syntax/3",
        "languages": json.dumps(labels.languages),
        "labels": json.dumps(names, ensure_ascii=False),
        "config": json.dumps(dict(config, possessive=lists.possessive), ensure_ascii=False),
        **about,
    }
    size = safetensors_file.write(path, tensors, metadata)
    print(f"{path}: {size / 1e6:.1f} MB")


def export_checkpoint(checkpoint, path, name_lists=None):
    saved = torch.load(checkpoint)
    lists = saved["lists"]
    if name_lists:
        lists = features.NameLists.read(name_lists, lists.possessive)
    pack = saved["pack"]
    about = {"training_data": TRAINING_DATA[pack], "licence": LICENCE[pack],
             "epochs": str(saved["epoch"])}
    export(path, saved["average"], saved["config"], saved["labels"], saved["lexicon"],
           features.Vocabulary(saved["vocabulary"]), lists, about)


def toy_sentence():
    rows = [("Åse", "Åse", "PROPN", "_", 2, "nsubj", "B-PER"),
            ("sa", "si", "VERB", "Tense=Past", 0, "root", "O"),
            ("«", "$«", "PUNCT", "_", 4, "punct", "O"),
            ("nei", "nei", "INTJ", "_", 2, "obj", "O"),
            ("»", "$»", "PUNCT", "_", 4, "punct", "O"),
            ("i", "i", "ADP", "_", 8, "case", "O"),
            ("NEW", "New", "PROPN", "_", 8, "flat:name", "B-GPE_LOC"),
            ("York-2024", "York-2024", "PROPN", "_", 2, "obl", "I-GPE_LOC"),
            (".", "$.", "PUNCT", "_", 2, "punct", "O")]
    s = conllu.Sentence("nb")
    for form, lemma, upos, feats, head, deprel, name in rows:
        conllu._add_word(s, [0, form, lemma, upos, "_", feats, head, deprel, "_", "name=" + name])
    return s


@torch.no_grad()
def toy_reference(network, labels, vocabulary, lists, sentences):
    """Raw scores of every head; label scores for head = root of all words."""
    network.eval()
    cache = features.FeatureCache(network.config["rows"], vocabulary, lists)
    batch = batches.make(sentences, labels, cache)
    tag, name, arc_d, arc_h, label_d, label_h = network(batch)
    heads = torch.zeros_like(batch["heads"])
    heads[:, 1:] = 1
    scores = {"upos": network.upos(tag), "feats": network.feats(tag), "lemma": network.lemma(tag),
              "name": network.name(name), "arcs": network.arc_scores(arc_d, arc_h),
              "labels": network.label_scores(label_d, label_h, heads)}
    result = []
    for i, s in enumerate(sentences):
        n = len(s)
        one = {k: v[i, :n] for k, v in scores.items()}
        one["arcs"] = one["arcs"][:, :n + 1]
        result.append({"forms": s.forms, **{k: [[round(float(x), 6) for x in row] for row in v]
                                            for k, v in one.items()}})
    return result


def export_tiny(folder):
    torch.manual_seed(7)
    config = {"rows": {"word": 11, "affix": 64, "ngram": 64, "shape": 32,
                       "list": len(features.LIST_KINDS)},
              "dims": {"word": 16, "affix": 12, "ngram": 8, "shape": 4, "list": 4},
              "width": 16, "layers": "CRC", "tag_width": 12, "name_width": 8,
              "arc_width": 10, "label_width": 6}
    first = toy_sentence()
    second = conllu.Sentence("nb", *[c[1:5] for c in (first.forms, first.lemmas, first.upos,
                                                     first.feats, first.heads, first.deprels,
                                                     first.names)])
    second.heads = [0, 1, 1, 1]
    labels = batches.Labels([first, first, first, second])
    lexicon = {("nb", "sa", "VERB"): "si", ("nb", "nei", "INTJ"): "nei"}
    network = Network(config, labels.sizes())
    for p in network.parameters():
        p.data = (torch.randn_like(p) * 0.4).half().float()
    with torch.no_grad():  # so that bytes lose nothing
        words = network.tables["word"].weight
        words.copy_((words * 40).round().clamp(-127, 127) / 128)
        words[:, 0] = 127 / 128
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = features.Vocabulary("åse sa \" new york-0000 og han det byen oslo ja".split())
    lists = features.NameLists.of({"Åse": ["given", "surname"], "New": ["part of town"],
                                   "York-2024": ["place"], "sa": ["other"]}, ["s", "'"])
    export(folder / "tiny.safetensors", network.state_dict(), config, labels, lexicon, vocabulary, lists,
           {"training_data": "none: random weights", "licence": "Apache-2.0", "epochs": "0"})
    with open(folder / "tiny.json", "w", encoding="utf-8") as out:
        json.dump(toy_reference(network, labels, vocabulary, lists, [first, second]), out,
                  ensure_ascii=False)
        out.write("\n")


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--checkpoint", type=Path)
    p.add_argument("--out", type=Path)
    p.add_argument("--name-lists", type=Path,
                   help="what name_lists.py wrote, if not the lists of the training: they may grow "
                        "after it, since the weights know kinds, not names")
    p.add_argument("--tiny", type=Path, help="folder for the toy model and its reference")
    args = p.parse_args()
    if args.tiny:
        export_tiny(args.tiny)
    else:
        export_checkpoint(args.checkpoint, args.out, args.name_lists)


if __name__ == "__main__":
    main()

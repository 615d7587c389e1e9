"""Reads CoNLL-U into plain sentences; knows nothing of the network."""

import gzip
from dataclasses import dataclass, field


@dataclass
class Sentence:
    """One sentence of syntactic words; heads are 0 for root, else 1-based."""

    language: str
    forms: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    deprels: list = field(default_factory=list)
    names: list = field(default_factory=list)  # None where names are not annotated

    def __len__(self):
        return len(self.forms)


def _open(path):
    if str(path).endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8")
    return open(path, encoding="utf-8")


def _name_of(misc):
    for item in misc.split("|"):
        if item.startswith("name="):
            return item[5:]
    return None


def _add_word(sentence, columns):
    sentence.forms.append(columns[1])
    sentence.lemmas.append(columns[2])
    sentence.upos.append(columns[3])
    sentence.feats.append(columns[5])
    sentence.heads.append(int(columns[6]))
    sentence.deprels.append(columns[7])
    sentence.names.append(_name_of(columns[9]))


def read(path, language, keep_document=lambda newdoc_id: True):
    """Sentences of one file; ranges and empty nodes are skipped."""
    sentences, current, keep = [], Sentence(language), True
    with _open(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id"):
                keep = keep_document(line.split("=", 1)[1].strip())
            elif not line:
                if current.forms and keep:
                    sentences.append(current)
                current = Sentence(language)
            elif not line.startswith("#"):
                columns = line.split("\t")
                if columns[0].isdigit():
                    _add_word(current, columns)
    if current.forms and keep:
        sentences.append(current)
    return sentences

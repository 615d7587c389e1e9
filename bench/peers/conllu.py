"""CoNLL-U: what scoring and raw text need of it. Follows src/syntax/conllu.cc and evaluation.cc."""
import gzip
from dataclasses import dataclass, field


@dataclass
class Word:
    form: str
    lemma: str = "_"
    upos: str = "_"
    feats: str = "_"
    head: int = 0  # 1-based; 0 is the root
    deprel: str = "_"
    name: str = ""  # "O", "B-PER", …; empty: not annotated


@dataclass
class Sentence:
    new_document: bool = False
    new_paragraph: bool = False
    space_after: bool = True  # the last token
    text: str = ""
    words: list = field(default_factory=list)
    ranges: dict = field(default_factory=dict)  # first word, from 0: (last word + 1, form)


def name_of(misc):
    for item in misc.split("|"):
        if item.startswith("name="):
            return item[len("name="):]
    return ""


def add_row(sentence, columns):
    number, form, lemma, upos, _, feats, head, deprel, _, misc = columns
    space = "SpaceAfter=No" not in misc.split("|")
    if "-" in number:
        first, last = map(int, number.split("-"))
        sentence.ranges[first - 1] = (last, form)
        sentence.space_after = space
    elif "." not in number:  # empty nodes have no place in the text
        sentence.words.append(
            Word(form, lemma, upos, feats, int(head), deprel, name_of(misc)))
        if all(last < int(number) for last, _ in sentence.ranges.values()):
            sentence.space_after = space


def parse(text):
    """The sentences of CoNLL-U text."""
    sentences, sentence = [], Sentence()
    for line in text.split("\n"):
        if not line:
            if sentence.words:
                sentences.append(sentence)
                sentence = Sentence()
        elif line.startswith("# newdoc"):
            sentence.new_document = True
        elif line.startswith("# newpar"):
            sentence.new_paragraph = True
        elif line.startswith("# text = "):
            sentence.text = line[len("# text = "):]
        elif not line.startswith("#"):
            add_row(sentence, line.split("\t"))
    if sentence.words:
        sentences.append(sentence)
    return sentences


def read(path):
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as stream:
        return parse(stream.read())


def raw_documents(sentences):
    """One text per "# newdoc", paragraphs apart by an empty line, sentences as their tokens say."""
    documents, space = [], True
    for sentence in sentences:
        if sentence.new_document or not documents:
            documents.append("")
        if documents[-1]:
            documents[-1] += "\n\n" if sentence.new_paragraph else " " if space else ""
        documents[-1] += sentence.text
        space = sentence.space_after
    return documents

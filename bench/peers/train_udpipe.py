"""Trains the UDPipe model of one treebank. Runs in the environment that holds the peers.

    train_udpipe.py LANGUAGE TREEBANK FOLDER

TREEBANK holds train.conllu.gz and dev.conllu.gz. FOLDER gets LANGUAGE.udpipe, and LANGUAGE.json
with the settings and the processor seconds. Tokenizer, tagger and parser are kept one by one as
they are done: a training that was interrupted begins again with the one where it stopped.
"""
import gzip
import hashlib
import json
import os
import pathlib
import sys
import time

import ufal.udpipe as udpipe

import udpipe_settings

NONE = "none"


def read(path):
    reader = udpipe.InputFormat.newConlluInputFormat()
    reader.setText(gzip.open(path, "rt", encoding="utf-8").read())
    error = udpipe.ProcessingError()
    sentences = udpipe.Sentences()
    sentence = udpipe.Sentence()
    while reader.nextSentence(sentence, error):
        sentences.append(sentence)
        sentence = udpipe.Sentence()
    if error.occurred():
        sys.exit(f"{path}: {error.message}")
    return sentences


def write(path, content):
    """Whole or not at all: a reader never sees half a file."""
    part = path.with_suffix(path.suffix + ".part")
    part.write_bytes(content)
    os.replace(part, path)


def write_vectors(sentences, path):
    from gensim.models import Word2Vec

    forms = [[word.form.replace(" ", "\u00a0") for word in list(sentence.words)[1:]]
             for sentence in sentences]
    vectors = Word2Vec(forms, **udpipe_settings.VECTORS).wv
    lines = [f"{len(vectors)} {vectors.vector_size}"]
    for form in vectors.index_to_key:
        lines.append(form + " " + " ".join(f"{value:.6f}" for value in vectors[form]))
    write(path, ("\n".join(lines) + "\n").encode())


def fingerprint(treebank, settings):
    content = hashlib.sha256(json.dumps([settings, udpipe_settings.VECTORS]).encode())
    for part in ("train", "dev"):
        content.update((treebank / f"{part}.conllu.gz").read_bytes())
    return content.hexdigest()[:16]


class Training:
    def __init__(self, language, treebank, folder):
        self.language, self.treebank, self.folder = language, treebank, folder
        self.sentences = None
        self.seconds = {}

    def model_of(self, component, settings):
        """Path of the model that holds `component`, trained now or before."""
        # The parser's model holds the others too, and the parser learns from the tagger's tags.
        settles = udpipe_settings.components(self.language) if component == "parser" else settings
        path = self.folder / f"{self.language}.{component}.{fingerprint(self.treebank, settles)}"
        times = path.with_suffix(path.suffix + ".seconds")
        if not (path.exists() and times.exists()):
            start = time.process_time()
            content = self.train(component, settings)
            write(times, str(time.process_time() - start).encode())
            write(path, content)
        self.seconds[component] = round(float(times.read_text()))
        return path

    def train(self, component, settings):
        if self.sentences is None:
            self.sentences = [read(self.treebank / f"{part}.conllu.gz")
                              for part in ("train", "dev")]
        chosen = {"tokenizer": NONE, "tagger": NONE, "parser": NONE}
        chosen[component] = udpipe_settings.options(settings)
        if component == "parser":
            # The parser learns from the tags that the tagger will give it.
            for other, its in udpipe_settings.components(self.language)[:2]:
                chosen[other] = f"from_model=file:{self.model_of(other, its)}"
            vectors = self.folder / f"{self.language}.vectors"
            write_vectors(self.sentences[0], vectors)
            chosen[component] += f";embedding_form_file={vectors}"
        error = udpipe.ProcessingError()
        model = udpipe.Trainer.train("morphodita_parsito", *self.sentences, chosen["tokenizer"],
                                     chosen["tagger"], chosen["parser"], error)
        if error.occurred() or not model:
            sys.exit(f"UDPipe's {component} could not be trained: {error.message}")
        return model


def main(language, treebank, folder):
    training = Training(language, pathlib.Path(treebank), pathlib.Path(folder))
    training.folder.mkdir(parents=True, exist_ok=True)
    components = udpipe_settings.components(language)
    for component, settings in components:
        model = training.model_of(component, settings)
    write(training.folder / f"{language}.udpipe", model.read_bytes())
    write(training.folder / f"{language}.json",
          json.dumps({"settings": dict(components), "vectors": udpipe_settings.VECTORS,
                      "processor_seconds": training.seconds}, indent=2).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])

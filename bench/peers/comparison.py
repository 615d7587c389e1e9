"""Measures the systems on the test part of one treebank."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import conllu
import scorer
from paths import HERE
from systems import TREEBANKS


def json_lines(documents, language, copies):
    return "".join(
        json.dumps({"id": f"{n}-{copy}", "language": language, "text": document}) + "\n"
        for copy in range(copies) for n, document in enumerate(documents))


def run(program, given, taken):
    core = max(os.sched_getaffinity(0))
    command = [sys.executable, HERE / "measure.py", str(core), given, taken, *program]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(1)
    return json.loads(done.stdout)


class Inputs:
    """The text of a test part as files: one sentence, once, and several times."""

    def __init__(self, folder, gold, language, copies):
        documents = conllu.raw_documents(gold)
        self.words = sum(len(sentence.words) for sentence in gold)
        self.extra_words = self.words * (copies - 1)
        self.taken = folder / "taken"
        self.paths = {}
        for name, text, times in (("sentence", [gold[0].text], 1), ("once", documents, 1),
                                  ("copies", documents, copies)):
            self.paths[name] = folder / name
            self.paths[name].write_text(json_lines(text, language, times), encoding="utf-8")


def one_round(program, inputs):
    """Runs on all inputs; the output on the text once stays in inputs.taken."""
    took = {name: run(program, inputs.paths[name], inputs.taken)
            for name in ("sentence", "copies", "once")}
    more = {clock: took["copies"][clock] - took["once"][clock] for clock in ("processor", "wall")}
    return {
        "words_per_second": inputs.extra_words / more["processor"],
        "words_per_wall_second": inputs.extra_words / more["wall"],
        "start": took["sentence"]["processor"],
        "load": float(took["once"]["complaints"][-1]) if took["once"]["complaints"] else None,
        "memory": took["once"]["memory"],
    }


def median(rounds):
    return {name: None if rounds[0][name] is None else statistics.median(r[name] for r in rounds)
            for name in rounds[0]}


def compare(systems, language, treebanks, rounds, copies):
    """{system's name: figures}. Systems take turns: what else the machine does meets all."""
    gold = conllu.read(treebanks / TREEBANKS[language] / "test.conllu.gz")
    figures = {system.name: [] for system in systems}
    scores = {}
    with tempfile.TemporaryDirectory() as folder:
        inputs = Inputs(pathlib.Path(folder), gold, language, copies)
        for _ in range(rounds):
            for system in systems:
                figures[system.name].append(one_round(system.command(language), inputs))
                if system.name not in scores:
                    scores[system.name] = scorer.evaluate(gold, conllu.read(inputs.taken))
    return {
        system.name: {
            **median(figures[system.name]),
            "rounds": figures[system.name],
            "words": inputs.words,
            "model_size": system.model_size(language),
            "scores": {metric: 100 * score.f1 for metric, score in scores[system.name].items()
                       if metric not in system.not_scored},
        } for system in systems}


def difference_to_varde(varde, scores, language, treebanks):
    """How far the scorer here is from `varde parse --accuracy`, in points, at most."""
    path = treebanks / TREEBANKS[language] / "test.conllu.gz"
    command = [varde, "parse", "--accuracy", path, "--language", language]
    rows = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    # Rows of the table of metrics; what else the command prints has other first words.
    own = {}
    for row in rows.splitlines():
        metric, *columns = (column.strip() for column in row.split("|"))
        if len(columns) == 3 and metric.lower() in scores:
            own.setdefault(metric.lower(), float(columns[2]))
    if set(own) != set(scores):
        sys.exit("varde parse --accuracy prints other metrics than expected")
    return max(abs(own[metric] - score) for metric, score in scores.items())

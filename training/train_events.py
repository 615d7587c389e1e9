#!/usr/bin/env python3
"""Trains codebook/events.safetensors: who takes part in an event, where it happens, how sure it is.

    cmake --build build --target varde_event_features
    python3 -m pip install lightgbm==4.5.0
    training/train_events.py --gold ../shared/gold/train [--test ../shared/gold/dev]
        [--examples lang/*/examples.tsv]

Every event of the annotated articles that the rules code too gives candidates for its two roles
(src/event/role_features.h). For each role two ensembles of boosted trees (LightGBM, Ke et al. 2017)
are learned: whether the candidate's country takes part, and whether the candidate itself, where
annotators name its sector; one more: whether the event happened in its country. The last one says
of every event that the rules code how likely annotators code it too. The example sentences of the
packs, which state the countries of both roles, count as further events for those, each with
EXAMPLE_WEIGHT, since a sentence by itself is easier than one in an article. Prints the scores of a
cross-validation by documents, and of --test, beside the rules'. Deterministic to the versions of
the packages.
"""

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import lightgbm
import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))
from syntax import safetensors_file  # noqa: E402

ROLES = ("actor", "recipient")
THRESHOLD = {"actor": 0.5, "recipient": 0.47, "place": 0.45}
TREES = 100
PARTS = 6
SETTINGS = {"objective": "binary", "learning_rate": 0.1, "num_leaves": 15, "min_data_in_leaf": 20,
            "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5,
            "boost_from_average": False, "verbose": -1, "seed": 1, "num_threads": 1,
            "deterministic": True}
CONFIDENCE_TREES = 50
CONFIDENCE_SETTINGS = {**SETTINGS, "num_leaves": 8, "min_data_in_leaf": 30, "lambda_l2": 10,
                       "boost_from_average": False}
BINS = 10  # of the calibration
EXAMPLE_WEIGHT = 0.3
PUBLISHED = "2021-05-14"
RECORDS = ("tolls", "ceasefires", "talks", "resolutions", "control")
LEAF = 1 << 31


def arguments():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--gold", type=Path, required=True, help="folder of annotated articles")
    p.add_argument("--test", type=Path, help="another one, to measure on")
    p.add_argument("--score", type=Path, help="score.py (default: beside the folder --gold)")
    p.add_argument("--examples", type=Path, nargs="*", default=[], help="examples.tsv of packs")
    p.add_argument("--program", type=Path, default=ROOT / "build" / "varde_event_features")
    p.add_argument("--out", type=Path, default=ROOT / "codebook" / "events.safetensors")
    return p.parse_args()


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def close(text):
    """Whether a coded event is an annotated one: right type, and trigger or sentence shared."""
    breaks = [m.start() for m in re.finditer(r"[.!?\n]", text)]

    def sentences(span):
        first, last = (sum(b < at for b in breaks) for at in (span[0], span[1] - 1))
        return set(range(first, last + 1))

    def score(gold, found):
        if found["type"] not in gold["types"]:
            return None
        span = found["begin"], found["end"]
        shared = min(gold["span"][1], span[1]) - max(gold["span"][0], span[0])
        if shared > 0:
            return 1, shared
        return (0, shared) if sentences(gold["span"]) & sentences(span) else None
    return score


def read(folder, program, scorer):
    """[(document, annotated event or None, coded event)], every coded event."""
    gold = scorer.load_gold(folder)
    coded = run_program(program, sorted(folder.glob("*.json")))
    result = []
    for name, (document, _) in gold.items():
        pairs = scorer.greedy(document["events"], coded[name], close(document["text"]))
        annotated = {id(s): g for g, s in pairs}
        result += [(name, annotated.get(id(s)), s) for s in coded[name]]
    return result


def run_program(program, files):
    """{document: [coded event]}"""
    coded = defaultdict(list)
    done = subprocess.run([program, ROOT, *files], check=True, stdout=subprocess.PIPE)
    for line in done.stdout.splitlines():
        event = json.loads(line)
        coded[event["document"]].append(event)
    return coded


def stated_examples(paths):
    """{document: line of examples.tsv} of those that state an event."""
    stated = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file
                    if line.strip() and not line.startswith("#")]
        for number, row in enumerate(rows[1:], 1):
            line = dict(zip(rows[0], row))
            if line["frame"] != "none" and line["type"] not in (*RECORDS, "-"):
                stated[f"{path.parent.name}-{number}"] = line
    return stated


def stated_actors(cell):
    """As gold has them, without sectors; nothing where the line leaves it open."""
    if cell == "*":
        return None
    return set() if cell == "-" else {("" if code.startswith(":") else code, frozenset())
                                      for code in cell.split()}


def read_examples(paths, program):
    """Like read(), of sentences with exactly one coded event of the stated type."""
    stated = stated_examples(paths)
    if not stated:
        return []
    with tempfile.TemporaryDirectory() as folder:
        for name, line in stated.items():
            document = {"id": name, "language": name.split("-")[0], "published": PUBLISHED,
                        "text": line["sentence"], "events": [], **{kind: [] for kind in RECORDS}}
            (Path(folder) / f"{name}.json").write_text(json.dumps(document, ensure_ascii=False),
                                                       encoding="utf-8")
        coded = run_program(program, sorted(Path(folder).glob("*.json")))
    result = []
    for name, line in stated.items():
        events = [event for event in coded[name] if event["type"] == line["type"]]
        if len(events) == 1:
            result.append((name, {role: stated_actors(line[role]) for role in ROLES}, events[0]))
    return result


def found_by_both(data):
    return [d for d in data if d[1] is not None]


def agrees(candidate, gold):
    sectors = set(candidate["sector"])
    return any(candidate["country"] == country and (sectors & wanted or not (sectors or wanted))
               for country, wanted in gold)


def examples(data, role):
    """(features, country labels, entity labels, [(event, candidate)])"""
    rows, countries, entities, origin = [], [], [], []
    for at, (_, gold, coded) in enumerate(data):
        if role == "recipient" and coded["reciprocal"]:
            continue
        wanted = {country for country, _ in gold[role]}
        named = {c["country"] for c in coded[role] if agrees(c, gold[role])}
        for c in coded[role]:
            rows.append(c["features"])
            countries.append(c["country"] in wanted)
            entities.append(countries[-1] and (agrees(c, gold[role]) or c["country"] not in named))
            origin.append((at, c))
    return (np.array(rows, dtype=np.float32), np.array(countries, dtype=int),
            np.array(entities, dtype=int), origin)


def place_examples(data):
    """(features, labels, [(event, country)])"""
    rows, labels, origin = [], [], []
    for at, (_, gold, coded) in enumerate(data):
        for c in coded["actor"]:
            if c["country"]:
                rows.append(c["features"])
                labels.append(c["country"] == gold["place"][1])
                origin.append((at, c["country"]))
    return np.array(rows, dtype=np.float32), np.array(labels, dtype=int), origin


def confidence_examples(data):
    return (np.array([coded["confidence"] for _, _, coded in data], dtype=np.float32),
            np.array([gold is not None for _, gold, _ in data], dtype=int))


def train_confidence(data):
    rows, labels = confidence_examples(data)
    return lightgbm.train(CONFIDENCE_SETTINGS, lightgbm.Dataset(rows, labels), CONFIDENCE_TREES)


def with_examples(rows, labels, extra, role):
    """A data set of annotated events and of example sentences that state this role."""
    rows_too, labels_too, _, _ = examples([e for e in extra if e[1][role] is not None], role)
    if not len(rows_too):
        return lightgbm.Dataset(rows, labels)
    weights = np.concatenate([np.ones(len(rows)), np.full(len(rows_too), EXAMPLE_WEIGHT)])
    return lightgbm.Dataset(np.concatenate([rows, rows_too]),
                            np.concatenate([labels, labels_too]), weight=weights)


def train(data, extra):
    """{(role, what): ensemble}; data: found by both; extra: example sentences"""
    rows, labels, _ = place_examples(data)
    models = {("place", "country"): lightgbm.train(SETTINGS, lightgbm.Dataset(rows, labels), TREES)}
    for role in ROLES:
        rows, countries, entities, _ = examples(data, role)
        for what, train_set in (("country", with_examples(rows, countries, extra, role)),
                                ("entity", lightgbm.Dataset(rows, entities))):
            models[role, what] = lightgbm.train(SETTINGS, train_set, TREES)
    return models


def decide(models, data):
    """{role: {event: actors}}, an actor being (country, sectors)"""
    result = {}
    for role in ROLES:
        rows, _, _, origin = examples(data, role)
        country, entity = (models[role, what].predict(rows) for what in ("country", "entity"))
        choices = defaultdict(dict)
        for (at, c), p, q in zip(origin, country, entity):
            best = choices[at].setdefault(c["country"], [0, -1, None])
            best[0] = max(best[0], p)
            if q > best[1]:
                best[1:] = q, (c["country"], frozenset(c["sector"]))
        result[role] = {at: {actor for p, _, actor in found.values() if p >= THRESHOLD[role]}
                        for at, found in choices.items()}
    rows, _, origin = place_examples(data)
    best = {}
    for (at, country), p in zip(origin, models["place", "country"].predict(rows)):
        best[at] = max(best.get(at, (THRESHOLD["place"], None)), (p, country), key=lambda b: b[0])
    result["place"] = {at: country for at, (_, country) in best.items()}
    return result


def by_rules(data):
    result = {role: {at: {(c["country"], frozenset(c["sector"])) for c in coded[role] if c["features"][0]}
                     for at, (_, _, coded) in enumerate(data)} for role in ROLES}
    result["place"] = {at: coded["place"] for at, (_, _, coded) in enumerate(data)}
    return result


def parts(data):
    """The documents in PARTS parts: (the other documents' data, places of the part's in data)"""
    names = sorted({name for name, _, _ in data})
    for part in range(PARTS):
        held_out = set(names[part::PARTS])
        yield ([d for d in data if d[0] not in held_out],
               [at for at, d in enumerate(data) if d[0] in held_out])


def cross_validated(data, extra):
    result = {what: {} for what in THRESHOLD}
    for others, chosen in parts(data):
        models = train(others, extra)
        decided = decide(models, [data[at] for at in chosen])
        for what, found in decided.items():
            result[what].update({chosen[at]: value for at, value in found.items()})
    return result


def report(title, data, decided, scorer):
    line, right = [], [True] * len(data)
    for role in ROLES:
        counts, sectors = np.zeros(3), np.zeros(3)
        for at, (_, gold, _) in enumerate(data):
            found = decided[role].get(at, set())
            want, got = ({country for country, _ in actors} for actors in (gold[role], found))
            counts += len(want & got), len(want), len(got)
            sectors += scorer.common_pairs(gold[role], found), len(gold[role]), len(found)
            right[at] &= want == got
        line += [f"{2 * n[0] / (n[1] + n[2]):.3f}" for n in (counts, sectors)]
    places = np.mean([decided["place"].get(at) == gold["place"][1]
                      for at, (_, gold, _) in enumerate(data)])
    print(f"| {title} | {len(data)} | " + " | ".join(line) + f" | {np.mean(right):.3f} |"
          f" {places:.3f} |", flush=True)


def cross_validated_confidence(data):
    stated = np.zeros(len(data))
    for others, chosen in parts(data):
        rows, _ = confidence_examples([data[at] for at in chosen])
        stated[chosen] = train_confidence(others).predict(rows)
    return stated


def report_confidence(title, stated, data):
    """Reliability by tenths, expected calibration error, precision of the surest."""
    right = confidence_examples(data)[1]
    print(f"\n| {title}: stated | events | mean stated | right |\n| --- | ---: | ---: | ---: |")
    error = 0
    for low in range(BINS):
        chosen = np.minimum((stated * BINS).astype(int), BINS - 1) == low
        if chosen.any():
            print(f"| {low / BINS:.1f} to {(low + 1) / BINS:.1f} | {chosen.sum()} |"
                  f" {stated[chosen].mean():.2f} | {right[chosen].mean():.2f} |")
            error += chosen.mean() * abs(stated[chosen].mean() - right[chosen].mean())
    sure = stated >= 0.8
    print(f"\nExpected calibration error {error:.3f}; of {sure.mean():.2f} of the events, stated at 0.8"
          f" or more, {right[sure].mean():.3f} are right.", flush=True)


def tensors_of(name, model):
    branches, leaves, roots = [], [], []

    def add(node):
        if "leaf_value" in node:
            leaves.append(node["leaf_value"])
            return LEAF + len(leaves) - 1
        at = len(branches)
        branches.append([node["split_feature"], node["threshold"], None, None])
        branches[at][2:] = add(node["left_child"]), add(node["right_child"])
        return at

    for tree in model.dump_model()["tree_info"]:
        if "leaf_value" not in tree["tree_structure"]:
            roots.append(add(tree["tree_structure"]))
    columns = list(zip(*branches))
    return [(f"{name}.root", np.array(roots, dtype=np.uint32)),
            (f"{name}.feature", np.array(columns[0], dtype=np.uint32)),
            (f"{name}.threshold", np.array(columns[1], dtype=np.float32)),
            (f"{name}.left", np.array(columns[2], dtype=np.uint32)),
            (f"{name}.right", np.array(columns[3], dtype=np.uint32)),
            (f"{name}.leaf", np.array(leaves, dtype=np.float32))]


def feature_names(program):
    listed = subprocess.run([program, "--features"], check=True, stdout=subprocess.PIPE).stdout
    return {key: " ".join(names) for key, names in json.loads(listed).items()}


def main():
    args = arguments()
    scorer = load_scorer(args.score or args.gold.parent / "score.py")
    data = read(args.gold, args.program, scorer)
    print("| | events | actor | with sector | recipient | with sector | both right | country |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    both, extra = found_by_both(data), read_examples(args.examples, args.program)
    report("rules", both, by_rules(both), scorer)
    report("cross-validated", both, cross_validated(both, extra), scorer)
    models, confidence = train(both, extra), train_confidence(data)
    if args.test:
        test = read(args.test, args.program, scorer)
        both = found_by_both(test)
        report("rules, test", both, by_rules(both), scorer)
        report("trained, test", both, decide(models, both), scorer)
    report_confidence("cross-validated", cross_validated_confidence(data), data)
    if args.test:
        report_confidence("test", confidence.predict(confidence_examples(test)[0]), test)
    tensors = [t for (role, what), model in models.items() for t in tensors_of(f"{role}.{what}", model)]
    tensors += tensors_of("confidence", confidence)
    metadata = {"format": "varde-events/1", **feature_names(args.program),
                **{f"{what}.threshold": str(value) for what, value in THRESHOLD.items()}}
    size = safetensors_file.write(args.out, tensors, metadata)
    print(f"\n{args.out}: {size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()

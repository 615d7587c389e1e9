"""The comparison as Markdown."""
import os
import pathlib
import platform

SCORES = {"tokens": "tokens", "sentences": "sentences", "words": "words", "upos": "UPOS",
          "ufeats": "UFeats", "lemmas": "lemmas", "uas": "UAS", "las": "LAS", "names": "names"}


def machine():
    model = next((line.split(":", 1)[1].strip()
                  for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- | --- |" + " ---: |" * (len(head) - 2)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def accuracy(result):
    return table(["", "system", *SCORES.values()], [
        [language, system, *(f"{figures['scores'][metric]:.2f}" if metric in figures["scores"]
                             else "–" for metric in SCORES)]
        for language, systems in result.items() for system, figures in systems.items()])


def performance(result):
    return table(
        ["", "system", "words/s", "start, s", "loading, s", "model, MB", "memory, MB"], [
            [language, system, f"{figures['words_per_second']:,.0f}", f"{figures['start']:.2f}",
             "–" if figures["load"] is None else f"{figures['load']:.2f}",
             f"{figures['model_size'] / 1e6:.1f}", f"{figures['memory'] / 1e6:.0f}"]
            for language, systems in result.items() for system, figures in systems.items()])


def ratios(result):
    """Varde against each peer: speed as a ratio, scores as differences."""
    rows = []
    for language, systems in result.items():
        varde = systems.get("Varde")
        for peer, figures in systems.items():
            if peer == "Varde" or not varde:
                continue
            gaps = {metric: varde["scores"][metric] - score
                    for metric, score in figures["scores"].items() if metric in varde["scores"]}
            rows.append([
                language, peer,
                f"{varde['words_per_second'] / figures['words_per_second']:.2f}",
                *(f"{gaps[metric]:+.2f}" if metric in gaps else "–" for metric in SCORES)])
    return table(["", "Varde against", "words/s, ratio", *SCORES.values()], rows) if rows else ""


def markdown(result):
    parts = [accuracy(result), performance(result), ratios(result)]
    return "\n\n".join(part for part in parts if part)

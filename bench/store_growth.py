#!/usr/bin/python3
"""What storing a document and asking a ledger cost as a store grows.

    bench/store_growth.py [--sizes 1000,10000,100000] [--db FILE|postgresql://…] [--probe 1000]

Fills a store with invented wire stories (wire_stories.py). At each size it measures the processor time that
ingesting the next PROBE stories takes, of it the part that coding them alone takes, and how long a set of ledger
queries takes; it shows which index a query goes by. Writes a Markdown table; the last line says what ingesting
and storing cost at the largest size against the smallest. Nothing but the store named with --db, which must be
new, is kept.
"""
import argparse
import itertools
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
VARDE = os.environ.get("VARDE", str(ROOT / "build" / "varde"))

QUERIES = {
    "ceasefires of a country": ("ledger", "ceasefires", "--country", "MLI"),
    "incidents of an actor in a month": ("ledger", "incidents", "--actor", "MLI:MIL", "--since", "2004-01-01",
                                         "--until", "2004-01-31"),
    "tolls of a country in a week": ("ledger", "tolls", "--country", "SDN", "--since", "2004-01-10",
                                     "--until", "2004-01-17"),
    "incidents of a type as of a day": ("ledger", "incidents", "--type", "PROTEST", "--country", "KEN",
                                        "--as-of", "2004-01-20"),
    "search of two words": ("search", "ceasefire", "mediator*"),
}


def seconds(*arguments):
    began = time.perf_counter()
    subprocess.run([VARDE, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def processor_seconds(*arguments):
    """Of all threads of the program; storing goes on beside coding, so that a clock would not tell."""
    process = subprocess.Popen([VARDE, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"varde {' '.join(arguments)}: failed")
    return usage.ru_utime + usage.ru_stime


def stories(count):
    """The lines of `count` stories, as they are made."""
    with subprocess.Popen([sys.executable, ROOT / "bench" / "wire_stories.py", str(count)],
                          stdout=subprocess.PIPE) as process:
        yield from process.stdout


def probe(lines, db, folder):
    """Milliseconds of processor time that a document costs: to code, and to store besides."""
    file = pathlib.Path(folder) / "probe.jsonl"
    file.write_bytes(b"".join(lines))
    coding = min(processor_seconds("code", str(file), "--jobs", "1") for _ in range(2))
    both = processor_seconds("ingest", str(file), "--db", db, "--jobs", "1")
    return 1000 * coding / len(lines), 1000 * max(0.0, both - coding) / len(lines)


def fill(lines, db):
    subprocess.run([VARDE, "ingest", "-", "--db", db], input=b"".join(lines), check=True,
                   stderr=subprocess.DEVNULL)


def plans(path):
    """How SQLite finds the entries of an actor and of some days."""
    with sqlite3.connect(path) as database:
        statement = ("SELECT e.id FROM entry e WHERE +e.kind=0 AND e.id IN (SELECT f.entry FROM entry_facet f "
                     "WHERE f.period IN (SELECT p.period FROM period p) AND f.facet IN ('actor|MLI:MIL') "
                     "AND f.kind=0) AND e.end_day>=12418 AND "
                     "e.begin_day<=12448 ORDER BY +e.order_day, e.id LIMIT 500")
        return [row[3] for row in database.execute("EXPLAIN QUERY PLAN " + statement)]


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--sizes", default="1000,10000,100000")
    p.add_argument("--db", help="a SQLite file or PostgreSQL database (default: a file that is removed)")
    p.add_argument("--probe", type=int, default=1000)
    args = p.parse_args()
    sizes = [int(s) for s in args.sizes.split(",")]
    source = stories(max(sizes) + args.probe)
    with tempfile.TemporaryDirectory() as folder:
        db = args.db or folder + "/growth.db"
        print("| documents | coding one, ms | storing it, ms | " + " | ".join(f"{q}, ms" for q in QUERIES) + " | size, MB |")
        print("|" + " --- |" * (len(QUERIES) + 4))
        stored, costs = 0, []
        for size in sizes:
            while stored < size:
                batch = list(itertools.islice(source, min(5000, size - stored)))
                fill(batch, db)
                stored += len(batch)
            lines = list(itertools.islice(source, args.probe))
            stored += len(lines)
            costs.append(probe(lines, db, folder))
            times = [min(seconds(*q, "--db", db) for _ in range(3)) for q in QUERIES.values()]
            megabytes = os.path.getsize(db) / 1e6 if os.path.exists(db) else 0
            print(f"| {size} | {costs[-1][0]:.1f} | {costs[-1][1]:.1f} | " + " | ".join(f"{1000 * t:.0f}" for t in times) +
                  f" | {megabytes:.0f} |", flush=True)
        if os.path.exists(db):
            print("\nPlan: " + "; ".join(plans(db)))
        first, last = costs[0], costs[-1]
        print(f"\nIngesting at {sizes[-1]} against {sizes[0]}: {sum(last) / sum(first):.2f} times; "
              f"storing alone: {last[1] / first[1]:.2f} times")


if __name__ == "__main__":
    main()

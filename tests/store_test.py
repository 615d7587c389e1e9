#!/usr/bin/python3
"""The store by the command line, on SQLite and PostgreSQL: the same ledgers from the same documents whatever
the order, the batches and the interruptions, and what happens when a disk is full or a server is gone."""
import contextlib
import gzip
import json
import os
import pathlib
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

import databases
from support import ARTICLES, ROOT, VARDE, example_files, json_lines, ledger, run

LEDGERS = ("ceasefires", "talks", "resolutions", "tolls", "control", "actors", "incidents")
GOLD = ROOT.parent / "shared" / "gold" / "dev"
STORIES = ROOT / "bench" / "wire_stories.py"


def documents():
    """Annotated articles where they lie beside the checkout, and the examples."""
    return [json.loads(path.read_text()) for path in [*sorted(GOLD.glob("*.json")), *example_files()]]


def everything(db):
    """All ledgers as the program writes them out."""
    out = []
    for ledger in LEDGERS:
        done = run("ledger", ledger, "--db", db, "--format", "jsonl")
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        out.append(done.stdout)
    return "".join(out)


class Databases(unittest.TestCase):
    """A fresh store of each kind for every test; PostgreSQL only where it is installed, and always in CI."""

    @classmethod
    def setUpClass(cls):
        databases.require_postgres()
        cls.cluster = cls.enterClassContext(databases.PostgresCluster(durable=True))

    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())

    def stores(self):
        return [databases.sqlite(self.folder), self.cluster.database()]


class OlderStores(unittest.TestCase):
    """Two examples as earlier programs stored them, in tests/stores: one file for each schema before today's."""

    # Everything that is derived; texts of codings change with the program, and with them what is counted.
    TABLES = ("document_band", "report_block", "entry_facet", "incident_facts", "review", "period")

    def rows(self, path):
        with contextlib.closing(sqlite3.connect(path)) as opened:
            found = {table: sorted(map(repr, opened.execute(f"SELECT * FROM {table}"))) for table in self.TABLES}
            for columns, table in (("period, facet, document, entity, known_day", "actor_mention"),
                                   ("id, kind, component, begin_day, end_day, order_day, facets", "entry")):
                found[table] = sorted(map(repr, opened.execute(f"SELECT {columns} FROM {table}")))
            return found

    def test_are_brought_up_to_date(self):
        older = sorted((ROOT / "tests" / "stores").glob("*.db.gz"))
        self.assertGreater(len(older), 1)
        folder = self.enterContext(tempfile.TemporaryDirectory())
        fresh = databases.sqlite(folder)
        run("ingest", ROOT / "examples" / "nb-01.json", ROOT / "examples" / "nn-01.json", "--db", fresh)
        expected = self.rows(fresh)
        self.assertTrue(all(expected.values()), {table: len(rows) for table, rows in expected.items()})
        for packed in older:
            with self.subTest(packed.name):
                db = databases.sqlite(folder)
                pathlib.Path(db).write_bytes(gzip.decompress(packed.read_bytes()))
                first = run("ledger", "incidents", "--db", db)
                self.assertEqual(first.returncode, 0, first.stderr)
                self.assertIn("bringing the store up to date", first.stderr)
                self.assertEqual(run("ledger", "incidents", "--db", db).stderr, "")
                # As they stand, facets find the entries that have them.
                for entry in map(json.loads, first.stdout.splitlines()):
                    country = entry["place"]["country"] if entry["place"] else None
                    if country:
                        found = [one["id"] for one in ledger(db, "incidents", "--country", country)]
                        self.assertIn(entry["id"], found)
                # Coded anew, nothing is left of what was derived before.
                self.assertEqual(run("recode", "--all", "--db", db).returncode, 0)
                for table, rows in self.rows(db).items():
                    if table == "period":  # one that stands empty does no harm
                        self.assertLessEqual(set(expected[table]), set(rows))
                    else:
                        self.assertEqual(rows, expected[table], table)
                self.assertEqual(everything(db), everything(fresh))


class SameLedgers(Databases):
    def test_order_batches_and_database_leave_no_trace(self):
        articles = documents()
        reference = databases.sqlite(self.folder)
        run("ingest", "--db", reference, stdin=json_lines(articles))
        expected = everything(reference)
        self.assertGreater(expected.count("\n"), 100)
        chance = random.Random(3)
        for db in [*self.stores(), *self.stores()]:
            shuffled = articles + chance.sample(articles, 5)
            chance.shuffle(shuffled)
            cut = chance.randrange(1, len(shuffled))
            for part in (shuffled[:cut], shuffled[cut:]):
                done = run("ingest", "--db", db, "--batch", chance.choice((1, 3, 64)), stdin=json_lines(part))
                self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(everything(db), expected, db)

    def test_recoding_and_correcting_are_the_same_on_both(self):
        outputs = []
        for db in self.stores():
            run("ingest", "--db", db, stdin=json_lines(ARTICLES))
            record = ledger(db, "incidents")[0]["told"][0]["id"]
            for change in ("actor=NOR:GOV", "date=2021-05-01", "place=Oslo, NOR"):
                done = run("correct", record, change, "--by", "Kari", "--why", "a test", "--db", db)
                self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(run("recode", "--all", "--db", db).returncode, 0)
            changed = json.loads(run("show", record, "--db", db, "--format", "jsonl").stdout)
            self.assertEqual(changed["place"]["name"], "Oslo")
            self.assertEqual({c["field"] for c in changed["corrections"]}, {"actor", "date", "place"})
            outputs.append(everything(db) + run("search", "truce", "--db", db, "--format", "jsonl").stdout)
        self.assertEqual(outputs[0], outputs[1])

    def test_as_of_is_the_store_of_then(self):
        articles = [a for a in documents() if a.get("published")]
        days = sorted(a["published"] for a in articles)
        whole = databases.sqlite(self.folder)
        run("ingest", "--db", whole, stdin=json_lines(articles))
        for day in (days[len(days) // 3], days[2 * len(days) // 3]):
            part = databases.sqlite(self.folder)
            run("ingest", "--db", part, stdin=json_lines([a for a in articles if a["published"] <= day]))
            for name in LEDGERS:
                self.assertEqual(ledger(whole, name, "--as-of", day), ledger(part, name, "--as-of", day),
                                 f"{name} as of {day}")


class Analysts(unittest.TestCase):
    def test_agreement_between_program_and_analysts(self):
        with tempfile.TemporaryDirectory() as folder:
            db = databases.sqlite(folder)
            run("ingest", "--db", db, stdin=json_lines(ARTICLES))
            told = [one["told"][0]["id"] for one in ledger(db, "incidents")][:4]
            for at, record in enumerate(told):
                for analyst, value in (("Kari", "yes"), ("Ola", "yes" if at else "no")):
                    done = run("correct", record, f"valid={value}", "--by", analyst, "--why", "read", "--db", db)
                    self.assertEqual(done.returncode, 0, done.stderr)
            rows = [json.loads(line) for line in run("agreement", "--db", db).stdout.splitlines()]
            kari = next(r for r in rows if r["coders"] == ["Kari", "varde"])
            self.assertEqual((kari["agreed"], kari["kappa"]), (1, None))
            ola = next(r for r in rows if r["coders"] == ["Ola", "varde"])
            self.assertEqual(ola["agreed"], 0.75)
            self.assertTrue(any("alpha" in r for r in rows))


class Interrupted(Databases):
    # Fewer where the program is slow, or somebody waits.
    THOROUGH = os.environ.get("CI") and not os.environ.get("VARDE_SANITIZED")
    STORIES = 2000 if THOROUGH else 300
    KILLS = 30 if THOROUGH else 6

    def test_killed_at_any_moment_loses_and_changes_nothing(self):
        stories = pathlib.Path(self.folder) / "stories.jsonl"
        with open(stories, "wb") as out:
            subprocess.run([sys.executable, STORIES, str(self.STORIES)], stdout=out, check=True)
        chance = random.Random(11)
        expected = None
        for db in self.stores():
            began = time.monotonic()
            undisturbed = self.fresh_like(db)
            self.assertEqual(run("ingest", stories, "--db", undisturbed).returncode, 0)
            whole = time.monotonic() - began
            kills = self.ingest_with_kills(stories, db, whole, chance)
            self.assertGreaterEqual(kills, self.KILLS // 2)
            self.assertEqual(run("ingest", stories, "--db", db).returncode, 0)
            result = everything(db)
            self.assertEqual(result, everything(undisturbed))
            expected = expected or result
            self.assertEqual(result, expected)

    def fresh_like(self, db):
        return self.cluster.database() if db.startswith("postgres") else databases.sqlite(self.folder)

    def ingest_with_kills(self, stories, db, whole, chance):
        """How often it was killed before it was done."""
        kills = 0
        while kills < self.KILLS:
            process = subprocess.Popen([VARDE, "ingest", stories, "--db", db, "--batch", "16"],
                                       stderr=subprocess.DEVNULL)
            # Opening takes most of a second; after it, any moment of what is left.
            try:
                process.wait(0.6 + chance.random() * 3 * whole / self.KILLS)
                return max(kills, self.KILLS)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                kills += 1
        return kills


class Faults(Databases):
    def test_a_full_disk_ends_with_an_error_and_no_half_batch(self):
        db = databases.sqlite(self.folder)
        run("ingest", "--db", db, stdin=json_lines(ARTICLES))
        before = everything(db)
        stories = subprocess.run([sys.executable, STORIES, "60"], stdout=subprocess.PIPE, check=True).stdout

        def little_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

        done = subprocess.run([VARDE, "ingest", "-", "--db", db], input=stories, stderr=subprocess.PIPE,
                              preexec_fn=little_room, check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(b"nothing that was stored is lost", done.stderr)
        self.assertEqual(everything(db), before)

    def test_a_lost_connection_ends_with_an_error_and_can_be_taken_up(self):
        db = self.cluster.database()
        stories = subprocess.run([sys.executable, STORIES, "200"], stdout=subprocess.PIPE, check=True).stdout
        process = subprocess.Popen([VARDE, "ingest", "-", "--db", db, "--batch", "8"], stdin=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        half = stories.index(b"\n", len(stories) // 2) + 1
        process.stdin.write(stories[:half])
        process.stdin.flush()
        self.wait_until_something_is_stored(db)
        self.cluster.stop("immediate")
        _, errors = process.communicate(stories[half:])
        self.cluster.start()
        self.assertEqual(process.returncode, 1, errors)
        self.assertIn(b"connection", errors)
        self.assertEqual(errors.count(b"\n"), 1, errors)
        self.assertEqual(run("ingest", "--db", db, stdin=stories).returncode, 0)
        undisturbed = databases.sqlite(self.folder)
        run("ingest", "--db", undisturbed, stdin=stories)
        self.assertEqual(everything(db), everything(undisturbed))

    def wait_until_something_is_stored(self, db):
        for _ in range(600):
            try:
                if databases.query(db, "SELECT count(*) FROM document")[0][0] != "0":
                    return
            except RuntimeError:
                pass  # no tables yet
            time.sleep(0.1)
        self.fail("nothing was stored in a minute")

    def test_says_which_store_is_meant(self):
        done = run("ledger", "tolls", env={"VARDE_DB": ""})
        self.assertEqual(done.returncode, 2)
        self.assertIn("--db", done.stderr)
        done = run("ledger", "wars", "--db", databases.sqlite(self.folder))
        self.assertEqual(done.returncode, 2)
        self.assertIn("ceasefires", done.stderr)
        done = run("ledger", "tolls", "--db", "postgresql://127.0.0.1:1/none")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)


if __name__ == "__main__":
    unittest.main()

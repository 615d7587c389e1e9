#!/usr/bin/python3
"""Exports as those read them who get them, with pandas and DuckDB: the columns of the datasets, types and
values as the ledgers have them, and the lines of Python in the README."""
import collections
import csv
import datetime
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import databases
from support import ROOT, VARDE, example_files, ledger, run

# What scripts/lib.sh installs; before what the system has of the same names.
sys.path[:0] = map(str, (ROOT / "build" / "python").glob("lib/python3*/site-packages"))
try:
    import duckdb
    import matplotlib
    import pandas
    import pyarrow.parquet
except ImportError as fault:
    print(f"{'failed' if os.environ.get('CI') else 'skipped'}: {fault}; scripts/test installs it", file=sys.stderr)
    sys.exit(1 if os.environ.get("CI") else 77)

FORMATS = ("csv", "plover", "cameo", "ucdp", "ceasefires")
COLUMNS = {"csv": ("id", 26), "plover": ("id", 20), "cameo": ("GLOBALEVENTID", 58), "ucdp": ("id", 49),
           "ceasefires": ("cc", 87)}
# Codes with a leading zero, which readers that guess take for numbers.
CODES = {"csv": ("cameo",), "cameo": ("EventCode", "EventBaseCode", "EventRootCode")}


class Exports(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.db = databases.sqlite(cls.folder)
        run("ingest", "--db", cls.db, *example_files())
        for name in (*FORMATS, "parquet"):
            cls.export(name, cls.file(name))
        cls.incidents = ledger(cls.db, "incidents")
        cls.happened = [one for one in cls.incidents if one["state"] == "happened"]
        cls.assaults = [one for one in cls.happened if one["type"] == "ASSAULT"]
        cls.killed = cls.killed_of_incidents()

    @classmethod
    def file(cls, name):
        return cls.folder / f"export.{name}"

    @classmethod
    def export(cls, name, path, *arguments):
        done = run("export", "--db", cls.db, "--format", name, "--output", path, *arguments)
        if done.returncode != 0:
            raise AssertionError(done.stderr)

    @classmethod
    def killed_of_incidents(cls):
        """{id of an incident: its toll of killed}, of several the first that most claims make."""
        by_incident = collections.defaultdict(list)
        for toll in ledger(cls.db, "tolls", "--type", "killed"):
            by_incident[toll["incident"]].append(toll)
        return {one["id"]: max(by_incident[one["id"]], key=lambda toll: len(toll["claims"]))
                for one in cls.incidents if one["id"] in by_incident}

    def text(self, name):
        """The rows as they are written."""
        with open(self.file(name), newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def frame(self, name, **options):
        return pandas.read_csv(self.file(name), dtype={code: str for code in CODES.get(name, ())}, **options)

    def relation(self, name):
        return duckdb.read_csv(str(self.file(name)), header=True,
                               dtype={code: "VARCHAR" for code in CODES.get(name, ())} or None)

    def query(self, what, name):
        """The one row that DuckDB answers."""
        return self.relation(name).aggregate(what).fetchall()[0]

    def deaths(self, incidents):
        return sum(self.killed[one["id"]]["low"] or 0 for one in incidents if one["id"] in self.killed)


class Tables(Exports):
    def test_columns_are_those_of_the_datasets(self):
        for name, (first, count) in COLUMNS.items():
            with self.subTest(format=name):
                frame = self.frame(name)
                self.assertEqual((frame.columns[0], len(frame.columns)), (first, count))
                self.assertEqual(self.relation(name).columns, list(frame.columns))

    def test_every_row_arrives(self):
        parties = [max(1, len(one["parties"])) for one in ledger(self.db, "ceasefires")]
        expected = {"csv": len(self.incidents), "plover": len(self.incidents), "cameo": len(self.happened),
                    "ucdp": len(self.assaults), "ceasefires": sum(parties)}
        self.assertTrue(all(expected.values()), expected)
        for name, count in expected.items():
            with self.subTest(format=name):
                self.assertEqual(len(self.text(name)), count)
                self.assertEqual(len(self.frame(name)), count)
                self.assertEqual(self.query("count(*)", name), (count,))

    def test_csv_has_the_values_of_the_ledger(self):
        frame = self.frame("csv", parse_dates=["date_begin", "date_end", "first_report", "last_report"])
        self.assertEqual(list(frame.id), [one["id"] for one in self.incidents])
        self.assertEqual(list(frame.type), [one["type"] for one in self.incidents])
        for column, edge in (("date_begin", "begin"), ("date_end", "end")):
            self.assertEqual(frame[column].dtype.kind, "M")
            self.assertEqual([None if pandas.isna(day) else day.date().isoformat() for day in frame[column]],
                             [one["date"] and one["date"][edge] for one in self.incidents])
        self.assertEqual(frame.reports.sum(), sum(one["reports"] for one in self.incidents))
        self.assertAlmostEqual(frame.confidence.sum(), sum(one["confidence"] for one in self.incidents))
        places = [one["place"]["lat"] for one in self.incidents if one["place"] and one["place"]["lat"]]
        self.assertAlmostEqual(frame.lat.sum(), sum(places))
        self.assertGreater(self.deaths(self.incidents), 0)
        self.assertEqual(frame.killed_low.sum(), self.deaths(self.incidents))
        self.assertEqual([None if pandas.isna(code) else code for code in frame.cameo],
                         [one["cameo"] for one in self.incidents])

    def test_csv_says_the_same_in_duckdb(self):
        days = [one["date"]["begin"] for one in self.incidents if one["date"]]
        self.assertEqual(
            self.query("count(DISTINCT id), sum(reports), count(date_begin), min(date_begin), max(date_begin), "
                       "sum(killed_low), count(lat), typeof(any_value(date_begin)), typeof(any_value(killed_low)), "
                       "typeof(any_value(lat)), typeof(any_value(killed_disputed))", "csv"),
            (len(self.incidents), sum(one["reports"] for one in self.incidents), len(days),
             datetime.date.fromisoformat(min(days)), datetime.date.fromisoformat(max(days)),
             self.deaths(self.incidents), sum(1 for one in self.incidents if one["place"] and one["place"]["lat"]),
             "DATE", "BIGINT", "DOUBLE", "BOOLEAN"))

    def test_plover_has_the_values_of_the_ledger(self):
        frame = self.frame("plover")
        self.assertEqual(list(frame.id), [one["id"] for one in self.incidents])
        self.assertEqual(list(frame.quad_code), [one["quad"] for one in self.incidents])
        states = {"announced": "future", "possible": "hypothetical", "denied": "negation", "cancelled": "negation"}
        self.assertEqual(list(frame.context.fillna("")), [states.get(one["state"], "") for one in self.incidents])
        self.assertEqual(self.query("sum(reports)", "plover"), (frame.reports.sum(),))

    def test_cameo_has_the_values_of_the_ledger(self):
        frame = self.frame("cameo")
        self.assertEqual(frame.GLOBALEVENTID.nunique(), len(self.happened))
        self.assertEqual(list(frame.EventCode.fillna("")), [one["cameo"] or "" for one in self.happened])
        self.assertEqual([None if pandas.isna(day) else f"{day:.0f}" for day in frame.SQLDATE],
                         [one["date"] and one["date"]["begin"].replace("-", "") for one in self.happened])
        self.assertEqual(self.query("sum(NumArticles), count(SQLDATE)", "cameo"),
                         (sum(one["reports"] for one in self.happened), frame.SQLDATE.count()))

    def test_ucdp_has_the_values_of_the_ledger(self):
        frame = self.frame("ucdp")
        self.assertEqual(frame.best.sum(), self.deaths(self.assaults))
        self.assertEqual(self.query("sum(best), count(DISTINCT id)", "ucdp"),
                         (self.deaths(self.assaults), len(self.assaults)))
        told = frame.dropna(subset=["best"])
        self.assertTrue((told.best == told.deaths_civilians.fillna(0) + told.deaths_unknown.fillna(0)).all())
        self.assertTrue((told.low <= told.high.fillna(told.low)).all())

    def test_ceasefires_have_the_values_of_the_ledger(self):
        frame = self.frame("ceasefires")
        ceasefires = ledger(self.db, "ceasefires")
        self.assertEqual(frame.cf_id.nunique(), len(ceasefires))
        self.assertEqual(sorted(frame.actor_name.dropna()),
                         sorted(party["canonical"] or party["name"] for one in ceasefires for party in one["parties"]))
        self.assertEqual(self.query("count(DISTINCT cf_id)", "ceasefires"), (len(ceasefires),))

    def test_filters_and_output_files(self):
        path = self.folder / "kenya.csv"
        self.export("csv", path, "--country", "KEN")
        of_kenya = [one["id"] for one in ledger(self.db, "incidents", "--country", "KEN")]
        self.assertEqual(list(pandas.read_csv(path).id), of_kenya)
        self.assertLess(len(of_kenya), len(self.incidents))


class Parquet(Exports):
    TYPES = {"quad": "int64", "date_begin": "date32[day]", "date_end": "date32[day]", "lat": "double",
             "lon": "double", "killed_low": "int64", "killed_high": "int64", "killed_disputed": "bool",
             "reports": "int64", "publishers": "int64", "first_report": "date32[day]",
             "last_report": "date32[day]", "confidence": "double"}
    WRITTEN = {"string": str, "int64": int, "double": float, "date32[day]": datetime.date.fromisoformat,
               "bool": lambda word: word == "true"}

    def test_columns_have_types_and_the_file_says_who_wrote_it(self):
        file = pyarrow.parquet.ParquetFile(self.file("parquet"))
        rows = self.text("csv")
        self.assertEqual({field.name: str(field.type) for field in file.schema_arrow},
                         {name: self.TYPES.get(name, "string") for name in rows[0]})
        version = run("--version").stdout.split()[-1]
        self.assertEqual(file.metadata.metadata, {b"varde": version.encode()})
        self.assertEqual(file.metadata.row_group(0).column(0).compression, "ZSTD")

    def test_cells_are_those_of_csv_and_null_where_empty(self):
        table = pyarrow.parquet.read_table(self.file("parquet"))
        read = {field.name: self.WRITTEN[str(field.type)] for field in table.schema}
        expected = [{name: read[name](cell) if cell else None for name, cell in row.items()}
                    for row in self.text("csv")]
        self.assertEqual(table.to_pylist(), expected)

    def test_pandas_and_duckdb_read_the_ledger_from_it(self):
        frame = pandas.read_parquet(self.file("parquet"))
        self.assertEqual(list(frame.id), [one["id"] for one in self.incidents])
        self.assertEqual([day and day.isoformat() for day in frame.date_begin],
                         [one["date"] and one["date"]["begin"] for one in self.incidents])
        self.assertEqual(frame.killed_low.sum(), self.deaths(self.incidents))
        answer = duckdb.read_parquet(str(self.file("parquet"))).aggregate(
            "count(*), sum(reports), sum(killed_low), typeof(any_value(date_begin)), "
            "typeof(any_value(killed_low)), typeof(any_value(lat))").fetchall()[0]
        self.assertEqual(answer, (len(self.incidents), sum(one["reports"] for one in self.incidents),
                                  self.deaths(self.incidents), "DATE", "BIGINT", "DOUBLE"))

    def test_standard_output_and_no_rows(self):
        done = subprocess.run([VARDE, "export", "--db", self.db, "--format", "parquet"],
                              stdout=subprocess.PIPE, check=True)
        self.assertEqual(done.stdout, self.file("parquet").read_bytes())
        path = self.folder / "none.parquet"
        self.export("parquet", path, "--country", "XXX")
        empty = pandas.read_parquet(path)
        self.assertEqual((len(empty), len(empty.columns)), (0, 26))

    def test_a_cell_of_another_type_is_an_error(self):
        data = self.folder / "data"
        shutil.copytree(ROOT / "codebook", data / "codebook")
        for name in ("lang", "kb"):
            (data / name).symlink_to(ROOT / name)
        table = data / "codebook" / "exports" / "csv.tsv"
        written = table.read_text()
        for other, problem in (("place.name\twhole", "column 'place'"), ("place.name\tfloat", "csv.tsv:")):
            table.write_text(written.replace("place.name\t", other))
            path = self.folder / "wrong.parquet"
            done = run("export", "--db", self.db, "--format", "parquet", "--output", path, "--data", data)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn(problem, done.stderr)
            self.assertFalse(path.exists())

    def test_a_program_without_the_module_says_how_to_get_it(self):
        alone = self.folder / "alone"
        alone.mkdir()
        shutil.copy(VARDE, alone)
        done = subprocess.run([alone / "varde", "export", "--db", self.db, "--format", "parquet", "--output",
                               self.folder / "never.parquet"], stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn("scripts/quickstart", done.stderr)
        self.assertEqual(list(self.folder.glob("never*")), [])


class Readme(Exports):
    def test_its_python_runs(self):
        self.assertEqual(run("code", *example_files(), "--output", self.folder / "events.jsonl").returncode, 0)
        shutil.copy(self.file("csv"), self.folder / "incidents.csv")
        programs = re.findall(r"(?ms)^```python\n(.*?)^```", (ROOT / "README.md").read_text())
        self.assertGreaterEqual(len(programs), 2)
        installed = pathlib.Path(matplotlib.__file__).parent.parent
        for program in programs:
            done = subprocess.run([sys.executable, "-c", program], cwd=self.folder, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True, check=False,
                                  env=dict(os.environ, PYTHONPATH=str(installed), MPLBACKEND="Agg",
                                           MPLCONFIGDIR=str(self.folder)))
            self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()

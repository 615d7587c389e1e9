#!/usr/bin/python3
"""The databases that other tests are given: that they are there, survive a crash, and go away."""
import contextlib
import io
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from unittest import mock

import databases

# A test that would run for ever, and says where its server is.
ENDLESS = """
import signal, databases
with databases.PostgresCluster() as cluster:
    print(cluster.folder, flush=True)
    signal.pause()
"""


def runs(process):
    """Whether it does; one that ended and that nobody has waited for does not."""
    try:
        return pathlib.Path(f"/proc/{process}/cmdline").read_bytes() != b""
    except (FileNotFoundError, ProcessLookupError):
        return False


class Sqlite(unittest.TestCase):
    def test_files_are_fresh(self):
        with tempfile.TemporaryDirectory() as folder:
            first, second = databases.sqlite(folder), databases.sqlite(folder)
            self.assertNotEqual(first, second)
            self.assertFalse(os.path.exists(first))
            with contextlib.closing(sqlite3.connect(first)) as opened:
                self.assertEqual(opened.execute("SELECT 1").fetchall(), [(1,)])


class Missing(unittest.TestCase):
    def test_skips_but_fails_under_ci(self):
        for ci, status in (("", 77), ("true", 1)):
            with (self.subTest(ci=ci), mock.patch.dict(os.environ, CI=ci),
                  mock.patch("databases._binaries", return_value=None),
                  contextlib.redirect_stderr(io.StringIO()) as said,
                  self.assertRaises(SystemExit) as ended):
                databases.require_postgres()
            self.assertEqual(ended.exception.code, status)
            self.assertIn("install the package postgresql", said.getvalue())


class Postgres(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        databases.require_postgres()
        cls.cluster = cls.enterClassContext(databases.PostgresCluster(durable=True))

    def test_each_database_is_its_own(self):
        first, second = self.cluster.database(), self.cluster.database('Et "rart" navn/1')
        databases.query(first, "CREATE TABLE only_here (x int)")
        for url in (first, second, self.cluster.url):
            self.assertEqual(databases.query(url, "SELECT 1"), [["1"]])
        with self.assertRaisesRegex(RuntimeError, "only_here"):
            databases.query(second, "SELECT * FROM only_here")

    def test_what_was_committed_survives_a_crash(self):
        url = self.cluster.database()
        databases.query(url, "CREATE TABLE kept (x text); INSERT INTO kept VALUES ('våpenhvile')")
        self.cluster.stop("immediate")
        with self.assertRaisesRegex(RuntimeError, "psql"):
            databases.query(url, "SELECT 1")
        self.cluster.start()
        self.assertEqual(databases.query(url, "SELECT x FROM kept"), [["våpenhvile"]])

    def test_gives_rows_as_they_are(self):
        for sql, rows in (("SELECT 1 WHERE false", []), ("SELECT ''", [[""]]),
                          ("SELECT '', E'a\\n' UNION ALL SELECT NULL, '|'", [["", "a\n"], ["", "|"]]),
                          ("SET timezone TO 'UTC'", [])):
            with self.subTest(sql=sql):
                self.assertEqual(databases.query(self.cluster.url, sql), rows)

    def test_does_not_order_text_by_code_point(self):
        rows = databases.query(self.cluster.url, "SELECT x FROM unnest(ARRAY['B', 'a', 'C']) x "
                                                 "ORDER BY x")
        self.assertEqual(rows, [["a"], ["B"], ["C"]])

    def test_listens_on_its_socket_only(self):
        self.assertEqual(databases.query(self.cluster.url, "SHOW listen_addresses"), [[""]])
        self.assertEqual(self.cluster.folder.stat().st_mode & 0o777, 0o700)

    def test_goes_when_the_test_is_killed(self):
        with subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, text=True,
                              cwd=pathlib.Path(__file__).parent) as endless:
            folder = pathlib.Path(endless.stdout.readline().strip())
            postmaster = int((folder / "data" / "postmaster.pid").read_text().split()[0])
            endless.send_signal(signal.SIGKILL)
        for _ in range(200):
            if not folder.exists() and not runs(postmaster):
                break
            time.sleep(0.05)
        self.assertFalse(folder.exists())
        self.assertFalse(runs(postmaster))


if __name__ == "__main__":
    unittest.main()

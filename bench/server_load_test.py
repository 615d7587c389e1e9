#!/usr/bin/python3
"""The benchmark of the server on a small store: every question is answered, and the table is whole."""
import os
import pathlib
import subprocess
import sys
import unittest

import server_load

SCRIPT = pathlib.Path(server_load.__file__)
SKIPPED = 77


class ServerLoad(unittest.TestCase):
    def test_percentiles(self):
        self.assertEqual(server_load.percentile([3, 1, 2], 0.5), 2)
        self.assertEqual(server_load.percentile(range(100), 0.99), 99)
        self.assertEqual(server_load.percentile([1], 0.99), 1)

    def test_the_table_has_a_row_for_every_question(self):
        done = subprocess.run([sys.executable, SCRIPT, "--stories", "80", "--connections", "1,3", "--requests", "6",
                               "--seconds", "30"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              env=dict(os.environ, VARDE_DATA=str(server_load.ROOT)), check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = [line.strip("| ").split(" | ") for line in done.stdout.splitlines() if line.startswith("|")]
        self.assertEqual({len(row) for row in rows[2:-1]}, {9})
        self.assertGreater(len(rows), 15)
        for row in rows[2:-1]:
            requests, median, slowest = map(float, row[3:6])
            self.assertGreater(requests, 0)
            self.assertLessEqual(median, slowest, row)


if __name__ == "__main__":
    if not pathlib.Path(server_load.VARDE).exists():
        print("skipped: the program is not built", file=sys.stderr)
        sys.exit(SKIPPED)
    unittest.main()

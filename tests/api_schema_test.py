#!/usr/bin/python3
"""The API against its description: schemathesis invents requests from what the server says of itself, right ones and
wrong ones, and every answer must be as described. What it finds it writes as a curl command that shows it again."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import databases
import served
from support import ROOT, example_files, ledger, run

# What scripts/lib.sh installs; before what the system has of the same name.
SCHEMATHESIS = shutil.which("schemathesis", path=f"{ROOT / 'build' / 'python' / 'bin'}:{os.environ.get('PATH', '')}")
if not SCHEMATHESIS:
    print(f"{'failed' if os.environ.get('CI') else 'skipped'}: no schemathesis; scripts/test installs it",
          file=sys.stderr)
    sys.exit(1 if os.environ.get("CI") else 77)

CHECKS = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
          "response_headers_conformance", "unsupported_method", "allow_header_conformance")
# Of each operation, beside the examples and the edges of what is described. Fewer where the program is slow.
EXAMPLES = 10 if os.environ.get("VARDE_SANITIZED") else 100 if os.environ.get("CI") else 25
STREAM = "/api/v1/changes/stream"  # does not end; tests/server_test.py listens to it


class Described(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.db = databases.sqlite(self.folder)
        self.assertEqual(run("ingest", "--db", self.db, *example_files()).returncode, 0)

    def description(self, server):
        """The file of what the server says of itself, with examples that are in the store."""
        described = server.get("/api/v1/openapi.json").json
        report = ledger(self.db, "incidents")[0]["told"][0]
        key = server.get("/api/v1/documents").items[0]["key"]
        examples = dict(zip(("document", "record"), report["id"].split("/")), key=key)
        for name, value in examples.items():
            described["components"]["parameters"][name]["schema"]["examples"] = [value]
        described["components"]["schemas"]["Correcting"]["properties"]["report"]["examples"] = [report["id"]]
        path = self.folder / "openapi.json"
        path.write_text(json.dumps(described))
        return path

    def try_everything(self, server, examples, *options):
        done = subprocess.run(
            [SCHEMATHESIS, "--no-color", "run", self.description(server), "--url", f"http://127.0.0.1:{server.port}",
             "--checks", ",".join(CHECKS), "--exclude-path", STREAM, "--phases", "examples,coverage,fuzzing",
             "--max-examples", str(examples), "--seed", "1", "--generation-database", "none", "--warnings", "off",
             "--suppress-health-check", "all", "--continue-on-failure", "--output-sanitize", "false",
             "--request-timeout", str(served.PATIENCE), *options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=self.folder, check=False, text=True,
            env=dict(os.environ, PYTHONUTF8="1", COLUMNS="120"))
        self.assertEqual(done.returncode, 0, done.stdout[-20_000:])
        self.assertIn("Test cases:", done.stdout)
        self.assertEqual(server.get("/healthz").status, 200)

    def test_every_answer_is_as_described(self):
        with served.Server(self.db) as server:
            self.try_everything(server, EXAMPLES)

    def test_those_with_a_readers_token_and_with_none_are_answered_as_described(self):
        token = run("token", "add", "Rolf", "--role", "reader", "--db", self.db).stdout.strip()
        with served.Server(self.db, "--address", "0.0.0.0", "--rate", "0") as server:
            server.token = token
            self.try_everything(server, 5, "--header", f"Authorization: Bearer {token}")
            self.assertEqual(server.get("/api/v1/corrections").items, [])
            self.try_everything(server, 2)

    def test_people_and_programs_are_told_of_the_same_addresses(self):
        described = json.loads((ROOT / "src" / "server" / "openapi.json").read_text())["paths"]
        text = (ROOT / "docs" / "api.md").read_text()
        for path in described:
            self.assertIn(path, text)


if __name__ == "__main__":
    unittest.main()

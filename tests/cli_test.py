#!/usr/bin/python3
"""The command line: what goes wrong, exit codes, options, formats."""
import csv
import gzip
import io
import json
import os
import pathlib
import pty
import re
import subprocess
import tempfile
import unittest

from support import ARTICLES, VARDE, json_lines, run


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def ids(self, done):
        return [json.loads(line)["id"] for line in done.stdout.splitlines()]

    # ---- wrong usage

    def test_says_what_is_wrong_with_the_usage(self):
        for arguments, message in [
                ((), "subcommand"),
                (("cod",), "there is no command 'cod'; there are code"),
                (("code", "--nonsense"), "--nonsense"),
                (("code", "--format", "xml", "-"), "xml"),
                (("code", "--jobs", "0", "-"), "jobs"),
                (("code", "--published", "13.10.2016", "-"), "--published 13.10.2016: is no date"),
                (("code", "--published", "2016-02-30", "-"), "is no date"),
                (("code", "--language", "xx", "-"), "--language xx: is not built in; choose one of"),
                (("code", "--min-confidence", "2", "-"), "min-confidence"),
                (("code", "--max-size", "lots", "-"), "lots"),
                (("code", "--resume", "-"), "--resume needs --output"),
                (("code", "--explain", "--format", "csv", "-"), "leave out --format"),
                (("code", "-", "-"), "once only"),
                (("code", "--data", "/nonexistent", "-"), "/nonexistent: is no data folder"),
                (("code", "-o", "/nonexistent/x.jsonl", "-"), "cannot be written"),
                (("parse", "--accuracy-details", "-"), "need --accuracy GOLD"),
                (("parse", "--accuracy", "gold.conllu", "--format", "csv"), "csv"),
                (("completion", "tcsh"), "tcsh")]:
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertIn(message, done.stderr)
                self.assertEqual(done.stdout, "")

    def test_explains(self):
        text = "Russia might veto the resolution, the French foreign minister said on Monday."
        done = run("code", "--explain", "--language", "en", "--published", "2021-05-14", "-",
                   stdin=text.encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        for part in ('REJECT "veto', "frame         veto:", "lang/en/lexicon/reject.tsv:",
                     "RUS:GOV Russia: subject of the clause", 'hypothetical, by "might"',
                     "according to  FRA:GOV"):
            self.assertIn(part, done.stdout)
        joined = run("code", "--explain", "--language", "en", "--published", "2021-05-14", "-",
                     stdin=("Foreign ministers of France and Germany will meet in Geneva on 20 May. "
                            "France will also attend the meeting in Geneva.").encode())
        self.assertIn("of the talks that it speaks of", joined.stdout)
        hostile = run("code", "--explain", "--language", "en", "-",
                      stdin="Russia \x1b[31mattacked\u202e Ukraine.".encode())
        self.assertNotIn("\x1b", hostile.stdout)
        self.assertNotIn("\u202e", hostile.stdout)

    def test_helps(self):
        self.assertRegex(run("--version").stdout, r"^varde \d+\.\d+\.\d+\n$")
        for command in ("code", "parse", "languages", "lint", "completion"):
            done = run(command, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn("Example", done.stdout, command)
            self.assertIn(command, run("--help").stdout)

    # ---- bad input

    def test_codes_the_rest_when_a_line_is_broken(self):
        lines = json_lines(ARTICLES[:2]) + b'{"id":"x","text":"br\n' + json_lines(ARTICLES[2:4])
        path = self.write("news.jsonl", lines)
        done = run("code", path)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.ids(done), ["en-1", "nb-1", "nn-1", "detected"])
        self.assertRegex(done.stderr, r"(?m)^\S*news\.jsonl:3: is not valid JSON at column \d+; ")
        self.assertIn("1 of 5 documents failed", done.stderr)

    def test_reports_each_input_that_cannot_be_read(self):
        good = self.write("good.txt", "The rebels attacked the town on Monday.")
        empty = self.write("empty.txt", "")
        binary = self.write("binary.txt", bytes(range(256)) * 64)
        dangling = self.folder / "dangling.txt"
        dangling.symlink_to(self.folder / "gone")
        missing = self.folder / "missing.txt"
        done = run("code", empty, binary, dangling, missing, good)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stdout.splitlines()), 1)
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), 5, done.stderr)
        self.assertIn("empty.txt: is empty", lines[0])
        self.assertIn("binary.txt: is not text", lines[1])
        self.assertIn("dangling.txt: does not exist", lines[2])
        self.assertIn("missing.txt: does not exist", lines[3])

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_reports_a_file_that_may_not_be_read(self):
        path = self.write("secret.txt", "A text.")
        path.chmod(0)
        done = run("code", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("secret.txt: cannot be read: Permission denied", done.stderr)

    def test_reports_wrong_fields(self):
        for line, message in [
                ({"text": "T", "published": "2016-02-30"}, "'2016-02-30', which is no date"),
                ({"text": "T", "language": "??"}, "language '??'"),
                ({"id": "x"}, 'has no "text"'),
                ({"text": ["T"]}, 'a list as "text"'),
                ([1], "a JSON list"), (7, "no object")]:
            with self.subTest(line=line):
                done = run("code", self.write("a.jsonl", json.dumps(line)))
                self.assertEqual(done.returncode, 1)
                self.assertIn("a.jsonl:1: ", done.stderr)
                self.assertIn(message, done.stderr)

    def test_bounds_the_size_of_a_document(self):
        sentence = "The rebels attacked the town on Monday. "
        long_line = json_lines([{"id": "long", "text": sentence * (10_000_000 // len(sentence))}])
        path = self.write("a.jsonl", long_line + json_lines(ARTICLES[:1]))
        done = run("code", "--max-size", "1MB", path)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.ids(done), ["en-1"])
        self.assertIn("a.jsonl:1: is larger than 1000000 bytes", done.stderr)

    def test_survives_one_enormous_line(self):
        path = self.write("a.txt", "x" * 10_000_000)
        done = run("code", path)
        self.assertIn(done.returncode, (0, 1))

    def test_survives_nesting(self):
        done = run("code", "-", stdin=b'{"x":' + b"[" * 1_000_000)
        self.assertEqual(done.returncode, 1)
        self.assertIn("standard input", done.stderr)
        self.assertIn("deeper than 64 levels", done.stderr)

    def test_survives_noise(self):
        for noise in (b"\xff\xfe", b"\xef\xbb\xbf", b"{", b"{}", b"\x00", b"\x1f\x8b\x08\x00garbage",
                      b"\xff" * 1000, "\u202e\u0301\U0001f600".encode(), b"\n" * 1000, b"." * 5000,
                      "\u00ab\u201d\u2013".encode() * 3000):
            with self.subTest(noise=noise[:20]):
                self.assertIn(run("code", "-", stdin=noise).returncode, (0, 1))

    # ---- reading

    def test_notes_a_language_without_a_pack(self):
        for article in (ARTICLES[4], dict(ARTICLES[0], language="fr")):
            done = run("code", "-", stdin=json_lines([article]))
            self.assertEqual(done.returncode, 0)
            coded = json.loads(done.stdout)
            self.assertEqual(coded["events"], [])
            self.assertIn("no language pack", " ".join(coded["notes"]))

    def test_reads_standard_input(self):
        text = ARTICLES[0]["text"].encode()
        coded = json.loads(run("code", stdin=text).stdout)
        self.assertEqual(coded["id"], coded["sha256"][:16])
        self.assertEqual(coded["language"], "en")
        packed = run("code", "-", stdin=gzip.compress(json_lines(ARTICLES[:2])))
        self.assertEqual(self.ids(packed), ["en-1", "nb-1"])
        pretty = json.dumps(ARTICLES[0], indent=1).encode()
        self.assertEqual(self.ids(run("code", "-", stdin=pretty)), ["en-1"])

    def test_converts_other_encodings(self):
        text = ARTICLES[1]["text"]
        utf8 = json.loads(run("code", "-", stdin=text.encode()).stdout)
        for encoding in ("windows-1252", "utf-16", "utf-8-sig"):
            coded = json.loads(run("code", "-", stdin=text.encode(encoding)).stdout)
            self.assertEqual(coded["events"], utf8["events"], encoding)

    def test_takes_language_and_date_for_documents_without(self):
        done = run("code", "-l", "en", "-p", "2020-01-02", "-",
                   stdin=json_lines([{"text": "Troops withdrew."}, ARTICLES[1]]))
        first, second = map(json.loads, done.stdout.splitlines())
        self.assertEqual((first["language"], first["published"]),
                         ("en", {"begin": "2020-01-02", "end": "2020-01-02", "basis": "metadata"}))
        self.assertEqual((second["language"], second["published"]["begin"]), ("nb", "2021-05-04"))

    def test_walks_folders(self):
        self.write("in/b.txt", ARTICLES[0]["text"])
        self.write("in/a/deep.json", json_lines(ARTICLES[1:2]))
        self.write("in/c.ndjson", json_lines(ARTICLES[2:4]))
        self.write("in/readme.md", "not an article")
        done = run("code", self.folder / "in", "-o", self.folder / "in" / "out.jsonl")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        out = (self.folder / "in" / "out.jsonl").read_text()
        coded = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([each["language"] for each in coded], ["nb", "en", "nn", "en"])
        again = run("code", self.folder / "in", "-o", self.folder / "in" / "out.jsonl")
        self.assertEqual((again.returncode, again.stderr), (0, ""))

    # ---- writing

    def test_resumes(self):
        news = self.write("news.jsonl", json_lines(ARTICLES))
        out = self.folder / "out.jsonl"
        self.assertEqual(run("code", news, "-o", out).returncode, 0)
        whole = out.read_bytes()
        lines = whole.splitlines(keepends=True)
        out.unlink()
        partial = self.write("out.jsonl.partial", b"".join(lines[:2]) + lines[2][:30])
        refused = run("code", news, "-o", out)
        self.assertEqual(refused.returncode, 2)
        self.assertIn("add --resume", refused.stderr)
        self.assertEqual(run("code", news, "-o", out, "--resume").returncode, 0)
        self.assertEqual(out.read_bytes(), whole)
        self.assertFalse(partial.exists())
        self.assertEqual(run("code", news, "-o", out, "--resume").returncode, 0)
        self.assertEqual(out.read_bytes(), whole)

    def test_reports_a_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([VARDE, "code", "-"], input=json_lines(ARTICLES[:1]), stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output: cannot be written: No space left", done.stderr)

    def test_writes_csv(self):
        done = run("code", "-", "--format", "csv", stdin=json_lines(ARTICLES))
        rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
        lines = run("code", "-", stdin=json_lines(ARTICLES)).stdout.splitlines()
        coded = [json.loads(line) for line in lines]
        events = [(each["id"], event) for each in coded for event in each["events"]]
        self.assertGreater(len(events), 3)
        self.assertEqual([(row["document"], row["event"], row["type"], row["status"]) for row in rows],
                         [(i, event["id"], event["type"], event["status"]) for i, event in events])
        for row, (_, event) in zip(rows, events):
            self.assertEqual(row["actor_name"].count(";"), max(0, len(event["actor"]) - 1))
            self.assertEqual(int(row["trigger_begin"]), event["trigger"]["begin"])
        self.assertTrue(done.stdout.endswith("\r\n"))

    def test_writes_plover(self):
        done = run("code", "-", "--format", "plover", stdin=json_lines(ARTICLES))
        events = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertGreater(len(events), 3)
        for event in events:
            self.assertLessEqual({"id", "date", "source", "recipient", "event", "mode", "context"},
                                 set(event))

    def test_writes_a_table(self):
        done = run("code", "-", "--format", "table", stdin=json_lines(ARTICLES), env={"COLUMNS": "90"})
        self.assertIn("Events", done.stdout)
        self.assertNotIn("\x1b", done.stdout)
        for line in done.stdout.splitlines():
            self.assertLessEqual(len(line), 90)

    def on_terminal(self, **env):
        """What a person sees who runs `varde code` in a terminal."""
        path = self.write("a.jsonl", json_lines(ARTICLES[:1]))
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ.update(TERM="xterm", **env)
            os.execv(VARDE, [VARDE, "code", str(path)])
        shown = b""
        try:
            while chunk := os.read(terminal, 65536):
                shown += chunk
        except OSError:  # the other end has closed
            pass
        os.close(terminal)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 0)
        return shown.decode()

    def test_shows_a_coloured_table_on_a_terminal(self):
        self.assertRegex(self.on_terminal(NO_COLOR=""), re.compile(r"\x1b\[1men-1.*Events", re.S))
        plain = self.on_terminal(NO_COLOR="1")
        self.assertIn("Events", plain)
        self.assertNotIn("\x1b", plain)

    def test_drops_what_is_unsure(self):
        every = run("code", "-", stdin=json_lines(ARTICLES))
        sure = run("code", "-", "--min-confidence", "0.6", stdin=json_lines(ARTICLES))
        for lines in zip(every.stdout.splitlines(), sure.stdout.splitlines()):
            all_of, some_of = map(json.loads, lines)
            self.assertEqual([e for e in all_of["events"] if e["confidence"] >= 0.6], some_of["events"])

    # ---- the other commands

    def test_lists_languages(self):
        done = run("languages")
        self.assertEqual(done.returncode, 0)
        self.assertLessEqual({"nb", "nn", "en"}, {line.split()[0] for line in done.stdout.splitlines()})

    def test_lints(self):
        done = run("lint")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_parses(self):
        done = run("parse", "-", stdin=json_lines(ARTICLES[:1]))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"(?m)^1\t")

    def test_keeps_the_completion_scripts_up_to_date(self):
        scripts = pathlib.Path(__file__).resolve().parent.parent / "scripts" / "completion"
        for shell, name in (("bash", "varde.bash"), ("zsh", "_varde"), ("fish", "varde.fish")):
            self.assertEqual(run("completion", shell).stdout, (scripts / name).read_text(),
                             f"run: varde completion {shell} > scripts/completion/{name}")


if __name__ == "__main__":
    unittest.main()

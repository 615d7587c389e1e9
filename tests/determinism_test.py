#!/usr/bin/python3
"""The same input gives the same bytes, in every format and whatever the number of threads."""
import json
import unittest

from support import ARTICLES, example_files, json_lines, run


class Determinism(unittest.TestCase):
    def test_output_does_not_depend_on_jobs(self):
        articles = ARTICLES + [json.loads(path.read_text()) for path in example_files()]
        # Enough documents that threads overtake one another, of very different length.
        stream = []
        for turn in range(2):
            for article in articles:
                stream.append(dict(article, id=f"{article['id']}-{turn}"))
        broken = json_lines(stream).replace(b"\n", b"\nnot json\n", 3)
        for form in ("jsonl", "csv", "plover", "table"):
            runs = {jobs: run("code", "-", "--format", form, "--jobs", jobs, stdin=broken)
                    for jobs in (1, 2, 7)}
            for jobs, done in runs.items():
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stdout_bytes, runs[1].stdout_bytes, (form, jobs))
                self.assertEqual(done.stderr, runs[1].stderr, (form, jobs))

    def test_a_document_does_not_depend_on_its_neighbours(self):
        together = run("code", "-", stdin=json_lines(ARTICLES)).stdout.splitlines(keepends=True)
        for article, line in zip(ARTICLES, together):
            self.assertEqual(run("code", "-", stdin=json_lines([article])).stdout, line)


if __name__ == "__main__":
    unittest.main()

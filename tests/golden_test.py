#!/usr/bin/python3
"""What the articles in examples/ give is what tests/golden/ holds. After a change that is meant,
run tests/update_golden and read the difference."""
import json
import sys
import unittest

from support import ROOT, example_files, run

GOLDEN = ROOT / "tests" / "golden"


def coded_examples():
    """{file stem: the coded document as it is kept, indented to be read and compared}"""
    coded = {}
    for path in example_files():
        done = run("code", path)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        coded[path.stem] = json.dumps(json.loads(done.stdout), indent=1, ensure_ascii=False) + "\n"
    return coded


class Golden(unittest.TestCase):
    maxDiff = 4000

    def test_examples_are_coded_as_before(self):
        coded = coded_examples()
        if not coded:
            self.skipTest("no examples")
        self.assertEqual(sorted(coded), sorted(path.stem for path in GOLDEN.glob("*.json")))
        for stem, text in coded.items():
            with self.subTest(example=stem):
                self.assertEqual((GOLDEN / f"{stem}.json").read_text(), text)


def update():
    GOLDEN.mkdir(exist_ok=True)
    coded = coded_examples()
    for path in GOLDEN.glob("*.json"):
        if path.stem not in coded:
            path.unlink()
    for stem, text in coded.items():
        (GOLDEN / f"{stem}.json").write_text(text)
    print(f"wrote {len(coded)} files to tests/golden/")


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        update()
    else:
        unittest.main()

#!/usr/bin/python3
"""What four articles on one truce, and two in two languages on one attack, add up to: the ledgers whole, as
expected/ has them. After a change that is meant, run tests/update_expected and read the difference.

The articles lie beside the checkout and their sentences may not stand in it. So expected/ has no quotes;
every quote must be what stands in the article at its offsets."""
import json
import sys
import tempfile
import unittest

import databases
from support import ROOT, ledger, run

GOLD = ROOT.parent / "shared" / "gold" / "dev"
EXPECTED = ROOT / "tests" / "expected"
LONGEST_QUOTE = 300  # characters
LONGEST_NAME = 6     # words

TRUCE = ("dev-nb-01", "dev-nb-02", "dev-nb-03", "dev-nb-04")
ATTACK = ("dev-nb-05", "dev-en-01")
# What each file of expected/ holds: of a store of which articles which entries.
LEDGERS = {
    "truce_ceasefires": (TRUCE, ("ceasefires",)),
    "truce_tolls": (TRUCE, ("tolls",)),
    "attack_incidents": (ATTACK, ("incidents", "--place", "Kramatorsk", "--min-reports", "2")),
}


def entries(name):
    articles, arguments = LEDGERS[name]
    with tempfile.TemporaryDirectory() as folder:
        db = databases.sqlite(folder)
        done = run("ingest", "--db", db, *(GOLD / f"{article}.json" for article in articles))
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        return ledger(db, *arguments)


def values(whole):
    """It and every value in it, at any depth."""
    yield whole
    for inner in whole.values() if isinstance(whole, dict) else whole if isinstance(whole, list) else ():
        yield from values(inner)


def as_kept(found):
    """The text of a file of expected/."""
    kept = json.loads(json.dumps(found))
    for one in values(kept):
        if isinstance(one, dict):
            one.pop("quote", None)
    return json.dumps(kept, indent=1, ensure_ascii=False) + "\n"


@unittest.skipUnless(GOLD.is_dir(), "the annotated articles are not here")
class ExpectedLedger(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.entries = {name: entries(name) for name in LEDGERS}
        cls.articles = {path.stem: json.loads(path.read_text())["text"] for path in GOLD.glob("*.json")}

    def test_ledgers_are_the_expected_ones(self):
        for name, found in self.entries.items():
            with self.subTest(ledger=name):
                self.assertEqual(as_kept(found), (EXPECTED / f"{name}.json").read_text())

    def test_quotes_are_the_words_of_the_articles(self):
        reports = [one for one in values(self.entries) if isinstance(one, dict) and "quote" in one]
        self.assertGreater(len(reports), 20)
        for report in reports:
            words = self.articles[report["document"]][report["begin"]:report["end"]]
            if len(words) > LONGEST_QUOTE:
                words = words[:LONGEST_QUOTE - 1] + "…"
            self.assertEqual(report["quote"], words)

    def test_no_sentence_is_kept(self):
        for name in LEDGERS:
            for one in values(json.loads((EXPECTED / f"{name}.json").read_text())):
                if isinstance(one, str):
                    self.assertLessEqual(len(one.split()), LONGEST_NAME, one)

    # What no update of the files may take away.

    def test_the_truce_goes_from_talks_to_its_end(self):
        truce, = (one for one in self.entries["truce_ceasefires"] if one["reports"] > 1)
        self.assertEqual([(step["state"], step["report"]["document"]) for step in truce["history"]],
                         list(zip(("negotiating", "agreed", "violated", "collapsed"), TRUCE)))

    def test_figures_for_tartus_are_revised_and_disputed(self):
        tartus = max((one for one in self.entries["truce_tolls"] if one["place"] and one["place"]["name"] == "Tartus"),
                     key=lambda one: one["reports"])
        self.assertEqual([(claim["low"], claim["high"]) for claim in tartus["claims"]],
                         [(35, None), (38, 38), (35, 35), (48, 48)])
        self.assertTrue(tartus["disputed"])

    def test_one_attack_in_two_languages_is_one_incident(self):
        attack, = self.entries["attack_incidents"]
        self.assertEqual({report["language"] for report in attack["told"]}, {"nb", "en"})


def update():
    EXPECTED.mkdir(exist_ok=True)
    for name in LEDGERS:
        (EXPECTED / f"{name}.json").write_text(as_kept(entries(name)))
    print(f"wrote {len(LEDGERS)} files to tests/expected/")


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        update()
    else:
        unittest.main()

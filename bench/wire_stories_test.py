#!/usr/bin/python3
"""The stories of bench/wire_stories.py: the same for a seed, well formed, and as different as they should be."""
import collections
import itertools
import json
import pathlib
import subprocess
import sys
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parent / "wire_stories.py"
COUNT = 300
FIELDS = ["id", "language", "published", "publisher", "title", "text"]


def lines(*arguments):
    done = subprocess.run([sys.executable, SCRIPT, *map(str, arguments)], stdout=subprocess.PIPE, check=True)
    return done.stdout.decode("utf-8").splitlines()


def shingles(text):
    words = text.split()
    return {tuple(words[at:at + 5]) for at in range(len(words) - 4)}


def jaccard(some, others):
    return len(some & others) / len(some | others)


class WireStories(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lines = lines(COUNT, "--copies", "0.1")
        cls.stories = [json.loads(line) for line in cls.lines]
        cls.originals = [story for story in cls.stories if "copy" not in story["id"]]
        cls.shingles = {story["id"]: shingles(story["text"]) for story in cls.stories}

    def test_are_the_same_for_a_seed_and_fewer_begin_more(self):
        self.assertEqual(lines(COUNT, "--copies", "0.1"), self.lines)
        self.assertEqual(lines(40, "--copies", "0.1"), self.lines[:40])
        self.assertNotEqual(lines(40, "--copies", "0.1", "--seed", 2), self.lines[:40])
        self.assertEqual(lines(0), [])

    def test_have_all_fields_and_ids_of_their_own(self):
        self.assertEqual(len(self.stories), COUNT)
        self.assertEqual(len(self.shingles), COUNT)
        for story in self.stories:
            self.assertEqual(list(story), FIELDS)
            self.assertTrue(story["publisher"].startswith(("Synthetic Wire ", "Syntetisk ")), story)
            self.assertTrue(60 <= len(story["text"].split()) <= 220, story)
            self.assertTrue(2 <= story["text"].count("\n\n") + 1 <= 5, story)
            self.assertNotRegex(story["title"] + story["text"], r"[\[\]{}|¶]|  | ,| \.(?!\d)")

    def test_cover_the_days_evenly(self):
        days = collections.Counter(story["published"] for story in self.stories)
        self.assertEqual(sorted(days), [f"2004-01-{day:02}" for day in range(1, 13)])
        self.assertEqual(set(days.values()), {25})
        self.assertEqual(json.loads(lines(3, "--per-day", 1, "--start", "2019-12-31")[2])["published"], "2020-01-02")

    def test_are_in_three_languages(self):
        share = collections.Counter(story["language"] for story in self.stories)
        for language, expected in (("nb", 0.4), ("en", 0.4), ("nn", 0.2)):
            self.assertAlmostEqual(share[language] / COUNT, expected, delta=0.1)

    def test_share_few_words_when_unrelated(self):
        for language in ("nb", "en", "nn"):
            ids = [story["id"] for story in self.originals if story["language"] == language]
            alike = [jaccard(self.shingles[one], self.shingles[other])
                     for one, other in itertools.combinations(ids, 2)
                     if one.split("-")[0] != other.split("-")[0]]
            self.assertLess(sum(alike) / len(alike), 0.05)
            self.assertLess(sum(each >= 0.3 for each in alike), max(1, len(alike) / 1000))

    def test_copies_are_nearly_alike(self):
        originals = {story["id"]: story for story in self.originals}
        copies = [story for story in self.stories if "copy" in story["id"]]
        self.assertAlmostEqual(len(copies) / COUNT, 0.1, delta=0.05)
        for copy in copies:
            original = originals[copy["id"].rsplit("-", 1)[0]]
            self.assertGreater(jaccard(self.shingles[copy["id"]], self.shingles[original["id"]]), 0.8)
            self.assertNotEqual(copy["publisher"], original["publisher"])
            self.assertNotEqual(copy["text"], original["text"])


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
"""Every line that is written keeps to docs/varde-1.schema.json, and its offsets and ids hold."""
import json
import unittest

import jsonschema

from support import ARTICLES, ROOT, example_files, json_lines, run

RECORDS = ("events", "tolls", "ceasefires", "talks", "resolutions", "control")


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        schema = json.loads((ROOT / "docs" / "varde-1.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        cls.validator = jsonschema.Draft202012Validator(schema)
        cls.articles = ARTICLES + [json.loads(path.read_text()) for path in example_files()]
        done = run("code", "-", stdin=json_lines(cls.articles))
        assert done.returncode == 0, done.stderr
        cls.coded = [json.loads(line) for line in done.stdout.splitlines()]

    def test_codes_every_article_in_order(self):
        self.assertEqual([each["id"] for each in self.coded], [each["id"] for each in self.articles])

    def test_keeps_to_the_schema(self):
        for coded in self.coded:
            faults = [f"{coded['id']}: {fault.json_path}: {fault.message}"
                      for fault in self.validator.iter_errors(coded)]
            self.assertEqual(faults, [])

    def test_schema_can_fail(self):
        broken = json.loads(json.dumps(self.coded[0]))
        broken["published"]["basis"] = "guessed"
        self.assertFalse(self.validator.is_valid(broken))

    def test_offsets_are_code_points_of_the_text(self):
        for article, coded in zip(self.articles, self.coded):
            text = article["text"]
            for event in coded["events"]:
                trigger = event["trigger"]
                self.assertEqual(text[trigger["begin"]:trigger["end"]], trigger["text"])
            for entity in coded["entities"]:
                for mention in entity["mentions"]:
                    self.assertEqual(text[mention["begin"]:mention["end"]], mention["text"])
            for record in (record for kind in RECORDS for record in coded[kind]):
                evidence = record["evidence"]
                self.assertLess(evidence["begin"], evidence["end"])
                self.assertLessEqual(evidence["end"], len(text))

    def test_ids_are_unique_and_lead_somewhere(self):
        def actors(value):
            if isinstance(value, dict):
                if "entity" in value:
                    yield value
                value = list(value.values())
            if isinstance(value, list):
                for each in value:
                    yield from actors(each)

        for coded in self.coded:
            ids = [record["id"] for kind in ("entities", *RECORDS) for record in coded[kind]]
            self.assertEqual(len(ids), len(set(ids)))
            entities = {entity["id"] for entity in coded["entities"]}
            for kind in RECORDS:
                for actor in actors(coded[kind]):
                    self.assertIn(actor["entity"], entities | {None})
            events = {event["id"] for event in coded["events"]}
            for toll in coded["tolls"]:
                self.assertIn(toll["event"], events | {None})

    def test_dates_begin_before_they_end(self):
        def dates(value):
            if isinstance(value, dict):
                if isinstance(value.get("begin"), str):
                    yield value
                value = list(value.values())
            if isinstance(value, list):
                for each in value:
                    yield from dates(each)

        for date in dates(self.coded):
            self.assertLessEqual(date["begin"], date["end"])


if __name__ == "__main__":
    unittest.main()

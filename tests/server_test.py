#!/usr/bin/python3
"""`varde serve` as its clients see it: the answers of the commands over HTTP, errors that say what is wrong, hostile
input kept as data, who may do what, and nothing lost that was acknowledged, whenever it is killed."""
import collections
import contextlib
import csv
import gzip
import http.client
import itertools
import json
import os
import pathlib
import queue
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest

import databases
import served
from support import ARTICLES, ROOT, example_files, json_lines, ledger, run

LEDGERS = ("ceasefires", "talks", "resolutions", "tolls", "control", "incidents", "actors")
API = "/api/v1/"
SECURITY = {"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin", "Permissions-Policy": "camera=()"}
SANITIZED = bool(os.environ.get("VARDE_SANITIZED"))
THOROUGH = bool(os.environ.get("CI")) and not SANITIZED

EXAMPLES_STORE = None  # made once, copied for those who write


def setUpModule():
    global EXAMPLES_STORE
    folder = unittest.enterModuleContext(tempfile.TemporaryDirectory())
    EXAMPLES_STORE = databases.sqlite(folder)
    fill(EXAMPLES_STORE)


def articles():
    return [json.loads(path.read_text()) for path in example_files()] + ARTICLES


def fill(db):
    done = run("ingest", "--db", db, stdin=json_lines(articles()))
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return db


def store_in(folder):
    return shutil.copy(EXAMPLES_STORE, databases.sqlite(folder))


def lines_of(*arguments):
    """What a command writes as JSON Lines."""
    done = run(*arguments, "--format", "jsonl")
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def everything(db):
    """All ledgers as the program writes them out."""
    return "".join(run("ledger", name, "--db", db, "--format", "jsonl").stdout for name in LEDGERS)


def told(entries):
    """Ids of all reports of these entries."""
    return [report["id"] for entry in entries for report in entry["told"]]


class Serving(unittest.TestCase):
    """One server on a store of its own for all tests of a class."""
    OPTIONS = ()

    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.db = store_in(cls.folder)
        cls.server = cls.enterClassContext(served.Server(cls.db, *cls.OPTIONS))

    def get(self, path, **query):
        answer = self.server.get(path if path.startswith("/") else API + path, **query)
        self.assertEqual(answer.status, 200, answer.body[:500])
        return answer

    def assert_problem(self, answer, status, words=""):
        self.assertEqual(answer.status, status, answer.body[:500])
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        self.assertEqual(list(answer.json), ["type", "title", "status", "detail"])
        self.assertEqual(answer.json["status"], status)
        self.assertIn(words, answer.json["detail"])
        self.assert_secure(answer)

    def assert_secure(self, answer):
        for name, value in SECURITY.items():
            self.assertIn(value, answer.headers[name] or "", name)

    def correct(self, report, why="a test", server=None, **changes):
        return (server or self.server).post(API + "corrections", {
            "report": report, "changes": changes, "why": why, "by": "Kari"})


class Reading(Serving):
    """The same answers as the commands give."""
    maxDiff = 2000

    def test_ledgers_page_by_page_in_both_orders(self):
        for name in LEDGERS:
            expected = ledger(self.db, name)
            self.assertGreater(len(expected), 2, name)
            backwards = expected[::-1]
            if name == "actors":
                backwards = sorted(expected, key=lambda one: one["last_report"] or "", reverse=True)
            for limit in (3, 500):
                self.assertEqual(self.server.pages(API + "ledgers/" + name, limit=limit), expected)
                self.assertEqual(self.server.pages(API + "ledgers/" + name, limit=limit, order="newest"), backwards)

    def test_timeline_and_changes(self):
        expected = lines_of("timeline", "--db", self.db)
        self.assertEqual(self.server.pages(API + "timeline", limit=11), expected)
        self.assertEqual(self.server.pages(API + "timeline", limit=500, order="newest"), expected[::-1])
        for since, until in (("2001-01-01", None), ("2001-01-01", "2006-12-31")):
            more = ("--until", until) if until else ()
            expected = lines_of("changes", "--db", self.db, "--since", since, *more)
            self.assertTrue(expected)
            self.assertEqual(self.server.pages(API + "changes", since=since, until=until, limit=9), expected)

    def test_filters_are_those_of_the_commands(self):
        whole = ledger(self.db, "incidents")
        for filters in ({"country": ["LKA"]}, {"country": ["LKA", "PER"]}, {"type": ["ASSAULT"]},
                        {"type": ["ASSAULT", "THREATEN"], "country": ["LKA"]}, {"actor": ["LKA:GOV"]},
                        {"place": ["Sri Lanka"]}, {"source": ["Varde samples"], "since": ["2001-01-01"]},
                        {"since": ["1999-01-01"], "until": ["2002-12-31"]}, {"as_of": ["2001-12-31"]}):
            arguments = [part for name, values in filters.items() for value in values
                         for part in ("--" + name.replace("_", "-"), value)]
            expected = ledger(self.db, "incidents", *arguments)
            self.assertTrue(0 < len(expected) < len(whole), filters)
            self.assertEqual(self.server.pages(API + "ledgers/incidents", limit=20, **filters), expected)
            self.assertEqual(self.get("counts", by="state", **filters).json["total"], len(expected), filters)
        self.assertEqual(self.server.pages(API + "ledgers/incidents", min_reports=2),
                         ledger(self.db, "incidents", "--min-reports", "2"))

    def test_a_summary_lacks_the_words_of_the_reports_only(self):
        for name in LEDGERS:
            full = self.server.pages(API + "ledgers/" + name, limit=500)
            short = self.server.pages(API + "ledgers/" + name, limit=500, detail="summary")
            if name == "actors":
                self.assertEqual(short, full)
                continue
            for whole, summary in zip(full, short, strict=True):
                self.assertEqual(summary.pop("quote"), whole.pop("told")[0]["quote"])
                for step in (*whole.get("history", ()), *whole.get("claims", ()), *whole.get("violations", ())):
                    for field in ("quote", "begin", "end"):
                        (step["report"] or {}).pop(field, None)
                self.assertEqual(summary, whole)

    def test_every_report_finds_its_entry(self):
        for report in told(ledger(self.db, "tolls")):
            shown = lines_of("show", report, "--db", self.db)
            self.assertEqual([self.get("entries/" + report).json], shown)
        self.assertEqual(self.server.get(API + "entries/" + report, as_of="1900-01-01").status, 404)

    def test_explanations(self):
        for report in told(ledger(self.db, "incidents"))[:20]:
            explained = self.get(f"entries/{report}/explanation").json
            self.assertEqual(explained["id"], report)
            self.assertTrue(explained["text"].strip())
            shown = run("explain", report, "--db", self.db).stdout
            for line in explained["text"].splitlines():
                self.assertIn(line, shown)

    def test_documents(self):
        listed = self.server.pages(API + "documents", limit=5)
        self.assertEqual(listed, self.get("documents", limit=500).items)
        given = {one["id"]: one for one in articles()}
        self.assertEqual({one["id"] for one in listed}, set(given))
        days = [one["published"] or "9" for one in listed]
        self.assertEqual(days, sorted(days, reverse=True))
        coded = {one["id"]: one for one in map(json.loads, run(
            "code", "-", stdin=json_lines(articles())).stdout.splitlines())}
        for one in listed:
            for name in (one["key"], one["key"][:12], one["id"]):
                document = self.get("documents/" + name).json
                self.assertEqual({field: document[field] for field in one if field != "language"},
                                 {field: one[field] for field in one if field != "language"})
            self.assertEqual(document["text"], given[one["id"]]["text"])
            self.assertEqual(document["coded"], coded[one["id"]])
            self.assertEqual(document["corrections"], [])

    def test_search(self):
        for words in ("ceasefire", "president*", "regjering* 2001", "no such word anywhere"):
            self.assertEqual(self.get("search", q=words, limit=200).items,
                             lines_of("search", *words.split(), "--limit", "200", "--db", self.db))

    def test_export_is_the_file_that_the_command_writes(self):
        formats = ["jsonl", "csv", "plover", "cameo", "ucdp", "ceasefires"]
        if self.parquet([]):
            formats.append("parquet")
        for name, filters in itertools.product(formats, ({}, {"country": ["LKA", "PER"]}, {"since": "2001-01-01"})):
            arguments = [part for field, values in filters.items() for value in
                         (values if isinstance(values, list) else [values]) for part in ("--" + field, value)]
            answer = self.get("export", format=name, **filters)
            self.assertEqual(answer.body, run("export", "--db", self.db, "--format", name, *arguments).stdout_bytes
                             if name != "parquet" else self.parquet(arguments))
            self.assertIn(f'filename="varde-{name}.', answer.headers["Content-Disposition"])
            self.assert_secure(answer)

    def parquet(self, arguments):
        """Nothing where the program cannot write it."""
        path = pathlib.Path(self.folder) / "incidents.parquet"
        done = run("export", "--db", self.db, "--format", "parquet", "--output", path, *arguments)
        return path.read_bytes() if done.returncode == 0 else b""

    def test_counts_are_those_of_the_ledger(self):
        for filters in ({}, {"country": "LKA"}, {"since": "2000-01-01"}, {"as_of": "2002-01-01"}):
            arguments = [part for name, value in filters.items() for part in ("--" + name.replace("_", "-"), value)]
            incidents = ledger(self.db, "incidents", *arguments)
            for by in ("type", "state"):
                expected = collections.Counter(one[by] for one in incidents)
                answer = self.get("counts", by=by, **filters).json
                self.assertEqual(answer["total"], len(incidents))
                self.assertEqual({one["key"]: one["count"] for one in answer["items"]}, expected)
                counts = [one["count"] for one in answer["items"]]
                self.assertEqual(counts, sorted(counts, reverse=True))
            dated = [one["date"]["begin"] for one in incidents if one["date"]]
            for by, digits in (("day", 10), ("month", 7), ("year", 4)):
                items = self.get("counts", by=by, limit=5000, **filters).items
                counted = {one["key"]: one["count"] for one in items}
                self.assertEqual(list(counted), sorted(counted))
                for period, count in collections.Counter(day[:digits] for day in dated).items():
                    # Those without a date are counted by the day of publication, if at all.
                    self.assertGreaterEqual(counted[period], count, period)
            places = self.get("counts", by="place", **filters).items
            self.assertTrue(places)
            self.assertTrue(all(set(one) == {"key", "count", "country", "lat", "lon"} for one in places))

    def test_the_map_holds_every_incident_that_has_a_place(self):
        incidents = ledger(self.db, "incidents")
        placed = [one["place"] for one in incidents if one["place"] and one["place"]["lat"] is not None]
        for zoom in (0, 2, 5, 12):
            answer = self.get("map", zoom=zoom).json
            self.assertEqual((answer["total"], answer["placed"]), (len(incidents), len(placed)))
            self.assertEqual(sum(cell["count"] for cell in answer["cells"]), len(placed))
            for cell in answer["cells"]:
                self.assertEqual(sum(cell["types"].values()), cell["count"])
                self.assertEqual(cell["id"] is not None, cell["count"] == 1)
        for cell in answer["cells"]:
            if cell["id"]:
                self.assertEqual(self.get("entries/" + cell["id"]).json["place"]["name"], cell["place"])
        south = [one for one in placed if one["lat"] <= 0]
        self.assertTrue(0 < len(south) < len(placed))
        self.assertEqual(sum(cell["count"] for cell in self.get("map", north=0).json["cells"]), len(south))
        # Across the 180th meridian.
        outside = [one for one in placed if not -60 < one["lon"] < 60]
        cells = self.get("map", west=60, east=-60).json["cells"]
        self.assertEqual(sum(cell["count"] for cell in cells), len(outside))

    def test_the_network_links_its_nodes(self):
        whole = self.get("network", limit=1000).json
        self.assertTrue(whole["links"])
        nodes = {node["id"] for node in whole["nodes"]}
        self.assertEqual({end for link in whole["links"] for end in (link["source"], link["target"])}, nodes)
        few = self.get("network", limit=3).json
        self.assertEqual(few["links"], whole["links"][:3])

    def test_tolls_are_summed(self):
        sums = self.get("tolls/sum", type="killed").json
        tolls = ledger(self.db, "tolls", "--type", "killed")
        self.assertEqual((sums["entries"], sums["disputed"]), (len(tolls), sum(one["disputed"] for one in tolls)))
        self.assertEqual(sums["total"], {"low": sum(one["low"] or 0 for one in tolls),
                                         "high": sum(one["high"] or one["low"] or 0 for one in tolls)})
        self.assertIsNone(sums["series"][0]["source"])
        for series in sums["series"]:
            days = [point["day"] for point in series["points"]]
            self.assertEqual(days, sorted(set(days)))

    def test_the_queue_holds_every_record_once_the_most_doubtful_first(self):
        items = self.server.pages(API + "queue", limit=13)
        reports = [one["report"] for one in items]
        entries = [entry for name in LEDGERS[:-1] for entry in ledger(self.db, name)]
        self.assertEqual(sorted(reports), sorted(told(entries)))
        scores = [one["score"] for one in items]
        self.assertEqual(scores, sorted(scores, reverse=True))
        first = items[0]
        document = self.get("documents/" + first["key"]).json
        self.assertEqual(document["text"][:first["end"]][first["begin"]:][:300], first["quote"])

    def test_status_health_and_description(self):
        status = self.get("status").json
        self.assertEqual((status["documents"], status["latest_day"]), (len(articles()), "2021-05-04"))
        self.assertEqual((status["role"], status["analyst"], status["tokens"]), ("admin", None, False))
        self.assertEqual(self.get("/healthz").json, {"status": "ok"})
        described = self.get("openapi.json").json
        self.assertEqual(described, json.loads((ROOT / "src" / "server" / "openapi.json").read_text()))
        self.assertEqual(self.get("agreement").items, lines_of("agreement", "--db", self.db))
        self.assertEqual(self.get("corrections").json, {"items": [], "next": None})


class Protocol(Serving):
    """What holds for every address."""
    LISTS = ("ledgers/incidents", "timeline", "documents", "queue", "counts", "map", "network", "tolls/sum")

    def test_unchanged_answers_are_not_sent_again(self):
        tags = set()
        for path in self.LISTS:
            first = self.get(path)
            tag = first.headers["ETag"]
            tags.add(tag)
            for header in (tag, f'"other", {tag}'):
                again = self.server.get(API + path, headers={"If-None-Match": header})
                self.assertEqual((again.status, again.body, again.headers["ETag"]), (304, b"", tag))
                self.assert_secure(again)
            self.assertEqual(self.server.get(API + path, headers={"If-None-Match": '"other"'}).body, first.body)
        self.assertEqual(len(tags), len(self.LISTS))
        missing = self.server.get(API + "entries/000000000000/v1", headers={"If-None-Match": "*"})
        self.assertEqual(missing.status, 404)

    def test_gzip_for_those_who_accept_it(self):
        for path in self.LISTS:
            plain = self.get(path)
            self.assertIsNone(plain.headers["Content-Encoding"])
            for accepted in ("gzip", "br, gzip;q=0.5"):
                packed = self.server.get(API + path, headers={"Accept-Encoding": accepted})
                if len(plain.body) < 1000:
                    continue
                self.assertEqual(packed.headers["Content-Encoding"], "gzip")
                self.assertEqual(packed.headers["Vary"], "Accept-Encoding")
                self.assertEqual(gzip.decompress(packed.body), plain.body)
                self.assertLess(len(packed.body), len(plain.body))
        refused = self.server.get(API + "timeline", headers={"Accept-Encoding": "gzip;q=0, identity"})
        self.assertIsNone(refused.headers["Content-Encoding"])
        small = self.server.get(API + "status", headers={"Accept-Encoding": "gzip"})
        self.assertIsNone(small.headers["Content-Encoding"])

    def test_head_is_get_without_the_body(self):
        for path in ("/healthz", "/api/v1/openapi.json", *(API + path for path in self.LISTS)):
            got, head = self.server.get(path), self.server.ask("HEAD", path)
            self.assertEqual((head.status, head.body), (200, b""))
            self.assertEqual({**head.headers, "Date": ""}, {**got.headers, "Date": ""})
        # A length that nobody knows is not said.
        self.assertIsNone(self.server.ask("HEAD", API + "export").headers["Content-Length"])
        stream = self.server.ask("HEAD", API + "changes/stream")
        self.assertEqual((stream.status, stream.headers["Content-Type"]), (200, "text/event-stream"))

    def test_every_answer_has_the_headers_that_protect_it(self):
        for method, path in (("GET", "/"), ("GET", "/healthz"), ("GET", "/metrics"), ("GET", API + "openapi.json"),
                             ("GET", API + "status"), ("GET", API + "export"), ("GET", "/no/page.html"),
                             ("DELETE", API + "session"), ("OPTIONS", API + "status"), ("BREW", "/")):
            self.assert_secure(self.server.ask(method, path))
        for data in (b"\0\0\0\0\r\n\r\n", b"GET x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"):
            head = self.server.raw(data).split(b"\r\n\r\n")[0].decode()
            self.assertTrue(head.startswith("HTTP/1.1 400 "), head)
            for name in SECURITY:
                self.assertIn(name, head)

    def test_one_connection_serves_many_requests(self):
        with contextlib.closing(self.server.connection()) as connection:
            for path in ("status", "ledgers/wars", "timeline", "status?wrong=1", "export?format=csv", "status"):
                answer = self.server.get(API + path, connection=connection)
                self.assertIn(answer.status, (200, 400, 404))
                self.assertIsNotNone(connection.sock, path)
            # And pipelined ones, in their order.
            request = b"GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
            answers = self.server.raw(request % (b"/healthz", b"") + request % (b"/nothing.txt", b"") +
                                      request % (b"/healthz", b"Connection: close\r\n"))
            self.assertEqual(re.findall(rb"HTTP/1.1 (\d+)", answers), [b"200", b"404", b"200"])

    def test_http_1_0(self):
        answer = self.server.raw(b"GET /api/v1/export?format=csv HTTP/1.0\r\nHost: localhost\r\n\r\n")
        head, _, body = answer.partition(b"\r\n\r\n")
        self.assertNotIn(b"chunked", head)
        self.assertEqual(body, run("export", "--db", self.db, "--format", "csv").stdout_bytes)

    def test_metrics_count_by_route_and_never_by_what_a_client_invents(self):
        self.get("status")
        self.server.ask("BREW", "/healthz")
        self.server.ask("BREW", "/")
        self.server.get(API + "ledgers/incidents", limit="none")
        self.server.get(API + "invented/by/a/client")
        answer = self.get("/metrics")
        self.assertTrue(answer.headers["Content-Type"].startswith("text/plain; version=0.0.4"))
        text = answer.body.decode()
        for line in text.splitlines():
            self.assertRegex(line, r'^(# (HELP|TYPE) varde_\w+ .+|varde_\w+(\{(\w+="[^"]*",?)+\})? [0-9.e+-]+)$')
        self.assertIn('varde_requests_total{method="GET",route="/api/v1/ledgers/{ledger}",status="400"}', text)
        self.assertNotIn("invented", text)
        self.assertNotIn("BREW", text)

    def test_the_log_has_a_line_for_each_request(self):
        self.get("search", q="ceasefire")
        self.server.get(API + "documents/%1b%5b31m%22%0a")
        logged = {one["path"]: one for one in self.server.log()}
        self.assertEqual(logged[API + "search"]["status"], 200)
        self.assertEqual(logged[API + 'documents/\x1b[31m"\n']["status"], 404)
        self.assertTrue({"time", "client", "method", "path", "status", "seconds", "bytes"} <=
                        set(logged[API + "search"]))

    def test_pages_of_the_workbench(self):
        page = self.server.get("/")
        if page.status == 404:
            self.assert_problem(page, 404, "without the workbench")
            return
        self.assertTrue(page.headers["Content-Type"].startswith("text/html"))
        for path in ("/map", "/reader/" + "0" * 64, "/entries/000000000000/v1"):
            self.assertEqual(self.server.get(path).body, page.body)
        self.assert_problem(self.server.get("/../etc/passwd.txt"), 404)
        self.assert_problem(self.server.ask("POST", "/"), 405)


class Errors(Serving):
    def test_parameters(self):
        for path, words in (("timeline?nowhere=1", "'nowhere'"), ("status?x=1", "'x'"),
                            ("documents?order=newest", "order"), ("timeline?since=2023-02-30", "since"),
                            ("timeline?until=yesterday", "YYYY-MM-DD"),
                            ("timeline?as_of=2021-5-4", "as_of"), ("timeline?limit=0", "1 to 500"),
                            ("timeline?limit=501", "limit"), ("timeline?limit=ten", "limit"),
                            ("timeline?limit=1&limit=2", "twice"), ("timeline?order=oldst", "newest"),
                            ("timeline?detail=none", "summary"), ("timeline?min_reports=-1", "min_reports"),
                            ("timeline?cursor=x", "cursor"), ("ledgers/tolls?cursor=1.5~x", "cursor"),
                            ("ledgers/actors?cursor=x", "cursor"), ("queue?cursor=x~y", "cursor"),
                            ("documents?limit=-1", "limit"), ("corrections?cursor=-1", "cursor"),
                            ("changes", "since"), ("search", "q:"), ("search?q=%20", "q:"), ("search?q=*", "q:"),
                            ("counts?by=weather", "week"), ("map?zoom=13", "zoom"), ("map?west=200", "west"),
                            ("map?north=nan", "north"), ("network?limit=1e3", "limit"), ("export?format=pdf", "csv"),
                            ("timeline?" + "&".join(f"country={n}" for n in range(51)), "country"),
                            ("timeline?place=" + "x" * 2000, "place"), ("timeline?" + "x" * 300 + "=1", "x")):
            self.assert_problem(self.server.get(API + path), 400, words)

    def test_what_there_is_not(self):
        for path in ("nothing", "ledgers/wars", "ledgers", "entries/000000000000/v1", "entries/x/y",
                     "entries/000000000000/v1/explanation", "documents/none", "documents/%25", "documents/_", ""):
            self.assert_problem(self.server.get(API + path), 404)

    def test_methods(self):
        for method, path, allowed in (("POST", "status", "GET"), ("DELETE", "documents", "GET, POST"),
                                      ("GET", "code", "POST"), ("PUT", "session", "POST, DELETE"),
                                      ("TRACE", "timeline", "GET"), ("BREW", "corrections", "GET, POST")):
            answer = self.server.ask(method, API + path)
            self.assert_problem(answer, 405)
            self.assertEqual(answer.headers["Allow"], allowed)

    def test_bodies(self):
        for path in ("code", "documents", "corrections", "session"):
            post = lambda body, **more: self.server.post(API + path, body, **more)  # noqa: E731
            for body in (b"", b"{", b"[]", b"null", b'"text"', b"1", b'{"text":"x"} {}', b"\xef\xbb\xbf", b'{"a":NaN}',
                         b'{"text":"\xff\xfe"}', b'{"text":"\xed\xa0\x80"}', b'{"text":"\\ud800"}', b"{'text':'x'}",
                         b'{"text":' + b"[" * 100_000, b'{"text":' + b'{"a":' * 100_000, b'{"text":1e999999}'):
                self.assert_problem(post(body), 400)
            self.assert_problem(post({}), 400)
            for kind in ("text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""):
                self.assert_problem(post({"text": "x"}, headers={"Content-Type": kind}), 415)
        for kind in ("application/json; charset=utf-8", "Application/JSON", "application/json ;charset=UTF-8"):
            self.assertEqual(self.server.post(API + "code", {"text": "x"}, headers={"Content-Type": kind}).status, 200)

    def test_a_body_of_many_names_is_not_worth_its_time(self):
        names = ",".join(f'"k{number:06}":0' for number in range(300_000))
        self.assert_problem(self.server.post(API + "code", ("{" + names + "}").encode()), 400)
        changes = ",".join(f'"k{number:06}":""' for number in range(250_000))
        body = '{"report":"x","why":"y","by":"z","changes":{' + changes + "}}"
        self.assert_problem(self.server.post(API + "corrections", body.encode()), 400)

    def test_documents_that_cannot_be(self):
        for body, status in (({"text": ""}, 400), ({"text": 1}, 400), ({"text": "x", "id": []}, 400),
                             ({"text": "x", "published": "yesterday"}, 422),
                             ({"text": "x", "language": "no such"}, 422),
                             ({"text": "x", "id": "i" * 10_000}, 422)):
            self.assert_problem(self.server.post(API + "documents", body), status)
        self.assertEqual(self.get("status").json["documents"], len(articles()))

    def test_corrections_that_cannot_be(self):
        report = told(ledger(self.db, "incidents"))[0]
        whole = {"report": report, "changes": {"valid": "no"}, "why": "read", "by": "Kari"}
        for change, status, words in (
                ({"report": None}, 400, "report"), ({"report": "000000000000/v1"}, 404, "000000000000/v1"),
                ({"report": 1}, 400, "report"), ({"why": ""}, 400, "why"), ({"by": None}, 400, "by"),
                ({"why": "x" * 3000}, 400, "why"), ({"by": "x\0y"}, 400, "by"), ({"changes": {}}, 400, "changes"),
                ({"changes": None}, 400, "changes"), ({"changes": {"valid": 1}}, 400, "valid"),
                ({"changes": {"valid": "perhaps"}}, 422, "yes or no"), ({"changes": {"colour": "red"}}, 422, "colour"),
                ({"changes": {"date": "soon"}}, 422, "date"), ({"changes": {"valid": None}}, 400, "valid"),
                ({"changes": {"valid": "no", "date": "soon"}}, 422, "date")):
            self.assert_problem(self.server.post(API + "corrections", {**whole, **change}), status, words)
        # Of two changes both are made, or none.
        self.assertEqual(self.get("corrections").items, [])

    def test_too_large(self):
        answer = self.server.post(API + "code", {"text": "x" * (5 << 20)})
        self.assert_problem(answer, 413)
        self.assert_problem(self.server.get("/healthz", headers={"X-Long": "x" * 20_000}), 431)
        self.assert_problem(self.server.get(API + "timeline?place=" + "x" * 20_000), 431)
        chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        with contextlib.closing(self.server.connection()) as connection:
            connection.request("POST", API + "code", iter([b"x" * 65536] * 80),
                               {"Content-Type": "application/json"}, encode_chunked=True)
            self.assertEqual(connection.getresponse().status, 413)
        self.assertIn(b" 413 ", self.server.raw(
            b"POST /api/v1/code HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 65).split(b"\r\n")[0])
        # Nothing is sent for nothing.
        self.assertIn(b" 413 ", self.server.raw(
            b"POST /api/v1/code HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Expect: 100-continue\r\nContent-Length: 5000000\r\n\r\n").split(b"\r\n")[0])

    def test_addresses_that_are_none(self):
        for target in ("/api/v1/documents/%", "/api/v1/documents/%2", "/api/v1/documents/%zz", "/%00", "/%ff%fe",
                       "/api/v1/search?q=%ff", "/api/v1/search?q=%c0%af", "/api/v1/search?%ed%a0%80=1"):
            self.assert_problem(self.server.get(target), 400)
        for data in (b"GET healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                     b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n",
                     b"GET / HTTP/3.9\r\nHost: localhost\r\n\r\n", b"nonsense\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n",
                     b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                     b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
                     b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                     b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                     b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
                     b"0\r\n\r\n"):
            head = data.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)
            self.assertIn(b" 400 ", self.server.raw(head).split(b"\r\n")[0], data)

    def test_only_this_machine_and_only_its_own_pages(self):
        for host in ("evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1",
                     f"evil.example:{self.server.port}", "[fe80::1]:80", "", ":80"):
            self.assert_problem(self.server.get("/healthz", headers={"Host": host}), 403)
        for host in ("localhost", "LOCALHOST:80", "127.0.0.1:80", "[::1]:80", "varde.localhost"):
            self.assertEqual(self.server.get("/healthz", headers={"Host": host}).status, 200, host)
        # An absolute target names the host, whatever the header says (RFC 9112, 3.2.2).
        for target, host, status in (("localhost", "evil.example", 200), ("evil.example", "localhost", 403)):
            answer = self.server.raw(f"GET http://{target}/healthz HTTP/1.1\r\nHost: {host}\r\n"
                                     "Connection: close\r\n\r\n".encode())
            self.assertIn(f" {status} ".encode(), answer.split(b"\r\n")[0], target)
        own = {"Host": f"localhost:{self.server.port}", "Origin": f"http://localhost:{self.server.port}"}
        for headers, status in ((own, 200), ({"Sec-Fetch-Site": "same-origin", **own}, 200),
                                ({"Sec-Fetch-Site": "none"}, 200), ({"Sec-Fetch-Site": "cross-site"}, 403),
                                ({"Sec-Fetch-Site": "same-site"}, 403), ({**own, "Origin": "null"}, 403),
                                ({**own, "Origin": "https://evil.example"}, 403),
                                ({**own, "Origin": "http://localhost:1"}, 403)):
            answer = self.server.post(API + "code", {"text": "x"}, headers=headers)
            self.assertEqual(answer.status, status, headers)
            # Reading is refused by the browser, which finds no permission in the answer.
            answer = self.server.get(API + "status", headers=headers)
            self.assertEqual((answer.status, answer.headers["Access-Control-Allow-Origin"]), (200, None))


class Hostile(Serving):
    SENTENCE = "Soldiers killed ten people in Oslo on Monday."

    def test_documents_come_back_as_they_were(self):
        for number, text in enumerate((
                "<script>alert(1)</script><img src=x onerror=alert(1)> ", "\u202eevil\u202c \u2066\u200f\ufeff ",
                "\x1b[2J\x1b]0;title\x07 \x7f\x85 ",
                '"};alert(1);//\\\\"\\u0000 ', "../../etc/passwd %00 %s%n {{7*7}} ",
                "\U0001f600\u0301\u0301\u0301 \ufffe\uffff\U0010ffff ", "'; DROP TABLE document; -- ")):
            given = {"text": text + self.SENTENCE, "id": f"{text}{number}", "title": text, "publisher": text.strip(),
                     "uri": "javascript:alert(1)//" + text.split()[0], "published": "2021-05-04", "language": "en"}
            answer = self.server.post(API + "documents", given)
            self.assertEqual(answer.status, 201, answer.body)
            self.assertEqual(answer.headers["Location"], API + "documents/" + answer.json["key"])
            document = self.get("documents/" + answer.json["key"])
            self.assertEqual(document.headers["Content-Type"], "application/json")
            self.assertEqual({name: document.json[name] for name in given}, given)
            again = self.server.post(API + "documents", given)
            self.assertEqual((again.status, again.json["stored"]), (201, False))
            self.assertIn(given["id"], [one["id"] for one in self.get("documents", limit=500).items])
        run("export", "--db", self.db, "--format", "csv")
        self.assertEqual(self.get("search", q="Oslo soldiers", limit=200).status, 200)

    def test_nul_is_replaced_so_that_offsets_stay(self):
        given = {"text": f"Zero\0bytes. {self.SENTENCE}", "title": "a\0b", "published": "2021-05-04"}
        key = self.server.post(API + "documents", given).json["key"]
        document = self.get("documents/" + key).json
        self.assertEqual((document["text"], document["title"]), (given["text"].replace("\0", "\ufffd"), "a\ufffdb"))

    def test_a_megabyte_of_one_letter(self):
        for text in ("a" * 1_000_000, "\u0301" * 300_000, "(" * 300_000, "a\n" * 100_000):
            answer = self.server.post(API + "code", {"text": text})
            self.assertIn(answer.status, (200, 413, 422))
            self.assertEqual(self.get("/healthz").status, 200)

    def test_corrections_keep_words_as_they_are(self):
        report = told(ledger(self.db, "incidents"))[0]
        words = "<b onclick=alert(1)>\u202e\x1b[31m'; DROP TABLE correction; --\n\U0001f600"
        answer = self.server.post(API + "corrections", {"report": report, "changes": {"valid": "yes"}, "why": words,
                                                        "by": words})
        self.assertEqual(answer.status, 201, answer.body)
        self.assertEqual([(one["why"], one["by"]) for one in self.get("corrections", report=report).items],
                         [(words, words)])

    def test_searches_are_words_and_nothing_else(self):
        for words in ('"', "'", "a OR b", "NEAR(a b)", "text:x", "-", "*a", "a*b*", "(", "%", "_", "a & !b",
                      "a:*", "\\"):
            self.assertIn(self.server.get(API + "search", q=words).status, (200, 400), words)
        for name in ("actor", "country", "place", "type", "source"):
            for value in ("%", "_", "'", "*", "|", "\u0130", "x" * 999):
                self.assertEqual(self.get("timeline", **{name: value}).items, [])


class Writing(Serving):
    def setUp(self):
        # Each on a store of its own: what one corrects another would see.
        self.db = store_in(self.enterContext(tempfile.TemporaryDirectory()))
        self.server = self.enterContext(served.Server(self.db))

    @classmethod
    def setUpClass(cls):
        pass

    def test_a_correction_is_seen_everywhere(self):
        before = self.get("ledgers/incidents", limit=500)
        waiting = [one["report"] for one in self.server.pages(API + "queue", limit=200)]
        entry = next(one for one in before.items if one["type"] == "ASSAULT" and one["reports"] == 1)
        report = entry["told"][0]["id"]
        answer = self.correct(report, actor="NOR:GOV", date="2001-05-01", place="Oslo, NOR")
        self.assertEqual(answer.status, 201, answer.body)
        made = answer.json["items"]
        self.assertEqual({one["field"]: one["value"] for one in made},
                         {"actor": "NOR:GOV", "date": "2001-05-01", "place": "Oslo, NOR"})
        self.assertEqual({(one["report"], one["by"], one["why"]) for one in made}, {(report, "Kari", "a test")})
        changed = self.get("entries/" + report).json
        self.assertEqual((changed["place"]["name"], changed["date"]["begin"]), ("Oslo", "2001-05-01"))
        self.assertEqual(changed["corrections"], made)
        self.assertEqual(self.get("corrections", report=report).items, made)
        after = self.server.get(API + "ledgers/incidents", limit=500,
                                headers={"If-None-Match": before.headers["ETag"]})
        self.assertEqual(after.status, 200)
        self.assertEqual(after.items, ledger(self.db, "incidents"))
        rows = csv.DictReader(self.get("export", format="csv").body.decode().splitlines())
        self.assertEqual({row["place"] for row in rows if row["id"] == changed["id"]}, {"Oslo"})
        self.assertEqual(self.get("export", format="csv").body,
                         run("export", "--db", self.db, "--format", "csv").stdout_bytes)
        left = [one["report"] for one in self.server.pages(API + "queue", limit=200)]
        self.assertEqual(left, [one for one in waiting if one != report])
        document = self.get("documents/" + report.split("/")[0]).json
        self.assertEqual(document["corrections"], made)

    def test_what_is_rejected_leaves_the_ledgers_and_what_is_confirmed_the_queue(self):
        incidents = ledger(self.db, "incidents")
        single = [one for one in incidents if one["reports"] == 1]
        wrong, right = told(single[:1])[0], told(single[1:2])[0]
        placed = self.get("map").json
        self.assertEqual(self.correct(wrong, valid="no").status, 201)
        self.assertEqual(self.correct(right, valid="yes").status, 201)
        left = ledger(self.db, "incidents")
        self.assertEqual([one["id"] for one in left], [one["id"] for one in incidents if one["id"] != wrong])
        self.assertEqual(self.server.pages(API + "ledgers/incidents"), left)
        self.assertEqual(self.get("counts").json["total"], len(left))
        self.assertEqual(self.get("map").json["total"], placed["total"] - 1)
        waiting = {one["report"] for one in self.server.pages(API + "queue", limit=200)}
        self.assertFalse(waiting & {wrong, right})
        self.assertEqual(self.get("agreement").items, lines_of("agreement", "--db", self.db))
        # And back again.
        self.assertEqual(self.correct(wrong, valid="yes").status, 201)
        self.assertEqual(self.get("counts").json["total"], len(incidents))

    def test_a_document_is_counted_at_once_and_coding_stores_nothing(self):
        given = {**ARTICLES[0], "id": "another", "text": ARTICLES[0]["text"].replace("Karsava", "Mogadishu")}
        coded = self.server.post(API + "code", given)
        self.assertEqual(coded.status, 200)
        self.assertEqual(coded.json["coded"], json.loads(run("code", "-", stdin=json_lines([given])).stdout))
        self.assertEqual(self.get("status").json["documents"], len(articles()))
        before = self.get("counts").json["total"]
        stored = self.server.post(API + "documents", given).json
        self.assertEqual((stored["id"], stored["stored"]), ("another", True))
        self.assertEqual(self.get("status").json["documents"], len(articles()) + 1)
        self.assertEqual(self.get("counts").json["total"], len(ledger(self.db, "incidents")))
        self.assertGreater(len(ledger(self.db, "incidents")) + bool(stored["copy_of"]), before)
        document = self.get("documents/" + stored["key"]).json
        self.assertEqual(document["copy_of"] is None, document["coded"]["duplicate_of"] is None)

    def test_what_a_command_does_is_seen_too(self):
        report = told(ledger(self.db, "tolls"))[0]
        done = run("correct", report, "valid=no", "--by", "Ola", "--why", "read", "--db", self.db)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([one["by"] for one in self.get("corrections").items], ["Ola"])

    def test_pages_of_corrections(self):
        reports = told(ledger(self.db, "incidents"))[:12]
        for number, report in enumerate(reports):
            self.assertEqual(self.correct(report, why=str(number), valid="yes").status, 201)
        listed = self.server.pages(API + "corrections", limit=5)
        self.assertEqual([(one["report"], one["why"]) for one in listed],
                         [(report, str(number)) for number, report in enumerate(reports)])
        self.assertEqual([one["number"] for one in listed], sorted(one["number"] for one in listed))

    def test_everybody_is_answered_with_their_own_correction(self):
        report = told(ledger(self.db, "incidents"))[0]
        wrong = []

        def analyst(name):
            for number in range(10):
                why = f"{name}-{number}"
                answer = self.correct(report, why=why, valid="yes")
                if answer.status != 201 or [one["why"] for one in answer.items] != [why]:
                    wrong.append((why, answer.body))

        with_threads([lambda name=name: analyst(name) for name in range(4)])
        self.assertEqual(wrong, [])
        self.assertEqual(len(self.server.pages(API + "corrections")), 40)

    def test_a_stream_tells_of_every_change(self):
        reports = iter(told(ledger(self.db, "incidents")))
        heard = queue.Queue()
        with self.server.events() as events:
            def listen():
                for event in events:
                    heard.put(event)

            listener = threading.Thread(target=listen)
            listener.start()
            made = 0
            # The first may come before it listens.
            while heard.empty():
                self.assertEqual(self.correct(next(reports), valid="yes").status, 201)
                made += 1
                with contextlib.suppress(queue.Empty):
                    heard.put(heard.get(timeout=5))
            # By another program, too.
            run("correct", next(reports), "valid=yes", "--by", "Ola", "--why", "read", "--db", self.db)
            last = None
            while last is None or last[1]["corrections"] < made + 1:
                last = heard.get(timeout=served.PATIENCE)
            self.assertEqual(last, ("change", {"documents": len(articles()), "corrections": made + 1,
                                               "latest_day": "2021-05-04"}))
            self.server.ask_to_stop()
            listener.join()

    def test_streams_are_bounded(self):
        with contextlib.ExitStack() as stack:
            for _ in range(200):
                stack.enter_context(self.server.events())
            with self.assertRaisesRegex(AssertionError, "503.*too many"):
                stack.enter_context(self.server.events())
            self.assertEqual(self.get("status").status, 200)


def with_threads(works):
    """Does all of it at once; an error in one is an error."""
    errors = []

    def guarded(work):
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - told below
            errors.append(error)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def token_for(db, name, role):
    done = run("token", "add", name, "--role", role, "--db", db)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout.strip()


class Tokens(unittest.TestCase):
    """A server that others could reach; the tests talk to it on this machine only."""

    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.db = store_in(cls.folder)
        cls.tokens = {role: token_for(cls.db, name, role)
                      for name, role in (("Rolf", "reader"), ("Anna", "analyst"), ("Adam", "admin"))}
        cls.server = cls.enterClassContext(served.Server(cls.db, "--address", "0.0.0.0", "--rate", "0"))
        cls.report = told(ledger(cls.db, "incidents"))[0]

    def bearer(self, role):
        return {"Authorization": "Bearer " + self.tokens[role]}

    def test_nothing_without_a_token(self):
        described = self.server.get(API + "openapi.json").json["paths"]
        asked = 0
        for path, methods in described.items():
            path = re.sub(r"\{\w+\}", "incidents", path)
            for method in methods:
                for headers in ({}, {"Authorization": "Bearer "}, {"Authorization": "Bearer " + "0" * 64},
                                {"Authorization": "Basic " + self.tokens["admin"]},
                                {"Cookie": "varde_session=" + "0" * 64}, {"Cookie": "other=" + self.tokens["admin"]}):
                    answer = self.server.ask(method.upper(), path, b"{}" if method == "post" else None,
                                             {"Content-Type": "application/json", **headers})
                    if path in ("/healthz", API + "openapi.json"):
                        self.assertEqual(answer.status, 200)
                    elif path == API + "session":
                        self.assertIn(answer.status, (204, 400))
                    else:
                        self.assertEqual(answer.status, 401, (method, path, answer.body))
                        self.assertIn("Bearer", answer.headers["WWW-Authenticate"] or "", path)
                        asked += 1
        self.assertGreater(asked, 100)

    def test_roles(self):
        article = {"text": "Soldiers killed ten people in Oslo on Monday.", "published": "2021-05-04"}
        correction = {"report": self.report, "changes": {"valid": "yes"}, "why": "read", "by": "somebody else"}
        for role, may_write in (("reader", False), ("analyst", True), ("admin", True)):
            headers = self.bearer(role)
            status = self.server.get(API + "status", headers=headers).json
            self.assertEqual((status["role"], status["tokens"]), (role, True))
            self.assertEqual(self.server.post(API + "code", article, headers=headers).status, 200)
            self.assertEqual(self.server.get("/metrics", headers=headers).status, 200)
            for path, body in (("documents", article), ("corrections", correction)):
                answer = self.server.post(API + path, body, headers=headers)
                self.assertEqual(answer.status, 201 if may_write else 403, answer.body)
        made = self.server.get(API + "corrections", headers=self.bearer("reader")).items
        self.assertEqual([one["by"] for one in made], ["Anna", "Adam"])

    def test_sessions(self):
        answer = self.server.post(API + "session", {"token": self.tokens["analyst"]})
        self.assertEqual((answer.status, answer.body), (204, b""))
        cookie, *attributes = answer.headers["Set-Cookie"].split("; ")
        self.assertTrue({"HttpOnly", "SameSite=Strict", "Path=/"} <= set(attributes), attributes)
        self.assertNotIn("Secure", attributes)
        headers = {"Cookie": "first=1; " + cookie + "; last=2"}
        self.assertEqual(self.server.get(API + "status", headers=headers).json["analyst"], "Anna")
        # A page of another site brings the cookie along, and is refused.
        for other in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
            answer = self.server.post(API + "corrections", {}, headers={**headers, **other})
            self.assertEqual(answer.status, 403)
        ended = self.server.ask("DELETE", API + "session", None, headers)
        self.assertEqual(ended.status, 204)
        self.assertIn("Max-Age=0", ended.headers["Set-Cookie"])
        for wrong in ("", "0" * 64, "x" * 10_000, "a\r\nSet-Cookie: x=y", "\u00e6"):
            refused = self.server.post(API + "session", {"token": wrong})
            self.assertEqual((refused.status, refused.headers["Set-Cookie"]), (401, None))
        self.assertEqual(self.server.post(API + "session", {"token": 1}).status, 400)

    def test_a_token_that_is_taken_away_is_worth_nothing_at_once(self):
        headers = {"Authorization": "Bearer " + token_for(self.db, "Gone", "admin")}
        self.assertEqual(self.server.get(API + "status", headers=headers).json["analyst"], "Gone")
        self.assertEqual(run("token", "remove", "Gone", "--db", self.db).returncode, 0)
        self.assertEqual(self.server.get(API + "status", headers=headers).status, 401)

    def test_the_store_does_not_hold_the_tokens(self):
        kept = b"".join(path.read_bytes() for path in pathlib.Path(self.folder).iterdir())
        shown = run("token", "list", "--db", self.db).stdout
        for token in self.tokens.values():
            self.assertNotIn(token.encode(), kept)
            self.assertNotIn(token, shown + self.server.errors())
        self.assertIn("Anna", shown)

    def test_any_host_may_be_asked_for(self):
        answer = self.server.get(API + "status", headers={**self.bearer("reader"), "Host": "varde.example"})
        self.assertEqual(answer.status, 200)

    def test_without_tokens_it_does_not_start(self):
        done = run("serve", "--db", store_in(self.folder), "--address", "0.0.0.0", "--port", "0")
        self.assertEqual(done.returncode, 2)
        self.assertIn("varde token add", done.stderr)


class Starting(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.db = store_in(self.folder)

    def test_says_in_one_line_what_is_wrong(self):
        (self.folder / "none.pem").write_text("nothing")
        pem = self.folder / "none.pem"
        with served.Server(self.db) as server:
            for words, arguments in (("--port", ("--port", server.port)),
                                     ("address", ("--port", "0", "--address", "nowhere")),
                                     ("together", ("--certificate", pem)),
                                     ("certificate", ("--port", "0", "--certificate", pem, "--key", pem)),
                                     ("--demo", ("--demo",))):
                done = run("serve", "--db", self.db, *arguments)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertLessEqual(done.stderr.count("\n"), 2, done.stderr)
                self.assertIn(words, done.stderr)
        done = run("serve", "--db", self.folder / "none.db", "--port", "0")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertFalse((self.folder / "none.db").exists())

    def test_too_many_requests(self):
        with served.Server(self.db, "--rate", "0.5") as server:
            answers = [server.get("/healthz") for _ in range(20)]
            self.assertEqual(answers[0].status, 200)
            refused = [one for one in answers if one.status == 429]
            self.assertTrue(refused)
            for one in refused:
                self.assertIn(int(one.headers["Retry-After"]), (1, 2))
                self.assertEqual(one.headers["Content-Type"], "application/problem+json")

    def test_tls(self):
        if not shutil.which("openssl"):
            self.assertFalse(os.environ.get("CI"), "openssl is missing")
            self.skipTest("openssl is not installed")
        certificate, key = self.folder / "certificate.pem", self.folder / "key.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                        "-keyout", key, "-out", certificate], check=True, stderr=subprocess.DEVNULL)
        token = token_for(self.db, "Anna", "analyst")
        options = ("--certificate", certificate, "--key", key)
        with served.Server(self.db, *options, "--address", "0.0.0.0", token=token, trusted=certificate) as server:
            with contextlib.closing(server.connection()) as connection:
                for path in ("status", "timeline", "export", "timeline?limit=500"):
                    answer = server.get(API + path, connection=connection)
                    self.assertEqual(answer.status, 200)
                    self.assertTrue(answer.headers["Strict-Transport-Security"])
            self.assertEqual(server.pages(API + "ledgers/incidents"), ledger(self.db, "incidents"))
            cookie = server.post(API + "session", {"token": token}).headers["Set-Cookie"]
            self.assertIn("; Secure", cookie)
            own = {"Origin": f"https://localhost:{server.port}"}
            self.assertEqual(server.post(API + "code", {"text": "x"}, headers=own).status, 200)
            self.assertNotIn(b"200", server.raw(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").split(b"\r\n")[0])
            with socket.create_connection(("127.0.0.1", server.port)):
                pass  # says nothing, and goes
            self.assertEqual(server.get("/healthz").status, 200)


class Stopping(unittest.TestCase):
    def setUp(self):
        self.db = store_in(self.enterContext(tempfile.TemporaryDirectory()))
        self.server = self.enterContext(served.Server(self.db))

    def wait_until_nobody_listens(self):
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.server.port)).close()
            except ConnectionError:
                return
            time.sleep(0.02)

    def test_what_is_under_way_is_finished(self):
        for stopper in (signal.SIGTERM, signal.SIGINT):
            with served.Server(self.db) as self.server, contextlib.closing(self.server.connection()) as connection:
                body = json.dumps({"text": ARTICLES[0]["text"] * 20}).encode()
                connection.putrequest("POST", API + "code")
                connection.putheader("Content-Type", "application/json")
                connection.putheader("Content-Length", str(len(body)))
                connection.putheader("Expect", "100-continue")
                connection.endheaders()
                # The server has read the header when it says to go on.
                self.assertEqual(connection.sock.recv(25), b"HTTP/1.1 100 Continue\r\n\r\n")
                self.server.process.send_signal(stopper)
                self.wait_until_nobody_listens()
                connection.send(body)
                response = connection.getresponse()
                self.assertEqual((response.status, response.headers["Connection"]), (200, "close"))
                self.assertIn("coded", json.loads(response.read()))
                self.assertEqual(self.server.process.wait(served.PATIENCE), 0)

    def test_an_export_under_way_comes_whole(self):
        expected = run("export", "--db", self.db, "--format", "jsonl").stdout_bytes
        with contextlib.closing(self.server.connection()) as connection:
            connection.request("GET", API + "export?format=jsonl")
            response = connection.getresponse()
            begun = response.read(1000)
            self.server.ask_to_stop()
            self.wait_until_nobody_listens()
            self.assertEqual(begun + response.read(), expected)
        self.assertEqual(self.server.process.wait(served.PATIENCE), 0)

    def test_streams_and_idle_connections_end(self):
        with self.server.events() as events, contextlib.closing(self.server.connection()) as idle:
            self.assertEqual(self.server.get("/healthz", connection=idle).status, 200)
            half = self.enterContext(socket.create_connection(("127.0.0.1", self.server.port)))
            half.sendall(b"GET /healthz HT")
            self.server.ask_to_stop()
            self.assertEqual(list(events), [])
            self.assertEqual(idle.sock.recv(1), b"")
            self.assertEqual(half.recv(1), b"")
        self.assertEqual(self.server.process.wait(served.PATIENCE), 0)

    def test_an_export_that_nobody_reads_does_not_keep_it(self):
        with contextlib.ExitStack() as stack:
            for _ in range(4):
                slow = stack.enter_context(socket.socket())
                slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                slow.connect(("127.0.0.1", self.server.port))
                slow.sendall(b"GET /api/v1/export HTTP/1.1\r\nHost: localhost\r\n\r\n")
                self.assertTrue(slow.recv(10))
            self.assertEqual(self.server.stop(), 0)

    def test_clients_that_go_away_do_no_harm(self):
        for request in (b"", b"GET /api/v1/export HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        b"GET /api/v1/changes/stream HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        b"GET /api/v1/timeline?limit=500 HTTP/1.1\r\nHost: localhost\r\n\r\n" * 5,
                        b"POST /api/v1/code HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"):
            for _ in range(10):
                with socket.create_connection(("127.0.0.1", self.server.port)) as connection:
                    connection.sendall(request)
                    # Reset instead of a polite end.
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.assertEqual(self.server.get("/healthz").status, 200)
        self.assertEqual(self.server.stop(), 0)

    @unittest.skipUnless(THOROUGH, "takes a quarter of a minute")
    def test_a_client_that_does_not_finish_is_cut_off(self):
        for half in (b"", b"GET /healthz HTTP/1.1\r\nHost: loc", b"POST /api/v1/code HTTP/1.1\r\nHost: localhost\r\n"
                     b"Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"):
            self.assertNotIn(b" 200 ", self.server.raw(half))


class Databases(unittest.TestCase):
    """A store of each kind; PostgreSQL only where it is installed, and always in CI."""
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.cluster = None
        if not databases.unavailable():
            cls.cluster = cls.enterClassContext(databases.PostgresCluster(durable=True))
        elif os.environ.get("CI"):
            raise AssertionError(databases.unavailable())

    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())

    def stores(self):
        yield store_in(self.folder)
        if self.cluster:
            yield fill(self.cluster.database())

    def postgres(self):
        if not self.cluster:
            self.skipTest(databases.unavailable())
        return fill(self.cluster.database())


class OnBoth(Databases):
    PATHS = ("ledgers/incidents?limit=500", "ledgers/tolls?order=newest", "ledgers/actors?limit=500",
             "timeline?limit=500", "changes?since=2001-01-01", "documents?limit=500", "search?q=president*&limit=200",
             "queue?limit=200",
             "counts?by=day", "counts?by=week", "counts?by=country", "counts?by=place&limit=9", "counts?by=type",
             "counts?by=state&as_of=2002-01-01", "map?zoom=0", "map?zoom=6", "network?limit=10",
             "tolls/sum?type=killed",
             "export?format=csv", "corrections", "agreement", "timeline?country=LKA&type=ASSAULT&min_reports=1")

    def test_both_databases_answer_alike(self):
        bodies = collections.defaultdict(list)
        for db in self.stores():
            with served.Server(db) as server:
                report = told(ledger(db, "tolls"))[0]
                made = server.post(API + "corrections", {"report": report, "changes": {"valid": "no"}, "why": "read",
                                                         "by": "Kari"})
                self.assertEqual(made.status, 201)
                for path in self.PATHS:
                    answer = server.get(API + path)
                    self.assertEqual(answer.status, 200, answer.body)
                    bodies[path].append(re.sub(rb'"at":"[^"]*"', b"", answer.body))
        for path, answers in bodies.items():
            self.assertEqual(answers, [answers[0]] * len(answers), path)

    def test_two_servers_on_one_store(self):
        for db in self.stores():
            reports = told(ledger(db, "incidents"))[:20]
            with served.Server(db) as one, served.Server(db) as other:
                before = other.get(API + "queue")

                def analyst(server, name, some):
                    for report in some:
                        answer = server.post(API + "corrections", {"report": report, "changes": {"valid": "yes"},
                                                                   "why": "read", "by": name})
                        self.assertEqual(answer.status, 201, answer.body)

                with_threads([lambda: analyst(one, "Kari", reports[::2]), lambda: analyst(other, "Ola", reports[1::2])])
                lists = [server.pages(API + "corrections") for server in (one, other)]
                self.assertEqual(lists[0], lists[1])
                self.assertEqual(sorted(one["report"] for one in lists[0]), sorted(reports))
                after = other.get(API + "queue", headers={"If-None-Match": before.headers["ETag"]})
                self.assertEqual(after.status, 200)

    def test_a_database_that_comes_back_is_used_again(self):
        self.postgres()
        with databases.PostgresCluster() as cluster:
            db = fill(cluster.database())
            token = token_for(db, "Anna", "analyst")
            report = told(ledger(db, "incidents"))[0]
            with served.Server(db, "--address", "0.0.0.0", "--rate", "0", token=token) as server:
                with_threads([lambda: server.get(API + "timeline", limit=500) for _ in range(8)])
                cluster.stop("immediate")
                for path in ("/healthz", API + "status", API + "timeline"):
                    answer = server.get(path)
                    self.assertEqual(answer.status, 503, answer.body)
                    self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
                cluster.start()
                # Of the connections that are gone, each is found out once.
                statuses = [server.get(API + "status").status for _ in range(30)]
                self.assertEqual(statuses[-10:], [200] * 10, statuses)
                made = server.post(API + "corrections", {"report": report, "changes": {"valid": "yes"}, "why": "read"})
                self.assertEqual(made.status, 201, made.body)


class Killed(Databases):
    # Fewer where the program is slow, or somebody waits.
    KILLS = 20 if THOROUGH else 5
    ANALYSTS = 4

    def test_no_acknowledged_correction_is_lost(self):
        chance = random.Random(7)
        for db in self.stores():
            untouched = shutil.copy(EXAMPLES_STORE, databases.sqlite(self.folder))
            reports = told(ledger(db, "incidents") + ledger(db, "tolls"))
            acknowledged = {}
            for kill in range(self.KILLS):
                with served.Server(db) as server:
                    self.correct_until_killed(server, chance, reports, kill, acknowledged)
            with served.Server(db) as server:
                kept = server.pages(API + "corrections", limit=500)
            by_number = {one["number"]: one for one in kept}
            for number, correction in acknowledged.items():
                self.assertEqual(by_number.get(number), correction)
            self.assertGreaterEqual(len(acknowledged), self.KILLS)
            # What was on its way at a kill is there wholly or not at all: the ledgers are those of the corrections.
            with served.Server(untouched) as server:
                for one in kept:
                    again = server.post(API + "corrections", {"report": one["report"], "why": one["why"],
                                                              "changes": {one["field"]: one["value"]}, "by": one["by"]})
                    self.assertEqual(again.status, 201, again.body)
                waiting = server.pages(API + "queue", limit=200)
            self.assertEqual(everything(db), everything(untouched))
            with served.Server(db) as server:
                self.assertEqual(server.pages(API + "queue", limit=200), waiting)

    def correct_until_killed(self, server, chance, reports, kill, acknowledged):
        """Adds to `acknowledged` by number what the server said that it has."""
        enough = threading.Event()
        wanted = len(acknowledged) + chance.randint(1, 30)
        seeds = [chance.random() for _ in range(self.ANALYSTS)]

        def analyst(name, seed):
            own = random.Random(seed)
            with contextlib.closing(server.connection()) as connection, \
                    contextlib.suppress(ConnectionError, http.client.HTTPException):
                for number in itertools.count():
                    body = {"report": own.choice(reports), "changes": {"valid": own.choice(("yes", "no"))},
                            "why": f"{kill}-{name}-{number}", "by": f"analyst {name}"}
                    answer = server.post(API + "corrections", body, connection=connection)
                    if answer.status != 201:
                        raise AssertionError(answer.body)
                    for made in answer.items:
                        acknowledged[made["number"]] = made
                    if len(acknowledged) >= wanted:
                        enough.set()

        def killer():
            enough.wait(served.PATIENCE)
            # Somewhere within what the next correction takes.
            time.sleep(chance.random() * 0.03)
            server.kill()

        with_threads([killer, *(lambda name=name, seed=seed: analyst(name, seed) for name, seed in enumerate(seeds))])


if __name__ == "__main__":
    unittest.main()

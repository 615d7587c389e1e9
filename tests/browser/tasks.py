"""What an analyst does all day, in both languages of the interface: find, read, correct, check, add."""
import csv
import io
import json
import pathlib
import tempfile

from browser import workbench
from browser.words import WORDS
from support import json_lines, ledger, run

# Written for these tests; none of it happened.
ARTICLE = ("Rebels shelled the harbour of Karsava on Monday and killed nine people, the Red Cross said.\n\n"
           "The government accused them of breaking the truce.")
MORE = [
    {"title": "Talks in Geneva", "published": "2021-05-04",
     "text": "The foreign ministers of Norway and Sweden met in Geneva on Monday and discussed the quibblewort."},
    {"title": "Protests", "published": "2021-05-05",
     "text": "Thousands of demonstrators marched through Lima on Tuesday and demanded that the president resign."},
]


class Tasks(workbench.Workbench):
    """Of one language, which those that inherit name."""

    language = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.words = WORDS[cls.language]

    def tearDown(self):
        if self.page:
            self.assertEqual(self.faults(), [])

    def begin(self, path):
        return self.open(path, self.language)

    def role(self, role, name, **options):
        return self.page.get_by_role(role, name=self.words[name], **options)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, target, key="Tab"):
        """Goes there as those do who have no mouse."""
        for _ in range(80):
            if target.evaluate("(element) => element === document.activeElement"):
                return
            self.press(key)
        self.fail(f"{target} cannot be reached by the keyboard")

    def query(self):
        return self.page.evaluate("location.search")

    def shows(self, text):
        self.expect(self.page.locator("main")).to_contain_text(text)

    # ---- finding and reading

    def test_from_a_ceasefire_to_the_sentence_of_a_violation(self):
        page = self.begin("/ceasefires")
        ceasefire = next(one for one in ledger(self.db, "ceasefires") if len(one["violations"]) == 3)
        page.locator(f"main a[href='/entries/{ceasefire['id']}']").click()
        self.role("heading", "violations", exact=True).wait_for()
        for violation in ceasefire["violations"]:
            self.expect(page.locator(f"main td a[href='/entries/{violation['incident']}'], "
                                     f"main th a[href='/entries/{violation['incident']}']")).to_be_visible()
        incident = ceasefire["violations"][1]["incident"]
        page.locator(f"main table a[href='/entries/{incident}']").first.click()
        self.role("link", "read").first.click()
        page.wait_for_url(f"**/reader/{incident.split('/')[0]}?record={incident.split('/')[1]}")
        told = json.loads(run("show", incident, "--db", self.db, "--format", "jsonl").stdout)["told"][0]
        sentence = page.locator(".article-text .article-active-evidence")
        self.expect(sentence.first).to_be_in_viewport()
        self.assertEqual("".join(sentence.all_inner_texts()), told["quote"])

    def test_filters_are_in_the_address_and_go_along(self):
        page = self.begin("/incidents?view=table")
        rows = page.locator("main tbody tr")
        everywhere = rows.count()
        self.role("button", "filters").click()
        self.role("combobox", "country").fill(self.words["peru"].lower())
        self.press("Enter")
        page.wait_for_url("**/incidents?view=table&country=PER")
        self.expect(page.locator(".chip")).to_contain_text(self.words["peru"])
        self.expect(rows).not_to_have_count(everywhere)
        in_peru = rows.count()
        page.get_by_role("navigation").get_by_role("link", name=self.words["tolls"]).click()
        page.wait_for_url("**/tolls?country=PER")
        page.go_back()
        self.expect(rows).to_have_count(in_peru)
        page.go_back()
        self.expect(rows).to_have_count(everywhere)
        self.assertEqual(self.query(), "?view=table")
        page.go_forward()
        self.expect(rows).to_have_count(in_peru)
        page.reload()
        self.expect(rows).to_have_count(in_peru)

    def test_the_page_tells_that_the_store_has_grown(self):
        page = self.begin("/documents")
        rows = page.locator("main tbody tr")
        before = rows.count()
        workbench.ingest(self.db, stdin=json_lines([{"id": "late", "text": "Troops attacked Lima today."}]))
        page.locator(".change-notice").get_by_role("button", name=self.words["show"]).click()
        self.expect(rows).to_have_count(before + 1)

    # ---- correcting

    def incident(self):
        """One that the store knows from one report, of an article in English."""
        return next(one for one in ledger(self.db, "incidents")
                    if one["type"] == "CONSULT" and one["told"][0]["language"] == "en" and one["reports"] == 1)

    def exported(self, report):
        """{field: value} of an incident, the same by the API and the command line, or None."""
        by_api = self.server.get("/api/v1/export", format="csv").body.decode()
        self.assertEqual(by_api, run("export", "--db", self.db, "--format", "csv").stdout)
        rows = csv.DictReader(io.StringIO(by_api))
        return next((row for row in rows if row["id"] == report), None)

    def test_correcting_by_keyboard_reaches_the_export(self):
        report = self.incident()["id"]
        key, record = report.split("/")
        page = self.begin(f"/reader/{key}")
        while f"record={record}" not in self.query():
            before = self.query()
            self.press("j")
            page.wait_for_function("(before) => location.search !== before", arg=before)
        self.press("e")
        self.expect(page.get_by_label(self.words["type"], exact=True)).to_be_focused()
        page.keyboard.type(self.words["protest"])
        self.tab_to(page.get_by_label(self.words["name"]))
        page.keyboard.type("Kari")
        self.tab_to(self.role("button", "save"), "Shift+Tab")
        self.press("Enter")
        self.expect(page.get_by_title(self.words["corrected"])).to_be_visible()
        row = self.exported(report)
        self.assertEqual(row["type"], "PROTEST")
        made = self.server.pages("/api/v1/corrections", report=report)
        self.assertEqual([(one["field"], one["machine"], one["by"]) for one in made], [("type", "CONSULT", "Kari")])
        self.go(f"/entries/{report}")
        self.shows("Kari")
        self.shows(self.words["protest"])

    def test_the_queue_by_keyboard(self):
        waiting = [one["report"] for one in self.server.pages("/api/v1/queue")]
        page = self.begin("/queue")
        self.press("c")
        self.expect(page.get_by_label(self.words["name"])).to_be_focused()
        page.keyboard.type("Ola")
        # Out of the fields, in which letters are letters.
        self.press("Tab", "Tab")
        for count, key in enumerate("cxx", 1):
            # What is not yet shown cannot be judged.
            self.expect(page.locator(f".record-origin a[href='/entries/{waiting[count - 1]}']")).to_be_visible()
            self.press(key)
            self.shows(self.words["done"].format(count))
        self.assertEqual(self.verdicts(), list(zip(waiting[:3], ("yes", "no", "no"))))
        self.expect(page.locator(f".record-origin a[href='/entries/{waiting[3]}']")).to_be_visible()
        self.press("u")
        self.shows(self.words["done"].format(2))
        left = [one["report"] for one in self.server.pages("/api/v1/queue")]
        self.assertNotIn(waiting[0], left)
        self.assertNotIn(waiting[1], left)
        self.assertIn(waiting[2], left)
        everything = self.server.get("/api/v1/export", format="jsonl").body.decode()
        self.assertIn(f'"{waiting[0]}"', everything)
        self.assertNotIn(f'"{waiting[1]}"', everything)
        self.assertIn(f'"{waiting[2]}"', everything)

    def verdicts(self):
        return [(one["report"], one["value"]) for one in self.server.pages("/api/v1/corrections")]

    # ---- adding and finding

    def test_a_pasted_article_is_coded_stored_and_found(self):
        page = self.begin("/add")
        page.get_by_label(self.words["text"], exact=True).fill(ARTICLE)
        page.get_by_label(self.words["title"], exact=True).fill("Karsava")
        self.role("button", "see").click()
        self.expect(self.role("heading", "coded")).to_be_focused()
        self.expect(page.locator(".record-list li").first).to_be_visible()
        documents = self.documents()
        page.locator(".record-list button").first.click()
        self.expect(page.locator(".record-panel h3")).to_be_visible()
        self.role("button", "store", exact=True).click()
        self.shows(self.words["stored"])
        self.assertEqual(self.documents(), documents + 1)
        page.get_by_role("searchbox", name=self.words["search"]).fill("Karsava")
        self.press("Enter")
        page.wait_for_url("**/search?q=Karsava")
        self.expect(page.locator(".search-hits mark").first).to_have_text("Karsava")
        page.locator(".search-hits a").click()
        self.expect(page.locator("main h1")).to_have_text("Karsava")
        self.shows("Rebels shelled the harbour")

    def test_a_file_of_articles_is_stored(self):
        page = self.begin("/add")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "more.jsonl")
            path.write_bytes(json_lines(MORE))
            page.get_by_label(self.words["files"]).set_input_files(path)
            self.role("button", "store_all").click()
            self.shows(self.words["progress"].format(2, 2))
        found = self.server.get("/api/v1/search", q="quibblewort").items
        self.assertEqual([one["title"] for one in found], ["Talks in Geneva"])

    def documents(self):
        return self.server.get("/api/v1/status").json["documents"]


class InEnglish(Tasks):
    language = "en"


class InNorwegian(Tasks):
    language = "nb"

"""Articles by somebody who wishes the reader ill, in every field and on every page: they are shown as text."""
from browser import workbench
from support import json_lines, ledger

SCRIPT = "<script>window.__hacked = 1</script>"
IMAGE = '<img src=x onerror="window.__hacked = 1">'
TURNED = "\u202e"  # what follows is read backwards
UNBROKEN = "Wxyz" * 5000

ARTICLE = {
    "id": f'{SCRIPT}"><svg onload="window.__hacked = 1">',
    "title": f"{SCRIPT}{TURNED}eltit {'T' * 4000}",
    "publisher": f"{IMAGE}{TURNED}rehsilbup",
    "uri": "javascript:window.__hacked=1",
    "published": "2021-05-04",
    "language": "en",
    "text": f"{SCRIPT} Ceasefire in Aleppo {IMAGE}\n\n"
            f"Twelve people were killed on Monday when rebels{TURNED} shelled the port of Aleppo, {SCRIPT} according "
            "to the Red Cross. The government and the rebels agreed to a ceasefire in Aleppo on Tuesday.\n\n"
            f"Sergey {IMAGE} Lavrov met John Kerry in Geneva on Friday. </textarea></script>{SCRIPT}\n\n"
            f"{UNBROKEN} attacked Damascus on Sunday. {UNBROKEN}",
}
# Addresses that somebody may be lured to.
TRAPS = [
    f"/search?q={SCRIPT}", f"/actors?name={IMAGE}", f"/incidents?actor={SCRIPT}",
    "/documents#javascript:window.__hacked=1", "/%3Cscript%3E", "/entries/..%2F..%2F/v1",
    f"/ceasefires?view={SCRIPT}&since={SCRIPT}&sort={SCRIPT}",
]


class Hostile(workbench.Workbench):
    @classmethod
    def fill(cls, db):
        workbench.ingest(db, stdin=json_lines([ARTICLE]))

    def addresses(self):
        key = ledger(self.db, "ceasefires")[0]["id"].split("/")[0]
        entries = [f"/entries/{one['id']}" for name in ("ceasefires", "incidents", "tolls", "talks")
                   for one in ledger(self.db, name)]
        actors = [f"/actors?name={one['name']}" for one in ledger(self.db, "actors")]
        return ["/", "/ceasefires", "/ceasefires?view=lanes", "/incidents", "/tolls", "/talks?view=table", "/control",
                "/actors", "/actors?view=register", "/documents", "/queue", "/search?q=Aleppo",
                f"/reader/{key}?record=v1", *entries, *actors]

    def check(self):
        self.assertTrue(self.page.evaluate("window.__hacked === undefined"), "it ran")
        self.assertLessEqual(self.overflow(), 0, "scrolls sideways")
        self.assertEqual(self.page.locator("main img, main svg [onload], main script").count(), 0)

    def test_articles_are_text(self):
        self.open("/", size=workbench.PHONE)
        for address in self.addresses():
            with self.subTest(address=address):
                self.go(address)
                self.check()
                self.assertEqual(self.faults(), [])
        self.go("/documents")
        self.expect(self.page.locator("main table")).to_contain_text(SCRIPT)

    def test_what_turns_the_writing_round_is_shown_and_not_obeyed(self):
        key = self.server.get("/api/v1/documents").items[0]["key"]
        self.open(f"/reader/{key}")
        self.expect(self.page.locator(".article-text")).to_contain_text("RLO")
        self.expect(self.page.locator(".article-text")).to_contain_text(SCRIPT)
        self.assertNotIn(TURNED, self.page.locator(".article-text").inner_text())
        self.assertEqual(self.page.locator("a[href^='javascript']").count(), 0)
        self.assertEqual(self.faults(), [])

    def test_addresses_are_text(self):
        self.open("/", size=workbench.PHONE)
        for address in TRAPS:
            with self.subTest(address=address):
                self.go(address)
                self.check()
                # The browser itself says when the server knows of no such thing.
                self.assertEqual([fault for fault in self.faults() if "Failed to load" not in fault], [])

    def test_an_article_that_is_only_looked_at_is_text(self):
        page = self.open("/add")
        page.get_by_label("Text", exact=True).fill(ARTICLE["text"])
        page.get_by_label("Title", exact=True).fill(ARTICLE["title"])
        page.get_by_role("button", name="See it coded").click()
        self.expect(page.locator(".record-list li").first).to_be_visible()
        self.check()
        self.assertEqual(self.faults(), [])

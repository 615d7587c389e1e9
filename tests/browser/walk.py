"""Every page of the workbench, in both languages and themes and on a phone: it has its heading, it does nothing
that it should not, everybody can read it, and it is small."""
import gzip
import re
import urllib.parse

from browser import workbench
from support import ledger

# Of a page with all it fetches, and of all programs and styles that there are; bytes, compressed.
PAGE_BUDGET = 1_000_000
ASSETS_BUDGET = 250_000


def entry(name, db, wanted=lambda entry: True):
    return next(one for one in ledger(db, name) if wanted(one))


def pages(db):
    """{name: (address, heading in English, heading in Norwegian)}; a heading of None is the article's own."""
    ceasefire = entry("ceasefires", db, lambda one: one["violations"])
    toll = entry("tolls", db, lambda one: one["incident"])
    control = entry("control", db, lambda one: one["holder"])
    incident = entry("incidents", db, lambda one: one["place"] and one["place"]["lat"])
    actor = urllib.parse.quote(entry("actors", db, lambda one: one["offices"])["name"])
    document, record = ceasefire["id"].split("/")
    return {
        "overview": ("/", "Overview", "Oversikt"),
        "ceasefires-board": ("/ceasefires", "Ceasefires", "Våpenhviler"),
        "ceasefires-timeline": ("/ceasefires?view=lanes", "Ceasefires", "Våpenhviler"),
        "ceasefires-table": ("/ceasefires?view=table", "Ceasefires", "Våpenhviler"),
        "ceasefire": (f"/entries/{ceasefire['id']}", None, None),
        "incidents": ("/incidents", "Incidents", "Hendelser"),
        "incidents-table": ("/incidents?view=table", "Incidents", "Hendelser"),
        "incident": (f"/entries/{incident['id']}", None, None),
        "tolls": ("/tolls", "Tolls", "Tapstall"),
        "toll": (f"/entries/{toll['id']}", None, None),
        "talks": ("/talks", "Talks", "Samtaler"),
        "talk": (f"/entries/{entry('talks', db)['id']}", None, None),
        "resolutions": ("/resolutions", "Resolutions", "Resolusjoner"),
        "resolution": (f"/entries/{entry('resolutions', db)['id']}", None, None),
        "control": ("/control", "Control", "Kontroll"),
        "control-table": ("/control?view=table", "Control", "Kontroll"),
        "control-entry": (f"/entries/{control['id']}", None, None),
        "actors": ("/actors", "Actors", "Aktører"),
        "actors-register": ("/actors?view=register", "Actors", "Aktører"),
        "actor": (f"/actors?name={actor}", None, None),
        "actor-side": ("/actors?name=LKA:REB", None, None),
        "documents": ("/documents", "Documents", "Artikler"),
        "reader": (f"/reader/{document}?record={record}", None, None),
        "queue": ("/queue", "Queue", "Kø"),
        "search": ("/search?q=NATO", "Search", "Søk"),
        "add": ("/add", "Add article", "Ny artikkel"),
        "export": ("/export", "Export", "Eksport"),
        "not-found": ("/no/such/page", "There is no such page", "Siden finnes ikke"),
        "no-such-entry": ("/entries/000000000000/v1", None, None),
        "nothing-fits": ("/incidents?since=2030-01-01", "Incidents", "Hendelser"),
    }


class Walk(workbench.Workbench):
    """Each test visits all pages once, and tells of all that is wrong with any."""

    def walk(self, language, name, theme, size=None):
        self.open("/", language, theme, size)
        for page, (address, *headings) in pages(self.db).items():
            with self.subTest(page=page, view=name):
                self.go(address)
                self.screenshot(f"{page}-{name}")
                self.check(language, dict(zip(("en", "nb"), headings))[language])
                self.assertEqual(self.shortcomings(page == "no-such-entry"), [])

    def check(self, language, heading):
        shown = self.page.locator("main h1").inner_text()
        self.assertTrue(shown)
        self.assertEqual(shown, heading or shown)
        self.assertEqual(self.page.title(), f"{shown} · Varde")
        self.assertEqual(self.page.evaluate("document.documentElement.lang"), language)

    def shortcomings(self, refused):
        """All at once, so that one does not hide another. The browser itself says what the server refused."""
        found = [fault for fault in self.faults() if not (refused and "status of 404" in fault)]
        if self.overflow() > 0:
            found.append(f"wider than the window by {self.overflow()} pixels")
        if self.weight() > PAGE_BUDGET:
            found.append(f"{self.weight()} bytes were fetched")
        return found + self.unreadable()

    def test_english_and_light(self):
        self.walk("en", "light", "light")

    def test_norwegian_and_dark(self):
        self.walk("nb", "dark", "dark")

    def test_on_a_phone(self):
        self.walk("nb", "phone", "light", workbench.PHONE)


class Assets(workbench.Workbench):
    def test_programs_and_styles_are_small(self):
        """Whatever index.html leads to, however far; the map's data is no program."""
        index = self.server.get("/").body.decode()
        self.assertNotRegex(index, r"(?i)<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=")
        sizes, left = {}, set(re.findall(r"/assets/[\w./-]+\.(?:js|css)\b", index))
        while left:
            path = left.pop()
            answer = self.server.get(path)
            self.assertEqual(answer.status, 200, path)
            sizes[path] = len(gzip.compress(answer.body))
            named = re.findall(r"[\w.-]+-[\w-]{8}\.(?:js|css)\b", answer.body.decode())
            left |= {f"/assets/{name}" for name in named} - sizes.keys()
        self.assertGreater(len(sizes), 20)
        self.assertLess(sum(sizes.values()), ASSETS_BUDGET, sizes)

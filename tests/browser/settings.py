"""What a browser keeps: the language, the theme, and who one is."""
from browser import workbench
from browser.words import WORDS
from support import run

BACKGROUND = "() => getComputedStyle(document.documentElement).backgroundColor"


class Settings(workbench.Workbench):
    def tearDown(self):
        if self.page:
            self.assertEqual(self.faults(), [])

    def attribute(self, name):
        return self.page.evaluate("(name) => document.documentElement.getAttribute(name)", name)

    def test_the_language_can_be_switched_and_is_kept(self):
        page = self.open("/ceasefires")
        page.get_by_label(WORDS["en"]["language"]).select_option("nb")
        for again in (False, True):
            if again:
                self.go("/ceasefires")
            self.expect(page.locator("main h1")).to_have_text(WORDS["nb"]["ceasefires"])
            self.expect(page).to_have_title(f"{WORDS['nb']['ceasefires']} · Varde")
            self.assertEqual(self.attribute("lang"), "nb")
        page.get_by_label(WORDS["nb"]["language"]).select_option("en")
        self.expect(page.locator("main h1")).to_have_text(WORDS["en"]["ceasefires"])

    def test_the_theme_can_be_switched_and_is_kept(self):
        page = self.open("/ceasefires")
        light = page.evaluate(BACKGROUND)
        page.get_by_label(WORDS["en"]["theme"]).select_option("dark")
        dark = page.evaluate(BACKGROUND)
        self.assertNotEqual(dark, light)
        self.go("/ceasefires")
        self.assertEqual((self.attribute("data-theme"), page.evaluate(BACKGROUND)), ("dark", dark))

    def test_a_new_page_has_the_focus_on_its_heading(self):
        page = self.open("/")
        page.get_by_role("navigation").get_by_role("link", name=WORDS["en"]["tolls"]).click()
        self.expect(page.locator("main h1")).to_be_focused()
        self.expect(page.locator("main h1")).to_have_text(WORDS["en"]["tolls"])

    def test_the_first_stop_of_the_keyboard_leads_to_the_content(self):
        page = self.open("/")
        page.keyboard.press("Tab")
        self.expect(page.locator(".skip-link")).to_be_focused()
        page.keyboard.press("Enter")
        self.expect(page.locator("#content")).to_be_focused()

    def test_signing_in_with_a_token(self):
        made = run("token", "add", "Kari", "--role", "reader", "--db", self.db)
        token = made.stdout.split()[-1]
        self.serve("--address", "0.0.0.0")
        words = WORDS["en"]
        page = self.open("/queue")
        page.get_by_label(words["token"]).fill("wrong")
        page.get_by_role("button", name=words["sign_in"]).click()
        self.expect(page.get_by_role("alert")).to_be_visible()
        self.watch.taken()  # The browser says that it was refused.
        page.get_by_label(words["token"]).fill(token)
        page.get_by_role("button", name=words["sign_in"]).click()
        self.expect(page.locator("footer")).to_contain_text("Kari, reader")
        self.expect(page.locator(".record-panel")).to_be_visible()
        self.expect(page.locator(".record-panel button", has_text="Confirm")).to_have_count(0)
        page.get_by_role("button", name=words["sign_out"]).click()
        self.expect(page.get_by_label(words["token"])).to_be_visible()
        self.watch.taken()

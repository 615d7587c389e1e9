"""The workbench in a browser, watched: a page tells at the end of a visit what it should not have done."""
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

import served
from support import ROOT, VARDE, run

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
SCREENSHOTS = pathlib.Path(os.environ.get("VARDE_SCREENSHOTS", pathlib.Path(VARDE).parent / "screenshots"))
# What scripts/lib.sh installs; before what the system has of the same names.
sys.path[:0] = map(str, (ROOT / "build" / "python").glob("lib/python3*/site-packages"))

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
PATIENCE = 30_000  # milliseconds, after which something hangs

# Kept from the first line of every document on; injected by the browser itself, as no page could.
WATCH = """
window.__refused = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.__refused.push(`${event.violatedDirective} refuses ${event.blockedURI}`));
"""
SETTLED = """() => document.querySelector('main h1')
  && !document.querySelector('.loading, main [aria-busy="true"]')"""
# Bytes as they were sent, the document's own and those of all it fetched, from the cache or not.
WEIGHT = """() => performance.getEntries().reduce((sum, entry) => sum + (entry.encodedBodySize ?? 0), 0)"""
FAULTS = """async () => {
  const found = await axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}});
  return found.violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
      `${id}: ${target.join(' ')}: ${failureSummary.split('\\n').slice(1, 3).join(' ').trim()}`));
}"""


def missing():
    """Why there can be no browser, or None."""
    if not browser_program():
        return "chromium is not installed"
    if not AXE.is_file():
        return "axe-core is not installed: the workbench was not built here"
    try:
        import playwright.sync_api  # pylint: disable=import-outside-toplevel,unused-import
    except ImportError as fault:
        return f"{fault}; scripts/test installs it"
    return None


def browser_program():
    return shutil.which("chromium") or shutil.which("chromium-browser")


def ingest(db, *articles, stdin=b""):
    done = run("ingest", "--db", db, *articles, stdin=stdin)
    if done.returncode != 0:
        raise AssertionError(done.stderr)


class Watch:
    """What the pages of one browser context do that they should not."""

    def __init__(self, context, home):
        self.home = home
        self.faults = []
        self.pending = set()
        context.on("console", self._console)
        context.on("weberror", lambda fault: self.faults.append(f"error: {fault.error}"))
        context.on("request", self._request)
        context.on("requestfinished", self._done)
        context.on("requestfailed", self._done)
        context.on("dialog", self._dialog)

    def _console(self, message):
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def _request(self, request):
        if not request.url.startswith((self.home + "/", "data:", "blob:")):
            self.faults.append(f"asks another: {request.url}")
        # The stream of changes never ends.
        if not request.url.endswith("/changes/stream"):
            self.pending.add(request)

    def _done(self, request):
        self.pending.discard(request)

    def _dialog(self, dialog):
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def taken(self):
        """The faults since the last call."""
        faults, self.faults = self.faults, []
        return faults


class Workbench(unittest.TestCase):
    """A server on a store of its own and a fresh browser context for each test."""

    @classmethod
    def setUpClass(cls):
        from playwright.sync_api import expect, sync_playwright  # pylint: disable=import-outside-toplevel
        expect.set_options(timeout=PATIENCE)
        cls.expect = staticmethod(expect)
        cls.filled = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.fill(pathlib.Path(cls.filled, "store.db"))
        playwright = cls.enterClassContext(sync_playwright())
        # Only root cannot have the sandbox.
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        cls.browser = playwright.chromium.launch(executable_path=browser_program(), args=options)
        cls.addClassCleanup(cls.browser.close)

    @classmethod
    def fill(cls, db):
        """Puts what the tests are about into the store."""
        ingest(db, ROOT / "examples")

    def setUp(self):
        self.page = None
        self.watch = None
        folder = self.enterContext(tempfile.TemporaryDirectory())
        shutil.copytree(self.filled, folder, dirs_exist_ok=True)
        self.db = f"{folder}/store.db"
        self.serve()

    def serve(self, *options, token=None):
        """Starts the server; what was open stays with the one before."""
        self.server = self.enterContext(served.Server(self.db, *options, token=token))
        self.home = f"http://127.0.0.1:{self.server.port}"

    def open(self, path="/", language="en", theme="light", size=None):
        """A page of the workbench as somebody sees it whose browser prefers this language and theme."""
        locale = {"en": "en-GB", "nb": "nb-NO"}[language]
        context = self.browser.new_context(locale=locale, color_scheme=theme, viewport=size or DESKTOP,
                                           reduced_motion="reduce", accept_downloads=True)
        self.addCleanup(context.close)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(WATCH)
        context.add_init_script(path=AXE)
        self.watch = Watch(context, self.home)
        self.page = context.new_page()
        self.go(path)
        return self.page

    def go(self, path):
        self.page.goto(self.home + path)
        self.settle()

    def settle(self):
        """Waits until everything asked for has come and is shown, and nothing more is asked for."""
        quiet = 0
        while quiet < 3:
            self.page.wait_for_function(SETTLED)
            self.page.wait_for_timeout(40)
            quiet = 0 if self.watch.pending else quiet + 1

    def faults(self):
        """What the page did that it should not, since the last call."""
        return self.watch.taken() + self.page.evaluate("() => window.__refused.splice(0)")

    def unreadable(self):
        """What somebody could not read or use who sees badly or has no mouse."""
        return self.page.evaluate(FAULTS)

    def overflow(self):
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")

    def weight(self):
        return self.page.evaluate(WEIGHT)

    def screenshot(self, name):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)

#!/usr/bin/python3
"""How soon the pages of the workbench show something, and all, while others ask for much.

    bench/page_load.py --db STORE [--connections 16] [--visits 3]

Starts the server on a store and opens each page in Chromium, VISITS times with an empty cache of the browser, first
while nobody else asks and then while CONNECTIONS clients ask the questions of server_load.py without a pause, lists
of any length among them, so that not all answers are kept ones. Writes a Markdown table: the medians of the time to
the first paint with content and to the end of loading, and the bytes that were fetched. Fails when a page fetches
more than a megabyte. Needs what scripts/test installs. Nothing leaves this machine.
"""
import argparse
import contextlib
import itertools
import json
import os
import pathlib
import random
import statistics
import sys
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tests"))
import server_load  # noqa: E402
from browser import workbench  # noqa: E402

PAGES = {
    "overview": "/",
    "ceasefires, board": "/ceasefires",
    "ceasefires, lanes": "/ceasefires?view=lanes",
    "incidents, map": "/incidents",
    "incidents, table": "/incidents?view=table",
    "tolls": "/tolls",
    "talks": "/talks",
    "resolutions": "/resolutions",
    "control": "/control",
    "actors, network": "/actors",
    "actors, register": "/actors?view=register",
    "documents": "/documents",
    "queue": "/queue",
    "search": "/search?q=ceasefire",
    "export": "/export",
}
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


def arguments():
    p = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    p.add_argument("--db", required=True, help="the store")
    p.add_argument("--connections", type=int, default=16, help="that others ask over (default: 16)")
    p.add_argument("--visits", type=int, default=3, help="of each page (default: 3)")
    return p.parse_args()


@contextlib.contextmanager
def asking(port, connections):
    """Clients that ask and ask until the block ends."""
    over = threading.Event()
    paths = list(server_load.questions(port).values())

    def work(seed):
        chance = random.Random(seed)
        client = server_load.Client(port)
        while not over.is_set():
            path = chance.choice(paths).replace("limit=100", f"limit={chance.randint(20, 100)}")
            client.ask(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode())

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(connections)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def visit(browser, address):
    """Milliseconds to the first paint and to the end of loading, and bytes."""
    context = browser.new_context(viewport=workbench.DESKTOP, reduced_motion="reduce")
    with contextlib.closing(context):
        page = context.new_page()
        page.set_default_timeout(1000 * server_load.PATIENCE)
        page.goto(address, wait_until="commit")
        page.wait_for_function(workbench.SETTLED)
        settled = page.evaluate("() => performance.now()")
        page.wait_for_function(PAINT)
        return page.evaluate(PAINT), settled, page.evaluate(workbench.WEIGHT)


def main():
    args = arguments()
    if fault := workbench.missing():
        raise SystemExit(fault)
    from playwright.sync_api import sync_playwright  # pylint: disable=import-outside-toplevel
    with contextlib.ExitStack() as stack:
        _, port = stack.enter_context(server_load.varde(args.db))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=workbench.browser_program(),
                                             args=["--no-sandbox"] if os.geteuid() == 0 else [])
        stack.callback(browser.close)
        home = f"http://127.0.0.1:{port}"
        documents = json.loads(server_load.answer(port, "/api/v1/status"))["documents"]
        print(f"{documents} documents; {os.cpu_count()} processors, which clients and browser share.\n")
        rows = {name: [] for name in PAGES}
        for busy in (False, True):
            with asking(port, args.connections) if busy else contextlib.nullcontext():
                for (name, path), _ in itertools.product(PAGES.items(), range(args.visits)):
                    rows[name].append((busy, *visit(browser, home + path)))
    print("| page | kB | first paint, ms | all, ms | first paint while others ask, ms | all, ms |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    heavy = []
    for name, visits in rows.items():
        medians = [round(statistics.median(one[column] for one in visits if one[0] == busy))
                   for busy in (False, True) for column in (1, 2)]
        weight = max(one[3] for one in visits)
        print(f"| {name} | {weight / 1000:.0f} | " + " | ".join(map(str, medians)) + " |")
        if weight > server_load.LARGEST:
            heavy.append(name)
    if heavy:
        raise SystemExit("more than a megabyte: " + ", ".join(heavy))


if __name__ == "__main__":
    main()

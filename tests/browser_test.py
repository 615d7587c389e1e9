#!/usr/bin/python3
"""The workbench in a browser, as `varde serve` gives it out: pages, tasks, what a browser keeps, hostile articles,
and how much there is to fetch. Screenshots of all pages go to VARDE_SCREENSHOTS, or beside the program."""
import os
import sys
import unittest

from browser import workbench
from browser.hostile import Hostile
from browser.settings import Settings
from browser.tasks import InEnglish, InNorwegian
from browser.walk import Assets, Walk

__all__ = ["Assets", "Hostile", "InEnglish", "InNorwegian", "Settings", "Walk"]


def stop(status, why):
    print(why, file=sys.stderr)
    sys.exit(status)


if __name__ == "__main__":
    if os.environ.get("VARDE_SANITIZED"):
        stop(77, "skipped: the pages are tried with the program as it is given out")
    fault = workbench.missing()
    if fault and os.environ.get("CI"):
        stop(1, f"failed: {fault}")
    if fault:
        stop(77, f"skipped: {fault}")
    unittest.main()

#!/usr/bin/python3
"""How the sources must look: formatted by clang-format, and no word of a language in them."""
import re
import shutil
import subprocess
import unittest

from support import ROOT

FOLDERS = ("src", "include", "bench", "fuzz")
# A table of letters, and the examples in help texts.
LETTERS_ALLOWED = ("src/base/utf8.cc", "src/cli/", "bench/", "fuzz/")


def sources():
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")
             if path.suffix in (".cc", ".h")]
    return sorted(found)


class Style(unittest.TestCase):
    def test_clang_format_would_change_nothing(self):
        if not shutil.which("clang-format"):
            self.skipTest("clang-format is not installed")
        names = [path.relative_to(ROOT).as_posix() for path in sources()]
        done = subprocess.run(["clang-format", "--dry-run", *names],
                              stderr=subprocess.PIPE, cwd=ROOT, text=True, check=True)
        files = sorted(set(re.findall(r"(?m)^(\S+?):\d+:\d+: warning", done.stderr)))
        self.assertEqual(files, [], "run: clang-format -i " + " ".join(files))

    def test_program_holds_no_words_of_a_language(self):
        """A word with a letter outside ASCII can only be data: it belongs under lang/ or kb/."""
        for path in sources():
            name = path.relative_to(ROOT).as_posix()
            if name.startswith(LETTERS_ALLOWED) or re.search("_test[.]cc|sample|fixture", name):
                continue
            for number, line in enumerate(path.read_text().splitlines(), 1):
                code = line.split("//")[0]
                word = re.search(r"\w*[^\W\d_a-zA-Z]\w*", code)
                self.assertIsNone(word, f"{name}:{number}: {word and word.group()}")

    def test_sources_name_no_place_of_one_machine(self):
        for path in sources():
            found = re.search(r'"/(home|root|work|tmp)/', path.read_text())
            self.assertIsNone(found, f"{path.relative_to(ROOT)}: {found and found.group()}")


if __name__ == "__main__":
    unittest.main()

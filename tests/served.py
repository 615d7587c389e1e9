"""`varde serve` for the tests: a server on a store, at a free port of this machine, and who talks to it.

    with served.Server(db) as server:
        answer = server.get("/api/v1/counts", by="type", country=["MLI", "NER"])
        answer.status, answer.headers["ETag"], answer.json

Leaving the `with` ends the server as an administrator would, and fails when it does not end well. Everything is
from the standard library, and nothing is retried: what a client would see, a test sees."""
import contextlib
import http.client
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import tempfile
import urllib.parse

from support import VARDE

PATIENCE = 300 if os.environ.get("VARDE_SANITIZED") else 120  # seconds, after which something hangs


class Answer:
    def __init__(self, response, body):
        self.status = response.status
        self.headers = response.headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def items(self):
        return self.json["items"]


class Server:
    """options  of `varde serve`, beside --db and --port
    token    given with every request, unless the request names its own Authorization
    trusted  file of the certificate that the server has; https is spoken where it is given"""

    def __init__(self, db, *options, token=None, trusted=None):
        self.options = ("--db", str(db), "--port", "0", "--log", "json", *map(str, options))
        self.token = token
        self.tls = ssl.create_default_context(cafile=trusted) if trusted else None
        self.process = None
        self.port = None
        self._errors = None

    # ---- its life

    def __enter__(self):
        self._errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([VARDE, "serve", *self.options], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=self._errors)
        line = self.process.stdout.readline().decode()
        found = re.fullmatch(r"Varde is at https?://\S+:(\d+)/ .*\n", line)
        if not found:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"varde serve says {line!r} and {self.errors()}")
        self.port = int(found[1])
        # From its first answer on it also heeds signals.
        self.get("/healthz")
        return self

    def __exit__(self, kind, *_):
        status = self.stop() if self.process.poll() is None else self.process.returncode
        errors = self.errors()
        self.process.stdout.close()
        self._errors.close()
        if kind is None and status not in (0, -signal.SIGKILL):
            raise AssertionError(f"varde serve ended with {status}: {errors[-4000:]}")

    def ask_to_stop(self):
        self.process.send_signal(signal.SIGTERM)

    def stop(self):
        """The exit status, when it has ended because it was asked to."""
        self.ask_to_stop()
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError("varde serve does not end") from None

    def kill(self):
        self.process.kill()
        self.process.wait()

    def errors(self):
        """What it has written to standard error, its log included."""
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace")

    def log(self):
        """The lines of its log."""
        return [json.loads(line) for line in self.errors().splitlines() if line.startswith("{")]

    # ---- talking to it

    def connection(self):
        if self.tls:
            return http.client.HTTPSConnection("localhost", self.port, timeout=PATIENCE, context=self.tls)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def ask(self, method, target, body=None, headers=None, connection=None):
        """The answer to a request as it stands; over a connection of its own unless one is given."""
        given = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        given.update(headers or {})
        with contextlib.ExitStack() as stack:
            if connection is None:
                connection = stack.enter_context(contextlib.closing(self.connection()))
            connection.request(method, target, body, given)
            response = connection.getresponse()
            return Answer(response, response.read())

    def get(self, path, /, *, headers=None, connection=None, **query):
        """Of a parameter whose value is a list, each."""
        return self.ask("GET", target(path, **query), None, headers, connection)

    def post(self, path, body, *, headers=None, connection=None):
        """`body` in JSON, or bytes as they are."""
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        return self.ask("POST", path, body, {"Content-Type": "application/json", **(headers or {})}, connection)

    def pages(self, path, **query):
        """The items of all pages of a list."""
        items, cursor = [], None
        with contextlib.closing(self.connection()) as connection:
            while True:
                more = {} if cursor is None else {"cursor": cursor}
                answer = self.get(path, connection=connection, **query, **more)
                if answer.status != 200:
                    raise AssertionError(f"{path}: {answer.status} {answer.body[:500]}")
                items += answer.items
                cursor = answer.json["next"]
                if cursor is None:
                    return items

    def raw(self, data):
        """All bytes that come back until the server closes the connection."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as connection:
            connection.sendall(data)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    @contextlib.contextmanager
    def events(self):
        """Server-sent events as they come: pairs of name and data, without comments."""
        with contextlib.closing(self.connection()) as connection:
            headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
            connection.request("GET", "/api/v1/changes/stream", headers=headers)
            response = connection.getresponse()
            if response.status != 200:
                raise AssertionError(f"no stream: {response.status} {response.read()}")
            yield _events(response)


def _events(response):
    event, data = "message", []
    for line in response:
        field, _, value = line.decode("utf-8").rstrip("\n").partition(":")
        value = value.removeprefix(" ")
        if field == "event":
            event = value
        elif field == "data":
            data.append(value)
        elif not field and not value and data:
            yield event, json.loads("\n".join(data))
            event, data = "message", []


def target(path, **query):
    """An address with its query."""
    pairs = urllib.parse.urlencode({name: value for name, value in query.items() if value is not None}, doseq=True)
    return path + ("?" + pairs if pairs else "")

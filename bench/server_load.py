#!/usr/bin/python3
"""How many requests `varde serve` answers, how fast, and how large its answers are.

    bench/server_load.py [--db STORE | --stories 2000] [--connections 1,16,64] [--requests 400] [--seconds 4]
                         [--only WORDS] [--anew]

Starts the server on a store (by default one of invented wire stories, wire_stories.py, that is removed again) and
puts to it, over connections that are kept, what a newsroom asks most. For each question and number of connections
it makes REQUESTS requests, or as many as SECONDS allow, from several processes, so that the client is not what is
measured. Writes a Markdown table: requests a second, and the median and 99th percentile of the time to an answer.
All ask the same, so that all but the first answers are those that the server has kept; with --anew it keeps none.
Python's own http.server, with a file of the size of a page of the timeline, is the floor beside it. Nothing leaves
this machine. Fails when an answer is wrong, or larger than a megabyte.
"""
import argparse
import concurrent.futures
import contextlib
import http.client
import json
import multiprocessing
import os
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
VARDE = os.environ.get("VARDE", str(ROOT / "build" / "varde"))
LARGEST = 1_000_000  # bytes of an answer
PROCESSES = 4        # of clients
PATIENCE = 120       # seconds, for one answer
TOO_SLOW = 20        # seconds that a round of all connections may take; else it is not tried


def arguments():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--db", help="the store; default: one of invented stories")
    p.add_argument("--stories", type=int, default=2000, help="how many (default: 2000)")
    p.add_argument("--connections", default="1,16,64", help="at once (default: 1,16,64)")
    p.add_argument("--requests", type=int, default=400, help="of each question, at most (default: 400)")
    p.add_argument("--seconds", type=float, default=4, help="for each question, at most (default: 4)")
    p.add_argument("--anew", action="store_true", help="have every answer worked out anew")
    p.add_argument("--only", default="", help="questions whose name holds this")
    return p.parse_args()


# ---- servers

@contextlib.contextmanager
def running(command, pattern):
    """The process and its port, which it writes to standard output; ended afterwards."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        found = re.search(pattern, process.stdout.readline().decode())
        if not found:
            raise SystemExit(f"{command[0]} does not start")
        yield process, int(found[1])
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()
        process.stdout.close()


def varde(db, *options):
    return running([VARDE, "serve", "--db", db, "--port", "0", "--log", "none", *options], r"Varde is at http://\S+:(\d+)/")


def file_server(folder):
    return running([sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "--protocol", "HTTP/1.1",
                    "--directory", folder, "0"], r"port (\d+)")


def fill(db, count):
    with subprocess.Popen([sys.executable, ROOT / "bench" / "wire_stories.py", str(count)],
                          stdout=subprocess.PIPE) as stories:
        subprocess.run([VARDE, "ingest", "-", "--db", db], stdin=stories.stdout, check=True,
                       stderr=subprocess.DEVNULL)


def most_memory(process):
    """In megabytes, of a process that still runs."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


# ---- asking once

def answer(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    with contextlib.closing(connection):
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise SystemExit(f"{path}: {response.status} {body[:500]}")
        return body


def questions(port):
    """What is asked, by name; about what this store has most of."""
    def items(path):
        return json.loads(answer(port, "/api/v1/" + path))["items"]

    def path(name, **query):
        return "/api/v1/" + name + ("?" + urllib.parse.urlencode(query) if query else "")

    country = items("counts?by=country&limit=1")[0]["key"]
    incident = items("ledgers/incidents?limit=1&order=newest&country=" + country)[0]
    latest = json.loads(answer(port, "/api/v1/status"))["latest_day"]
    month = latest[:8] + "01"
    document = items("documents?limit=1")[0]["key"]
    page = {"limit": 100, "order": "newest", "detail": "summary"}
    return {
        "status": path("status"),
        "incidents of a country and type": path("ledgers/incidents", country=country, type="ASSAULT", **page),
        "incidents of a month, in full": path("ledgers/incidents", since=month, limit=50),
        "ceasefires": path("ledgers/ceasefires", **page),
        "ceasefires of a country": path("ledgers/ceasefires", country=country, **page),
        "timeline, newest page": path("timeline", **page),
        "changes of a month": path("changes", since=month, **page),
        "map of the world": path("map", zoom=3),
        "map of a country": path("map", zoom=8, country=country),
        "counts by day": path("counts", by="day"),
        "counts by place, of a month": path("counts", by="place", since=month),
        "network": path("network"),
        "tolls of a country, summed": path("tolls/sum", type="killed", country=country),
        "search of two words": path("search", q="ceasefire mediator*"),
        "one entry": path("entries/" + incident["id"]),
        "one document": path("documents/" + document),
        "queue": path("queue", limit=50),
    }


# ---- asking often

class Client:
    """One connection that is kept. Reads no more of HTTP than it must, to cost little itself."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request):
        self.socket.sendall(request)
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._more()
        length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", data[:end])
        if not data.startswith(b"HTTP/1.1 200 ") or not length:
            raise RuntimeError(f"not the answer that was wanted: {data[:200]}")
        left = int(length[1]) - (len(data) - end - 4)
        while left > 0:
            left -= len(self._more())

    def _more(self):
        # Else a server that writes header and body apart waits for the kernel to say that the first has come.
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        data = self.socket.recv(262_144)
        if not data:
            raise RuntimeError("the connection was closed")
        return data


def remember(barrier):
    """In every client process: what they wait at, so that all begin at once."""
    global together
    together = barrier


def ask_often(port, path, connections, requests, seconds):
    """When it began and ended, and seconds from each request to the end of its answer; of one client process."""
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    clients = [Client(port) for _ in range(connections)]
    times, errors = [], []
    together.wait(PATIENCE)
    began = time.perf_counter()

    def work(client, count):
        try:
            for _ in range(count):
                start = time.perf_counter()
                if start - began > seconds:
                    return
                client.ask(request)
                times.append(time.perf_counter() - start)
        except (OSError, RuntimeError) as error:
            errors.append(str(error))

    threads = [threading.Thread(target=work, args=(client, requests)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for client in clients:
        client.socket.close()
    if errors:
        raise RuntimeError(errors[0])
    return began, time.perf_counter(), times


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measured(pool, port, path, connections, requests, seconds):
    """Requests a second, and the median and 99th percentile of seconds to an answer."""
    shares = [connections // PROCESSES + (number < connections % PROCESSES) for number in range(PROCESSES)]
    done = [future.result() for future in [
        pool.submit(ask_often, port, path, share, -(-requests // connections), seconds) for share in shares]]
    times = [each for one in done for each in one[2]]
    # The clock is one for all processes of a machine.
    whole = max(one[1] for one in done if one[2]) - min(one[0] for one in done)
    return len(times) / whole, statistics.median(times), percentile(times, 0.99)


def cells(pool, port, path, args):
    """Those of the table, for every number of connections; a dash where it would take for ever."""
    row, rate = [], None
    for connections in map(int, args.connections.split(",")):
        if rate and connections / rate > TOO_SLOW:
            row.append("- | - | -")
            continue
        rate, median, slow = measured(pool, port, path, connections, args.requests, args.seconds)
        row.append(f"{rate:.{0 if rate > 9 else 1}f} | {1000 * median:.1f} | {1000 * slow:.1f}")
    return " | ".join(row)


def main():
    args = arguments()
    connections = [int(each) for each in args.connections.split(",")]
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        db = args.db
        if not db:
            db = folder + "/stories.db"
            fill(db, args.stories)
        began = time.perf_counter()
        server, port = stack.enter_context(varde(db, *(["--cache", "0"] if args.anew else [])))
        opened = time.perf_counter() - began
        pool = stack.enter_context(concurrent.futures.ProcessPoolExecutor(
            PROCESSES, initializer=remember, initargs=(multiprocessing.Barrier(PROCESSES),)))
        documents = json.loads(answer(port, "/api/v1/status"))["documents"]
        print(f"{documents} documents; opened in {opened:.1f} s; {os.cpu_count()} processors, "
              "which the clients share.\n")
        print("| question | bytes | gzip | " + " | ".join(
            f"{n} at once: requests/s | median, ms | 99 %, ms" for n in connections) + " |")
        print("| --- |" + " ---: |" * (2 + 3 * len(connections)))
        too_large, asked = [], questions(port)
        for name, path in asked.items():
            if args.only not in name:
                continue
            plain, packed = answer(port, path), answer(port, path, **{"Accept-Encoding": "gzip"})
            if len(plain) > LARGEST:
                too_large.append(f"{name}: {len(plain)} bytes")
            print(f"| {name} | {len(plain)} | {len(packed)} | {cells(pool, port, path, args)} |", flush=True)
        memory = most_memory(server)
        page = answer(port, asked["timeline, newest page"], **{"Accept-Encoding": "gzip"})
        pathlib.Path(folder, "page").write_bytes(page)
        _, floor = stack.enter_context(file_server(folder))
        print(f"| (a file by Python's http.server) | | {len(page)} | {cells(pool, floor, '/page', args)} |")
        print(f"\nMost memory: {memory:.0f} MB")
    if too_large:
        sys.exit("Larger than a megabyte: " + "; ".join(too_large))


if __name__ == "__main__":
    main()

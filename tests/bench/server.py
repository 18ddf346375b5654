"""The real web processes beside the bench, what they cost in CPU time, and somebody who asks them."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.pages import Ask

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
START_WITHIN = 60.0
WORKERS = 2
# The form token's cookie and header, of the length Django makes.
TOKEN = "b" * 32


class Server:
    """granian with two workers; the scheduler does not run, so that only pages are measured."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process, self.port = process, port

    def cpu_seconds(self) -> float:
        """CPU time of the web processes so far, user and system."""
        return sum(_cpu_ticks(pid) for pid in _tree(self.process.pid)) / TICKS_PER_SECOND


class Visitor:
    """A browser's connection that stays open, with the session of somebody or of nobody."""

    def __init__(self, port: int, session: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Cookie": f"csrftoken={TOKEN}; sessionid={session}" if session else f"csrftoken={TOKEN}"}

    def ask(self, ask: Ask) -> int:
        """Send, read the whole answer, and give its status."""
        headers = self.headers | ({"X-Vejviser-Save": "1"} if ask.saves else {})
        if ask.form:
            headers |= {"X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
            self.connection.request("POST", ask.path, urlencode(ask.form), headers)
        else:
            self.connection.request("GET", ask.path, headers=headers)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status


@contextmanager
def serving() -> Iterator[Server]:
    """The server on the database of this process, ready to answer."""
    port = _free_port()
    granian = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--workers", str(WORKERS)]
    more = ["--blocking-threads", "4", "--port", str(port), "--no-log", "vejviser.config.wsgi:application"]
    process = subprocess.Popen(granian + more, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    last = time.monotonic() + START_WITHIN
    while True:
        try:
            Visitor(port, "").ask(Ask("/sundhed/"))
            return
        except OSError:
            if time.monotonic() > last:
                raise
            time.sleep(0.1)


def _tree(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(deep for child in children for deep in _tree(int(child)))]


def _cpu_ticks(pid: int) -> int:
    """utime and stime: the 14th and 15th field, counted after the name, which may hold anything."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])

"""Ten times the power goes while somebody saves: every note the server acknowledged is there, and none is half."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connections

from vejviser.children.models import Child
from vejviser.concern.models import Note

KILLS = 10
START_WITHIN = 30.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _server(url: str, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """One web process in a process group of its own, ready to answer."""
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--workers", "1"]
    environment = os.environ | {"VEJVISER_DATABASE_URL": url, "VEJVISER_DAY": "2026-03-10"}
    process = subprocess.Popen(command, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_for(port: int) -> None:
    last = time.monotonic() + START_WITHIN
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/sundhed/", timeout=2).read()
            return
        except OSError:
            assert time.monotonic() < last, "the server did not start"
            time.sleep(0.05)


def test_what_was_acknowledged_is_there(town: str, tmp_path: Path) -> None:
    alma, kept, port = Child.objects.get(source_id="child-alma"), tmp_path / "acknowledged", _free_port()
    kept.touch()
    connections["default"].close()
    dice = random.Random(10)
    client = [sys.executable, str(Path(__file__).with_name("client.py")), f"http://127.0.0.1:{port}", str(alma.ref), str(kept)]
    saving = subprocess.Popen(client)
    try:
        for _ in range(KILLS):
            known = kept.read_text().count("\n")
            with _server(town, port):
                _until_more_than(kept, known + 3)
                time.sleep(dice.random() * 0.2)
    finally:
        saving.kill()
        saving.wait()
    acknowledged = kept.read_text().split()
    assert len(acknowledged) >= 3 * KILLS
    there = {str(ref): facts for ref, facts in Note.objects.filter(ref__in=acknowledged).values_list("ref", "facts")}
    assert set(there) == set(acknowledged)
    assert all(facts.endswith(ref) for ref, facts in there.items())


def _until_more_than(kept: Path, number: int) -> None:
    last = time.monotonic() + START_WITHIN
    while kept.read_text().count("\n") <= number:
        assert time.monotonic() < last, "nothing was acknowledged"
        time.sleep(0.02)

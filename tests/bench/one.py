"""The measurements on one database, named by VEJVISER_DATABASE_URL; one JSON object on stdout.

Run by `tests.bench` as a program of its own: `python -m tests.bench.one WISHES`, the wishes as JSON.
"""

import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import django

SCHEMA = 1


@dataclass(frozen=True)
class Wishes:
    """What was asked for. `empty_url` is an empty database for the import."""

    children: int
    rounds: int
    requests: int
    seconds: float
    empty_url: str


def run(wishes: Wishes) -> dict[str, Any]:
    """Build, count, serve, import."""
    from django.db import connection

    from tests.bench.data import build
    from tests.bench.imported import import_roster
    from tests.bench.pages import hot_pages

    machine = _machine()
    _say(f"{connection.vendor}: building {wishes.children} children")
    data = build(wishes.children, wishes.rounds, _say)
    built = {"rounds": data.rounds, "enrolments": data.enrolments, "joint_assessments": data.joint}
    pages, mixed = _pages(hot_pages(data.town), wishes)
    connection.close()
    _say("  import of the roster")
    job = import_roster(wishes.empty_url, wishes.children)
    return {
        "schema": SCHEMA,
        "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "version": version("vejviser"),
        "database": connection.vendor,
        "machine": machine,
        "data": {"children": wishes.children, **built, "log_entries": data.entries, "build_s": round(data.seconds, 1)},
        "pages": pages,
        "mixed": mixed,
        "jobs": [asdict(job)],
    }


def _pages(pages: list[Any], wishes: Wishes) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    from tests.bench.counted import ONCE_PER_PAGE, count
    from tests.bench.served import measure, mix
    from tests.bench.server import serving

    rows = []
    with serving() as server:
        for page in pages:
            served, counted = measure(server, page, wishes.requests), count(page, min(ONCE_PER_PAGE, wishes.requests))
            rows.append(_row(page.name, wishes.requests, served, counted))
            _say(f"  {page.name}: p50 {served.p50_ms:.1f} ms, {counted.statements} statements")
        return rows, _rounded(asdict(mix(server, pages, wishes.seconds)))


def _row(name: str, requests: int, served: Any, counted: Any) -> dict[str, Any]:
    if counted.statuses != {200}:
        raise ValueError(f"{name} answered {sorted(counted.statuses)}")
    times = {**asdict(served), "floor_ms": counted.floor_ms, "ratio": served.p50_ms / counted.floor_ms}
    rows = {"statements": counted.statements, "look_rows": counted.look_rows}
    return {"name": name, "requests": requests, **rows, **_rounded(times)}


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, 2) if isinstance(value, float) else value for name, value in values.items()}


def _machine() -> dict[str, Any]:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    cpu = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return {
        "cpu": cpu,
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(memory),
        "load_before": round(os.getloadavg()[2], 1),
    }


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    django.setup()
    json.dump(run(Wishes(**json.loads(sys.argv[1]))), sys.stdout)

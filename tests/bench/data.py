"""The data that is measured: everything scales with the number of children."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.core.management import call_command
from django.db import connection

from tests.bench.data_logs import build_logs, build_looks
from tests.bench.data_places import PAST_ENROLMENTS, Town, build_places
from tests.bench.data_rounds import build_rounds
from vejviser.guide import queries as guide

Say = Callable[[str], None]
T = TypeVar("T")


@dataclass(frozen=True)
class Data:
    """What was built, how much of it, and how long it took in seconds."""

    town: Town
    rounds: int
    enrolments: int
    joint: int
    entries: int
    seconds: float


def build(children: int, rounds: int, say: Say = lambda line: None) -> Data:
    """Build in the current database, which is migrated and empty."""
    start = time.perf_counter()
    call_command("import_content", guide.SHIPPED, stdout=sys.stderr)
    town = _told(say, "places and people", lambda: build_places(children))
    joint = _told(say, "rounds", lambda: build_rounds(town, rounds))
    entries = _told(say, "logs", lambda: build_logs(town))
    _told(say, "looks", lambda: build_looks(town))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Data(town, rounds, children * (PAST_ENROLMENTS + 1), joint, entries, time.perf_counter() - start)


def _told(say: Say, what: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    made = work()
    say(f"  {what}: {time.perf_counter() - start:.1f} s")
    return made

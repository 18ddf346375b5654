"""What a page asks of the database, counted in this process, and the floor: its slowest read alone, as raw SQL."""

import re
import time
from dataclasses import dataclass
from statistics import median
from uuid import UUID

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.pages import Ask, Page
from tests.permissions.walk import signed_in
from vejviser.audit.models import Look, LookChild

# A statement's own work counts; BEGIN, COMMIT and SAVEPOINT do not.
COUNTED = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)
ONCE_PER_PAGE = 25
FLOOR_TIMES = 25


@dataclass(frozen=True)
class Counted:
    """Medians of the requests of one page; `floor_ms` is the median time of the slowest read alone."""

    statuses: frozenset[int]
    statements: int
    look_rows: int
    floor_ms: float
    queries: list[str]


def count(page: Page, times: int = ONCE_PER_PAGE) -> Counted:
    """Ask for the page so many times; the first, which fills caches, does not count."""
    client = signed_in(page.person) if page.person else Client()
    _send(client, page.ask(0))
    answers = [_watched(client, page.ask(n + 1)) for n in range(times)]
    queries = max((queries for _, queries in answers), key=len)
    return Counted(
        statuses=frozenset(answer.status_code for answer, _ in answers),
        statements=int(median(len(queries) for _, queries in answers)),
        look_rows=int(median(_look_rows(answer) for answer, _ in answers)),
        floor_ms=_floor(queries),
        queries=queries,
    )


def _send(client: Client, ask: Ask) -> HttpResponse:
    headers = {"Host": "localhost"} | ({"X-Vejviser-Save": "1"} if ask.saves else {})
    if ask.form:
        return client.post(ask.path, ask.form, headers=headers)  # type: ignore[return-value]
    return client.get(ask.path, headers=headers)  # type: ignore[return-value]


def _watched(client: Client, ask: Ask) -> tuple[HttpResponse, list[str]]:
    with CaptureQueriesContext(connection) as seen:
        answer = _send(client, ask)
    return answer, [query["sql"] for query in seen.captured_queries if COUNTED.match(query["sql"])]


def _look_rows(answer: HttpResponse) -> int:
    looks = Look.objects.filter(request=UUID(answer["X-Request-Id"]))
    return looks.count() + LookChild.objects.filter(look__in=looks).count()


def _floor(queries: list[str]) -> float:
    """Milliseconds of the slowest read of the page, run alone and fetched without Django's models."""
    reads = [sql for sql in queries if sql.lstrip().upper().startswith("SELECT")]
    return max((median(_once(sql) for _ in range(FLOOR_TIMES)) for sql in reads), default=0.0)


def _once(sql: str) -> float:
    with connection.cursor() as cursor:
        start = time.perf_counter()
        cursor.execute(sql)
        cursor.fetchall()
        return (time.perf_counter() - start) * 1000

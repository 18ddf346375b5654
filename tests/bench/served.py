"""The pages through the real server: one after the other by one visitor, and then all of them by four at once."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from statistics import quantiles

from tests.bench.pages import Page
from tests.bench.server import Server, Visitor
from tests.permissions.walk import signed_in

WARM_UP, CLIENTS, WRONG = 10, 4, 400


@dataclass(frozen=True)
class Served:
    """Milliseconds of one page as a visitor waits for it, and the CPU time of the web processes per request."""

    p50_ms: float
    p95_ms: float
    cpu_ms: float


@dataclass(frozen=True)
class Mixed:
    """All pages in turn by several visitors at once; an error is any status of 400 or more."""

    seconds: float
    pages_per_s: float
    clients: int
    errors: int


def measure(server: Server, page: Page, requests: int) -> Served:
    """One visitor, one request after the other. Raises ValueError for an answer that is not the page."""
    visitor = _visitor(server, page)
    for n in range(WARM_UP):
        _timed(visitor, page, n)
    before = server.cpu_seconds()
    times = [_timed(visitor, page, n) for n in range(requests)]
    cpu = (server.cpu_seconds() - before) * 1000 / requests
    cuts = quantiles(times, n=100, method="inclusive")
    return Served(cuts[49], cuts[94], cpu)


def mix(server: Server, pages: list[Page], seconds: float) -> Mixed:
    """Four visitors, each going round all pages from a place of its own."""
    visitors = [[_visitor(server, page) for page in pages] for _ in range(CLIENTS)]
    start = time.monotonic()
    with ThreadPoolExecutor(CLIENTS) as pool:
        done = list(pool.map(lambda one: _round(one[1], pages, one[0], start + seconds), enumerate(visitors)))
    lasted = time.monotonic() - start
    statuses = [status for visited in done for status in visited]
    return Mixed(lasted, len(statuses) / lasted, CLIENTS, sum(status >= WRONG for status in statuses))


def _round(visitors: list[Visitor], pages: list[Page], first: int, until: float) -> list[int]:
    statuses = list[int]()
    for n in count(first * 2):
        if time.monotonic() >= until:
            break
        place = n % len(pages)
        statuses.append(visitors[place].ask(pages[place].ask(n * CLIENTS + first)))
    return statuses


def _timed(visitor: Visitor, page: Page, n: int) -> float:
    ask = page.ask(n)
    start = time.perf_counter()
    status = visitor.ask(ask)
    lasted = (time.perf_counter() - start) * 1000
    if status != 200:
        raise ValueError(f"{page.name} answered {status}")
    return lasted


def _visitor(server: Server, page: Page) -> Visitor:
    return Visitor(server.port, signed_in(page.person).cookies["sessionid"].value if page.person else "")

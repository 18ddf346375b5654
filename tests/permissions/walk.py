"""Walking the house as one of the cast: every link that a page offers, opened once, with what was shown and recorded."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from uuid import UUID

from django.test import Client

from vejviser.accounts.actions import BACKEND
from vejviser.accounts.middleware import LAST_SEEN, SIGNED_IN
from vejviser.accounts.models import Person
from vejviser.audit.models import Look, LookChild
from vejviser.foundation import clock

MOST = 120
TOKEN = re.compile(r"Qbarn(\d+)z")
# Pages of the same kind for other children and rooms teach nothing new: this many of each are opened.
OF_A_KIND = 4


@dataclass
class Page:
    """One answer: where, what it said, which children stood on it and which were recorded."""

    path: str
    status: int
    html: str
    named: set[int]
    recorded: set[int]
    links: list[str]
    marks: set[str]
    source: str = ""


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.marks: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and (values.get("href") or "").startswith("/"):
            self.links.append((values["href"] or "").split("#")[0])
        if values.get("data-dc"):
            self.marks |= set((values["data-dc"] or "").split())


def signed_in(person: Person) -> Client:
    """A client with the session of a person, opened now."""
    client = Client()
    client.force_login(person, backend=BACKEND)
    session = client.session
    session[SIGNED_IN] = session[LAST_SEEN] = clock.now().isoformat()
    session.save()
    return client


def look_at(client: Client, path: str, pk_of: dict[UUID, int]) -> Page:
    """Open one address."""
    response = client.get(path)
    html = response.content.decode() if "html" in response.get("Content-Type", "") else ""
    looks = Look.objects.filter(request=UUID(response["X-Request-Id"]))
    recorded = {pk_of[ref] for ref in LookChild.objects.filter(look__in=looks).values_list("child", flat=True)}
    found = _Reader(html)
    links = [*found.links, response["Location"]] if response.status_code in (301, 302) else found.links
    return Page(path, response.status_code, html, {int(n) for n in TOKEN.findall(html)}, recorded, links, found.marks)


def walk(client: Client, start: str, pk_of: dict[UUID, int]) -> Iterator[Page]:
    """Breadth first from a page, each address once, a few of each kind."""
    queue, known, kinds = deque([(start, "")]), {start}, dict[str, int]()
    while queue and len(known) <= MOST:
        path, source = queue.popleft()
        page = replace(look_at(client, path, pk_of), source=source)
        yield page
        for link in page.links:
            kind = re.sub(r"[0-9a-f-]{36}|=[^&]*", "*", link)
            if link not in known and kinds.get(kind, 0) < OF_A_KIND and not link.startswith(("/static/", "/sprog/", "/log-")):
                kinds[kind] = kinds.get(kind, 0) + 1
                known.add(link)
                queue.append((link, page.path))

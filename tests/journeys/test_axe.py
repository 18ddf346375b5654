"""Everybody's pages without a barrier: axe on every distinct page skeleton, as a desk and as a phone shows it."""

import re
from html.parser import HTMLParser
from pathlib import Path

from django.urls import resolve
from playwright.sync_api import Page

from tests.journeys.people import DESK, PHONE, Site
from tests.permissions.walk import signed_in, walk
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.demo.cast import CAST

AXE = (Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"
KEYS = [member.key for company in CAST for member in company.members if company.staff]
STATES = ["/vejviser/", "/log-ind/", "/demo/", "/privatliv/", "/tilgaengelighed/", "/hjaelp/", "/findes-ikke/"]


class _Shape(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.seen.add(f"{tag}|{values.get('class')}|{values.get('role')}")


def _skeleton(path: str, html: str) -> str:
    """The address' name with the set of tags, classes and roles on the page."""
    name = resolve(path.split("?")[0]).view_name if path != "/findes-ikke/" else path
    return f"{name} {sorted(_Shape(html).seen)}"


def _violations(page: Page, address: str) -> list[str]:
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        page.goto(address)
        page.evaluate(AXE)
        result = page.evaluate(RUN, TAGS)
        found += [
            f"{size['width']} {re.sub('[0-9a-f-]{36}', '*', address)} {one['id']}: {one['nodes'][0]['html'][:160]}"
            for one in result["violations"]
        ]
    return found


def test_no_page_has_a_barrier(site: Site) -> None:
    pk_of = dict(Child.objects.values_list("ref", "pk"))
    known: set[str] = set()
    repeats, violations = 0, list[str]()
    for key in KEYS:
        client = signed_in(Person.objects.get(source_id=f"emp-{key}"))
        window = site.visitor()
        window.page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site.base}])
        for start in ("/overblik/", *(STATES if key == KEYS[0] else ())):
            for page in walk(client, start, pk_of):
                skeleton = _skeleton(page.path, page.html)
                if page.status in (301, 302) or skeleton in known:
                    repeats += 1
                    continue
                known.add(skeleton)
                violations += _violations(window.page, site.base + page.path)
        window.page.context.close()
    print(f"axe: {len(known)} skeletons at two widths, {repeats} repeats, {len(violations)} violations")
    assert violations == []

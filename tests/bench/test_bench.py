"""The hot pages on a small municipality: they answer, record what they show, and stay within their statements."""

import pytest

from tests.bench.counted import count
from tests.bench.data import build
from tests.bench.pages import hot_pages

CHILDREN, ROUNDS, TARGET = 200, 3, 8
# Over the target today, and not allowed to grow: see docs/decisions/0007. Everything else keeps the target.
OVER_TARGET = {"round_save": 12, "child_page": 13, "log_page": 16}
NAMES = ("overblik", "round_group", "round_save", "child_page", "log_page", "children_list_1m", "search", "guide")


@pytest.mark.django_db
def test_every_hot_page_keeps_its_budget() -> None:
    pages = hot_pages(build(CHILDREN, ROUNDS).town)
    assert tuple(page.name for page in pages) == NAMES
    counted = {page.name: count(page, 3) for page in pages}
    assert {name: sorted(one.statuses) for name, one in counted.items()} == {name: [200] for name in NAMES}
    assert {page.name for page in pages if counted[page.name].look_rows == 0} == {p.name for p in pages if not p.shows_children}
    over = {name: one.queries for name, one in counted.items() if one.statements > OVER_TARGET.get(name, TARGET)}
    assert over == {}, "\n\n".join(f"{name}: {len(queries)}\n" + "\n".join(queries) for name, queries in over.items())

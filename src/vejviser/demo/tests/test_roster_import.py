from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vejviser.children.models import Child
from vejviser.demo.roster import write_roster
from vejviser.exchange.roster_apply import apply_plan
from vejviser.exchange.roster_plan import Plan, make_plan
from vejviser.exchange.roster_read import read_roster
from vejviser.foundation import clock

pytestmark = pytest.mark.django_db


def _plan(folder: Path, children: int) -> Plan:
    return make_plan(read_roster(write_roster(folder, clock.today(), children)))


def test_fjordlund_is_imported_twice_and_changes_once(tmp_path: Path) -> None:
    plan = _plan(tmp_path, 250)
    assert (plan.roster.problems, plan.held) == ([], [])
    apply_plan(plan, by=None)
    assert Child.objects.count() == 250
    assert _plan(tmp_path, 250).changes_nothing()


def test_comparing_takes_the_same_few_queries_for_any_number_of_rows(tmp_path: Path) -> None:
    counts = []
    for children in (80, 300):
        with CaptureQueriesContext(connection) as queries:
            _plan(tmp_path / str(children), children)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10

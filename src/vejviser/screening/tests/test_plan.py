"""Planning, telling the parents and opening by itself."""

from datetime import date, timedelta
from typing import Any

import pytest

from vejviser.audit.models import Change
from vejviser.children.models import Enrolment
from vejviser.foundation import clock
from vejviser.foundation.results import NotVisible, RuleBroken
from vejviser.organisation.models import Assignment
from vejviser.screening import permissions, tasks
from vejviser.screening.actions.plan import cancel, give_notice, open_if_ready, plan_round
from vejviser.screening.jobs import open_groups
from vejviser.screening.models import GroupRound, RoundChild
from vejviser.screening.queries.plan import lines
from vejviser.screening.tests.conftest import DUE, STARTS, School, enrol
from vejviser.worklist.models import Task


def test_a_planned_round_has_a_row_for_every_child_with_a_form(school: School) -> None:
    enrol("Grown", school.unit, school.group, born=date(2008, 3, 1))
    group_round = school.plan()
    assert group_round.state == "planned"
    assert set(group_round.children.values_list("child__first_name", flat=True)) == set(school.children)
    assert not GroupRound.objects.filter(group=school.next_door).exists()


def test_leaders_plan_only_their_own_units(school: School) -> None:
    with pytest.raises(RuleBroken, match="round_without_groups"):
        plan_round(by=school.henrik, name="Forår 2026", starts=STARTS, due=DUE, kinds=["skole"])
    row = plan_round(by=school.ulla, name="Forår 2026", starts=STARTS, due=DUE, kinds=["skole"])
    assert [line.group_round.group.name for line in lines(school.ulla, row)] == ["2.B"]
    assert lines(school.henrik, row) == []


@pytest.mark.parametrize("name", ["jonas", "emil", "nadia"])
def test_others_plan_nothing(school: School, name: str) -> None:
    with pytest.raises(NotVisible):
        plan_round(by=getattr(school, name), name="Forår 2026", starts=STARTS, due=DUE, kinds=["skole"])


def test_a_second_window_in_the_same_round_leaves_the_first(school: School) -> None:
    row = school.plan().round
    with pytest.raises(RuleBroken, match="round_without_groups"):
        plan_round(by=school.ib, name="", starts=STARTS, due=DUE, kinds=["skole"], into=row)
    enrol("Nabo", school.unit, school.next_door)
    plan_round(by=school.ib, name="", starts=DUE, due=DUE + timedelta(days=20), kinds=["skole"], into=row)
    starts = dict(row.groups.values_list("group__name", "starts"))
    assert starts == {"2.B": STARTS, "2.A": DUE}


def test_a_group_opens_by_itself_when_the_parents_are_told(school: School) -> None:
    group_round = school.open()
    assert group_round.state == "open"
    given = Task.objects.filter(kind=tasks.ASSESS, source=group_round.ref)
    assert {task.person for task in given} == {school.jonas, school.pia}
    assert {task.due for task in given} == {DUE}
    assert Change.objects.filter(action="round.open", person=None, row=group_round.ref).exists()


def test_one_family_without_its_language_holds_the_group_back(school: School) -> None:
    school.children["Omar"] = enrol("Omar", school.unit, school.group, language="arabisk")
    group_round = school.tell(school.plan(), "da")
    assert group_round.state == "planned"
    (line,) = lines(school.ib, group_round.round)
    assert (line.readiness.covered, line.readiness.children, line.waits) == (5, 6, ("notice_missing",))
    assert school.tell(group_round, "da", "ar").state == "open"
    assert RoundChild.objects.get(child__first_name="Omar").notice != RoundChild.objects.get(child__first_name="Ella").notice


def test_a_group_waits_for_its_assessors_and_the_leader_is_told(school: School) -> None:
    Assignment.objects.filter(employment__person=school.pia).update(assesses=False)
    group_round = school.open()
    assert group_round.state == "planned"
    open_groups()
    task = Task.objects.get(kind=tasks.PREPARE)
    assert (task.person, task.source, task.child) == (school.ulla, group_round.ref, None)
    Assignment.objects.filter(employment__person=school.pia).update(assesses=True)
    open_groups()
    group_round.refresh_from_db()
    assert group_round.state == "open"
    task.refresh_from_db()
    assert task.done_at is not None


def test_a_group_waits_for_its_window(school: School) -> None:
    with clock.frozen(clock.local_midnight(date(2026, 2, 20))):
        group_round = school.open()
        assert group_round.state == "planned"
        open_groups()
        assert not Task.objects.filter(kind=tasks.PREPARE).exists()
    with clock.frozen(clock.local_midnight(STARTS)):
        open_groups()
    group_round.refresh_from_db()
    assert group_round.state == "open"


def test_opening_twice_changes_nothing(school: School) -> None:
    group_round = school.open()
    assert not open_if_ready(group_round)
    open_groups()
    assert Task.objects.filter(kind=tasks.ASSESS).count() == 2


def test_the_round_follows_the_children(school: School) -> None:
    group_round = school.open()
    Enrolment.objects.filter(child=school.children["Ella"]).update(closes=date(2026, 3, 5))
    enrol("Ny", school.unit, school.group)
    open_groups()
    assert school.row("Ella").left_on == clock.today()
    new = RoundChild.objects.get(child__first_name="Ny")
    assert (new.group_round, new.notice) == (group_round, None)


def test_a_notice_is_not_sent_tomorrow_nor_by_another_leader(school: School) -> None:
    group_round = school.plan()
    given: dict[str, Any] = {"group_round": group_round, "text": "2026-1", "channel": "papir", "languages": ["da"]}
    with pytest.raises(RuleBroken, match="notice_in_the_future"):
        give_notice(by=school.ulla, sent_on=date(2026, 3, 11), **given)
    for name in ("henrik", "jonas", "nadia"):
        with pytest.raises(NotVisible):
            give_notice(by=getattr(school, name), sent_on=date(2026, 3, 9), **given)


def test_the_units_own_leader_tells_the_parents(school: School) -> None:
    group_round = school.plan()
    given: dict[str, Any] = {"group_round": group_round, "text": "2026-1", "channel": "papir", "languages": ["da"]}
    notice = give_notice(by=school.ulla, sent_on=date(2026, 3, 9), **given)
    assert notice.children.count() == 5
    group_round.refresh_from_db()
    assert group_round.state == "open"


def test_calling_off_deletes_what_was_assessed(school: School) -> None:
    group_round = school.open()
    school.assess(school.jonas)
    cancel(by=school.ulla, group_round=group_round)
    assert not RoundChild.objects.exists()
    assert not Task.objects.filter(done_at=None).exists()
    assert permissions.assessing(school.jonas).count() == 0


def test_calling_off_stops_at_the_reveal(school: School) -> None:
    group_round = school.talk()
    with pytest.raises(RuleBroken, match="not_from_this_state"):
        cancel(by=school.ulla, group_round=group_round)

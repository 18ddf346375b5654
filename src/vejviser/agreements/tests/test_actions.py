"""Agreements from making to ending: who may, who gets the task, what is kept."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest

from vejviser.accounts.models import Person
from vejviser.agreements import actions, tasks
from vejviser.agreements.jobs import ask_for_new_dates
from vejviser.agreements.models import Agreement, NewDate
from vejviser.agreements.tests.conftest import House
from vejviser.audit.models import Change
from vejviser.foundation import clock
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.organisation.models import Employment
from vejviser.worklist.queries import open_tasks

FRIDAY = date(2026, 3, 13)


def make(house: House, who: Person | str, **more: Any) -> Agreement:
    given: dict[str, Any] = {"due": FRIDAY, "child": house.konrad, "what": "Vente ved lågen", **more}
    return actions.make_agreement(by=house.mette, who=who, source_kind="concern", source=uuid.uuid4(), **given)


def todo(person: Person) -> list[str]:
    return [task.kind for task in open_tasks(person)]


def test_whoever_promises_gets_the_task_and_the_change_is_recorded(house: House) -> None:
    made = make(house, house.jens)
    task = open_tasks(house.jens).get()
    assert (task.kind, task.due, task.link, task.child) == (tasks.DO, FRIDAY, made.address(), house.konrad.ref)
    assert task.others_wait
    assert "Vente" not in str(task.facts)
    change = Change.objects.get(action="agreement.make")
    assert (change.row, change.child, change.person) == (made.ref, house.konrad.ref, house.mette.ref)
    assert "Vente" not in str(change.facts)


def test_what_the_family_does_is_followed_by_the_maker(house: House) -> None:
    made = make(house, "Camilla, mor")
    assert (made.owner, made.who) == (None, "Camilla, mor")
    assert todo(house.mette) == [tasks.DO]
    assert not open_tasks(house.mette).get().others_wait


@pytest.mark.parametrize("name", ["nadia", "ole", "henrik"])
def test_nobody_promises_for_a_child_they_may_not_read_about(house: House, name: str) -> None:
    with pytest.raises(RuleBroken, match="owner_cannot_read"):
        make(house, getattr(house, name))


@pytest.mark.parametrize("name", ["nadia", "ole", "henrik"])
def test_only_those_with_the_right_make_agreements(house: House, name: str) -> None:
    given: dict[str, Any] = {
        "what": "Vente",
        "who": "mor",
        "due": FRIDAY,
        "source_kind": "concern",
        "source": uuid.uuid4(),
    }
    with pytest.raises(NotVisible):
        actions.make_agreement(by=getattr(house, name), child=house.konrad, **given)
    assert not Agreement.objects.exists()


@pytest.mark.parametrize(("name", "may"), [("mette", True), ("nadia", False), ("ole", False), ("henrik", False)])
def test_a_group_s_agreement_is_made_by_those_who_work_there(house: House, name: str, may: bool) -> None:
    given: dict[str, Any] = {"what": "Rolig garderobe", "who": "os alle", "due": FRIDAY, "source_kind": "screening"}
    person: Person = getattr(house, name)
    if not may:
        with pytest.raises(NotVisible):
            actions.make_agreement(by=person, group=house.room, source=uuid.uuid4(), **given)
        return
    made = actions.make_agreement(by=person, group=house.room, source=uuid.uuid4(), **given)
    assert made.child is None
    assert open_tasks(person).get().child is None


@pytest.mark.parametrize("name", ["nadia", "ole", "henrik"])
def test_only_those_with_the_right_end_or_move_it(house: House, name: str) -> None:
    made = make(house, house.jens)
    person: Person = getattr(house, name)
    with pytest.raises(NotVisible):
        actions.finish_agreement(by=person, agreement=made)
    with pytest.raises(NotVisible):
        actions.replan_agreement(by=person, agreement=made, due=FRIDAY, why="ferie")
    with pytest.raises(NotVisible):
        actions.drop_agreement(by=person, agreement=made, why="ferie")
    assert Agreement.objects.get().state == "open"


def test_done_closes_the_task_and_happens_once(house: House) -> None:
    made = actions.finish_agreement(by=house.mette, agreement=make(house, house.jens), outcome="Det hjalp")
    assert (made.state, made.outcome) == ("done", "Det hjalp")
    assert todo(house.jens) == []
    with pytest.raises(RuleBroken, match="not_from_this_state"):
        actions.finish_agreement(by=house.jens, agreement=made)


def test_without_words_about_the_outcome_the_day_of_evaluation_asks(house: House) -> None:
    made = make(house, house.jens, evaluate_on=date(2026, 3, 27))
    actions.finish_agreement(by=house.jens, agreement=made)
    assert todo(house.jens) == [tasks.EVALUATE]
    with pytest.raises(RuleBroken, match="outcome_needs_words"):
        actions.evaluate_agreement(by=house.jens, agreement=made, outcome=" ")
    actions.evaluate_agreement(by=house.jens, agreement=made, outcome="Han siger selv hej")
    assert todo(house.jens) == []


def test_a_moved_date_keeps_the_old_one_and_the_reason(house: House) -> None:
    made = make(house, house.jens, evaluate_on=date(2026, 3, 20))
    later = date(2026, 3, 24)
    actions.replan_agreement(by=house.jens, agreement=made, due=later, why="Konrad var syg")
    kept = NewDate.objects.get()
    assert (kept.before, kept.after, kept.why) == (FRIDAY, later, "Konrad var syg")
    made.refresh_from_db()
    assert (made.by_when, made.evaluate_on) == (later, later)
    assert open_tasks(house.jens).get().due == later


def test_two_who_move_the_date_at_once_do_not_overwrite_each_other(house: House) -> None:
    made = make(house, house.jens)
    stale = Agreement.objects.get()
    actions.replan_agreement(by=house.jens, agreement=made, due=date(2026, 3, 24), why="ferie", seen=1)
    with pytest.raises(Conflict):
        actions.replan_agreement(by=house.mette, agreement=stale, due=date(2026, 3, 25), why="ferie", seen=1)
    assert NewDate.objects.count() == 1


def test_wait_and_see_has_a_reason_a_day_and_a_task_for_that_day(house: House) -> None:
    given: dict[str, Any] = {"by": house.mette, "child": house.konrad, "source_kind": "concern", "source": uuid.uuid4()}
    with pytest.raises(RuleBroken, match="wait_needs_reason"):
        actions.wait_and_see(why="", until=FRIDAY, **given)
    made = actions.wait_and_see(why="Lige begyndt", until=FRIDAY, **given)
    assert (made.waits, made.owner) == (True, house.mette)
    assert [(task.kind, task.due) for task in open_tasks(house.mette)] == [(tasks.LOOK, FRIDAY)]


def test_the_day_itself_is_in_time_and_the_day_after_asks_for_a_new_date(house: House) -> None:
    make(house, house.jens)
    with clock.frozen(clock.local_midnight(FRIDAY) + timedelta(hours=8)):
        assert ask_for_new_dates() == "0 overdue"
        assert todo(house.jens) == [tasks.DO]
    with clock.frozen(clock.local_midnight(FRIDAY) + timedelta(hours=32)):
        assert ask_for_new_dates() == ask_for_new_dates() == "1 overdue"
        assert todo(house.jens) == [tasks.REPLAN]


def test_an_overdue_agreement_of_somebody_who_left_goes_to_the_maker(house: House) -> None:
    make(house, house.jens)
    Employment.objects.filter(person=house.jens).update(closes=FRIDAY)
    with clock.frozen(clock.local_midnight(FRIDAY) + timedelta(hours=32)):
        ask_for_new_dates()
        assert todo(house.jens) == []
        assert todo(house.mette) == [tasks.REPLAN]

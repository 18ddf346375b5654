"""What an import may not do by itself: loosen protection or custody, declare a birth, undo what people have written."""

from datetime import date

import pytest

from vejviser.children.models import Child, Custody
from vejviser.exchange.tests import files
from vejviser.exchange.tests.importing import child, custody, enrolments, held, numbers, run
from vejviser.foundation.clock import local_midnight
from vejviser.organisation.models import Assignment, Employment, Group

pytestmark = pytest.mark.django_db


def _protected(code: str, to: str = "") -> files.Table:
    header = [*files.CHILDREN[0], "beskyttelse_til"]
    rows = [[*row, ""] for row in files.CHILDREN[1:]]
    return files.edited([header, *rows], 2, beskyttelse=code, beskyttelse_til=to)


@pytest.mark.parametrize(("code", "to"), [("ingen", ""), ("adresse", "31-12-2026")])
def test_less_protection_waits_and_the_rest_of_the_row_is_written(code: str, to: str) -> None:
    run()
    table = files.edited(_protected(code, to), 2, efternavn="Bruun")
    plan = run(boern=table)
    sofus = child("c2")
    assert (sofus.protection, sofus.protection_to, sofus.last_name) == ("adresse", None, "Bruun")
    assert held(plan) == ["protection_lifted"]
    again = run(boern=table)
    assert again.changes_nothing()
    assert held(again) == ["protection_lifted"]


def test_more_protection_holds_at_once() -> None:
    run()
    assert held(run(boern=_protected("navn_og_adresse"))) == []
    assert child("c2").protection == "navn_og_adresse"


def test_protection_that_has_run_out_may_be_taken_away() -> None:
    run()
    Child.objects.filter(source_id="c2").update(protection_to=date(2026, 3, 9))
    assert held(run(boern=_protected("ingen"))) == []
    assert child("c2").protection == "ingen"


@pytest.mark.parametrize("code", ["ingen", "navn_og_adresse"])
def test_protection_set_by_hand_is_never_overwritten(code: str) -> None:
    run()
    Child.objects.filter(source_id="c2").update(protection_manual=True)
    plan = run(boern=_protected(code))
    assert (child("c2").protection, held(plan), plan.changes_nothing()) == ("adresse", [], True)


def test_a_birth_is_confirmed_by_a_person() -> None:
    header = [*files.CHILDREN[0], "ufoedt"]
    known = [[*row, ""] for row in files.CHILDREN[1:]]
    expected = ["reg", "c3", "", "Ufødt", "Holm", "01-04-2026", "ingen", "", "ja"]
    born = ["reg", "c3", "050326-4011", "Viola", "Holm", "05-03-2026", "ingen", "", "nej"]
    run(boern=[header, *known, expected])
    plan = run(boern=[header, *known, born])
    viola = child("c3")
    assert (viola.unborn, viola.birth_date, viola.cpr, viola.first_name) == (True, date(2026, 4, 1), "", "Viola")
    assert held(plan) == ["birth_unconfirmed"]


def _family(row: int, **cells: str) -> files.Table:
    return files.edited(files.GUARDIANS, row, **cells)


def test_a_stronger_right_waits() -> None:
    run()
    plan = run(guardians=_family(1, custody="ene"))
    assert (custody("p1").kind, custody("p1").version, held(plan)) == ("faelles", 1, ["custody_loosened"])


def test_a_lost_right_is_lost_at_once() -> None:
    run()
    plan = run(guardians=_family(2, custody="ingen"))
    assert (custody("p2").kind, held(plan)) == ("ingen", [])


def test_a_ban_on_contact_holds_at_once_and_is_not_lifted_by_a_file() -> None:
    run()
    run(guardians=_family(2, contact_ban="ja"))
    assert custody("p2").contact_ban
    plan = run()
    assert custody("p2").contact_ban
    assert held(plan) == ["custody_loosened"]


def test_a_ban_does_not_end_because_its_row_is_gone() -> None:
    run()
    plan = run(guardians=files.without(files.GUARDIANS, 4))
    assert (custody("p4", "c2").closes, held(plan)) == (None, ["ban_left_out"])


def test_an_adult_without_a_ban_who_is_gone_loses_custody() -> None:
    run()
    plan = run(guardians=files.without(files.GUARDIANS, 2))
    assert custody("p2").closes == date(2026, 3, 9)
    assert (numbers(plan, "guardians"), held(plan)) == ((0, 0, 3, 1), [])


def test_a_new_custody_holder_of_a_known_child_waits() -> None:
    run()
    plan = run(guardians=[*files.GUARDIANS, ["reg", "c1", "p9", "Ny", "Voksen", "", "faelles", "ja", "nej", "2026-03-01", ""]])
    assert held(plan) == ["custody_given"]
    assert Custody.objects.filter(guardian__source_id="p9").count() == 0


def test_joint_custody_does_not_end_while_its_successor_waits() -> None:
    run()
    changed = [
        *files.edited(files.GUARDIANS, 1, to="2026-02-28"),
        ["reg", "c1", "p1", *files.GUARDIANS[1][3:6], "ene", "ja", "nej", "2026-03-01", ""],
    ]
    plan = run(guardians=changed)
    assert (custody("p1").kind, custody("p1").closes, held(plan)) == ("faelles", None, ["custody_given"])


def test_custody_that_nobody_knew_yet_is_taken_from_the_files() -> None:
    run(guardians=[])
    assert held(run()) == []
    assert Custody.objects.count() == 4


def test_custody_written_by_hand_is_never_changed_or_ended() -> None:
    run()
    Custody.objects.filter(guardian__source_id__in=("p1", "p2")).update(manual=True)
    plan = run(guardians=files.without(_family(1, custody="ingen"), 2))
    assert [(custody(adult).kind, custody(adult).closes) for adult in ("p1", "p2")] == [("faelles", None)] * 2
    assert held(plan) == []


def test_an_assignment_written_by_hand_is_never_ended_or_doubled() -> None:
    run(assignments=files.ASSIGNMENTS[:1] + files.ASSIGNMENTS[2:])
    mette, room = Employment.objects.get(person__source_id="e1"), Group.objects.get(source_id="g1")
    by_hand = Assignment.objects.create(employment=mette, unit=room.unit, group=room, manual=True)
    plan = run()
    assert numbers(plan, "assignments") == (0, 0, 2, 0)
    run(assignments=files.without(files.ASSIGNMENTS, 1))
    by_hand.refresh_from_db()
    assert (by_hand.closes_at, by_hand.version, Assignment.objects.filter(employment=mette).count()) == (None, 1, 1)


def test_an_employee_who_is_gone_loses_work_and_assignment_today() -> None:
    run()
    run(employees=files.without(files.EMPLOYEES, 1), assignments=files.without(files.ASSIGNMENTS, 1))
    assert Employment.objects.get(person__source_id="e1").closes == date(2026, 3, 9)
    assert Assignment.objects.get(employment__person__source_id="e1").closes_at == local_midnight(date(2026, 3, 10))
    assert enrolments()[0].closes is None


def test_a_stand_in_of_one_day_ends_at_midnight() -> None:
    stand_in = ["pay", "e2", "u1", "g1", "", "2026-03-10", "2026-03-10"]
    run(assignments=[*files.ASSIGNMENTS, stand_in])
    row = Assignment.objects.get(employment__person__source_id="e2", group__source_id="g1")
    assert (row.opens_at, row.closes_at) == (local_midnight(date(2026, 3, 10)), local_midnight(date(2026, 3, 11)))


def test_work_at_another_unit_rests_on_the_employment_that_visits() -> None:
    nurse = [["pay", "e3", "Karin", "Storm", "", "leder", "u1", "2020-01-01", ""],
             ["pay", "e3", "Karin", "Storm", "", "sundhedsplejerske", "u1", "2020-01-01", ""]]  # fmt: skip
    run(employees=[*files.EMPLOYEES, *nurse], assignments=[*files.ASSIGNMENTS, ["pay", "e3", "u2", "", "", "2020-01-01", ""]])
    work = Assignment.objects.get(employment__person__source_id="e3")
    assert (work.employment.role, work.unit.source_id, work.group) == ("sundhedsplejerske", "u2", None)

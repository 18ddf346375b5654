"""The leader decides who works where, in the own house only, and every change is written down."""

import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from vejviser.accounts.models import Person
from vejviser.audit.models import Change
from vejviser.foundation import clock
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.organisation.actions import (
    change_row,
    choose_assessors,
    end_today,
    place,
    set_primaries,
    stand_in,
)
from vejviser.organisation.models import Assignment, Employment, Primary, Proposal
from vejviser.organisation.proposal_actions import answer, propose
from vejviser.organisation.queries import open_assignments
from vejviser.organisation.tests.conftest import House, assign, employ

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 10)
SIX_TODAY = datetime(2026, 3, 10, 17, 0, tzinfo=UTC)
ALMA, VIGGO = uuid.uuid4(), uuid.uuid4()


def row_of(work: Employment) -> Assignment:
    return Assignment.objects.get(employment=work)


def recorded() -> list[str]:
    return list(Change.objects.order_by("pk").values_list("action", flat=True))


def test_a_new_row_opens_at_midnight_of_its_day_and_closes_after_its_last(house: House) -> None:
    row = place(
        by=house.person("Henrik"),
        employment=house.people["Ali"],
        unit=house.unit,
        group=house.room("Kløverne"),
        opens=TODAY,
        closes=date(2026, 3, 31),
        assesses=True,
    )
    row.refresh_from_db()
    assert row.opens_at == datetime(2026, 3, 9, 23, tzinfo=UTC)
    assert row.closes_at == datetime(2026, 3, 31, 22, tzinfo=UTC)
    assert (row.manual, row.assesses) == (True, True)
    assert row in open_assignments()
    assert recorded() == ["assignment.open"]


def test_somebody_is_in_a_room_once_at_a_time(house: House) -> None:
    mette, room = house.people["Mette"], house.room("Solsikkerne")
    with pytest.raises(RuleBroken, match="house_already_there"):
        place(by=house.person("Henrik"), employment=mette, unit=house.unit, group=room, opens=TODAY)
    end_today(by=house.person("Henrik"), row=row_of(mette), seen=1)
    place(by=house.person("Henrik"), employment=mette, unit=house.unit, group=room, opens=TODAY + timedelta(days=1))


@pytest.mark.parametrize("room", ["Solsikkerne", None])
def test_the_database_holds_one_open_row_too(house: House, room: str | None) -> None:
    ali, group = house.people["Ali"], house.rooms.get(room or "")
    assign(ali, group)
    with pytest.raises(IntegrityError), transaction.atomic():
        assign(ali, group)


def test_a_stand_in_is_there_until_six_today_and_asking_twice_changes_nothing(house: House) -> None:
    ali, room = house.people["Ali"], house.room("Solsikkerne")
    first = stand_in(by=house.person("Henrik"), employment=ali, group=room)
    assert first.closes_at == SIX_TODAY
    assert stand_in(by=house.person("Henrik"), employment=ali, group=room) == first
    assert recorded() == ["assignment.stand_in"]
    with clock.frozen(SIX_TODAY):
        assert first not in open_assignments()
        with pytest.raises(RuleBroken, match="house_day_is_over"):
            stand_in(by=house.person("Henrik"), employment=ali, group=room)


def test_a_row_ends_at_six_and_a_stand_in_at_once(house: House) -> None:
    henrik, mette = house.person("Henrik"), row_of(house.people["Mette"])
    assert end_today(by=henrik, row=mette, seen=1).closes_at == SIX_TODAY
    emil = stand_in(by=henrik, employment=house.people["Ali"], group=house.room("Kløverne"))
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        assert end_today(by=henrik, row=emil, seen=1).closes_at == clock.now()


def test_a_row_that_is_over_does_not_come_back(house: House) -> None:
    mette, ended = row_of(house.people["Mette"]), clock.local_midnight(date(2026, 3, 1))
    Assignment.objects.filter(pk=mette.pk).update(closes_at=ended)
    mette.refresh_from_db()
    assert end_today(by=house.person("Henrik"), row=mette, seen=1).closes_at == ended


def test_more_days_for_a_stand_in_and_the_moments_that_were_not_changed_stay(house: House) -> None:
    henrik = house.person("Henrik")
    row = stand_in(by=henrik, employment=house.people["Ali"], group=house.room("Kløverne"))
    change_row(by=henrik, row=row, seen=1, opens=TODAY, closes=TODAY, assesses=True)
    assert (row.opens_at, row.closes_at) == (clock.now(), SIX_TODAY)
    change_row(by=henrik, row=row, seen=2, opens=TODAY, closes=date(2026, 3, 12), assesses=True)
    assert row.closes_at == clock.local_midnight(date(2026, 3, 13))


def test_of_two_changes_at_once_the_second_is_told(house: House) -> None:
    henrik, row = house.person("Henrik"), row_of(house.people["Mette"])
    change_row(by=henrik, row=row, seen=1, opens=date(2025, 8, 1), closes=None, assesses=False)
    with pytest.raises(Conflict):
        change_row(by=henrik, row=row_of(house.people["Mette"]), seen=1, opens=TODAY, closes=None, assesses=True)


def test_exactly_those_chosen_assess(house: House) -> None:
    mette, jens = row_of(house.people["Mette"]), row_of(house.people["Jens"])
    ali = assign(house.people["Ali"], house.room("Solsikkerne"))
    choose_assessors(by=house.person("Henrik"), group=house.room("Solsikkerne"), chosen={mette.ref, ali.ref})
    chosen = Assignment.objects.filter(group=house.room("Solsikkerne"), assesses=True)
    assert set(chosen) == {mette, ali}
    assert recorded() == ["assignment.assesses"] * 2
    assert jens not in chosen


def test_a_child_has_one_primary_adult_and_both_changes_name_the_child(house: House) -> None:
    henrik, mette, jens = house.person("Henrik"), row_of(house.people["Mette"]), row_of(house.people["Jens"])
    set_primaries(by=henrik, assignment=mette, seen=1, children=[ALMA, VIGGO])
    set_primaries(by=henrik, assignment=jens, seen=1, children=[ALMA])
    assert set(Primary.objects.values_list("assignment", "child")) == {(mette.pk, VIGGO), (jens.pk, ALMA)}
    of_alma = Change.objects.filter(child=ALMA).order_by("pk").values_list("action", flat=True)
    assert list(of_alma) == ["primary.set", "primary.unset", "primary.set"]
    with pytest.raises(Conflict):
        set_primaries(by=henrik, assignment=mette, seen=1, children=[])
    set_primaries(by=henrik, assignment=mette, seen=2, children=[])
    assert not mette.primaries.exists()


def proposed(house: House, closes: date | None = None) -> Proposal:
    return propose(
        source="loen",
        source_id="a-17",
        employment=house.people["Ali"],
        unit=house.unit,
        group=house.room("Kløverne"),
        opens=TODAY,
        closes=closes,
        assesses=False,
    )


def test_an_import_proposes_and_only_the_leaders_yes_makes_a_row(house: House) -> None:
    proposal = proposed(house)
    assert not Assignment.objects.filter(employment=house.people["Ali"]).exists()
    answer(by=house.person("Henrik"), proposal=proposal, seen=1, accept=True)
    assert row_of(house.people["Ali"]).group == house.room("Kløverne")


def test_a_no_stands_until_the_import_proposes_something_else(house: House) -> None:
    answer(by=house.person("Henrik"), proposal=proposed(house), seen=1, accept=False)
    assert proposed(house).accepted is False
    assert proposed(house, closes=TODAY).accepted is None
    assert not Assignment.objects.filter(employment=house.people["Ali"]).exists()


# --- nobody touches a house they do not lead ---

Act = Callable[[Person, House], Any]
ACTS: dict[str, Act] = {
    "place": lambda by, house: place(by=by, employment=house.people["Ali"], unit=house.unit, group=None, opens=TODAY),
    "stand_in": lambda by, house: stand_in(by=by, employment=house.people["Ali"], group=house.room("Kløverne")),
    "change": lambda by, house: change_row(
        by=by, row=row_of(house.people["Mette"]), seen=1, opens=TODAY, closes=None, assesses=False
    ),
    "end": lambda by, house: end_today(by=by, row=row_of(house.people["Mette"]), seen=1),
    "assessors": lambda by, house: choose_assessors(by=by, group=house.room("Solsikkerne"), chosen=[]),
    "primaries": lambda by, house: set_primaries(by=by, assignment=row_of(house.people["Mette"]), seen=1, children=[ALMA]),
    "answer": lambda by, house: answer(by=by, proposal=proposed(house), seen=1, accept=True),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_only_the_leader_of_this_house_today(house: House, next_door: House, act: Act) -> None:
    gone = employ(house.unit, "Former", "leder", closes=TODAY - timedelta(days=1))
    for stranger in (next_door.person("Ulla"), gone.person, house.person("Mette")):
        with pytest.raises(NotVisible):
            act(stranger, house)
    assert recorded() == []
    act(house.person("Henrik"), house)
    assert recorded()


def test_a_leader_takes_nobody_elses_people_and_gives_away_no_room_of_others(house: House, next_door: House) -> None:
    henrik, bodil, ali = house.person("Henrik"), next_door.people["Bodil"], house.people["Ali"]
    with pytest.raises(NotVisible):
        place(by=henrik, employment=bodil, unit=house.unit, group=house.room("Kløverne"), opens=TODAY)
    with pytest.raises(NotVisible):
        place(by=henrik, employment=ali, unit=house.unit, group=next_door.room("Egernene"), opens=TODAY)
    with pytest.raises(NotVisible):
        stand_in(by=henrik, employment=ali, group=next_door.room("Egernene"))


def test_somebody_from_outside_is_placed_by_their_own_leader(house: House, next_door: House) -> None:
    visitor = assign(next_door.people["Bodil"], None, unit=house.unit)
    for leader in (house.person("Henrik"), next_door.person("Ulla")):
        with pytest.raises(NotVisible):
            end_today(by=leader, row=visitor, seen=1)

"""Periods of work: pure."""

from datetime import UTC, date, datetime

import pytest

from vejviser.foundation.results import RuleBroken
from vejviser.organisation.house_rules import check_day_is_on, check_days, check_role, is_for_a_day, last_day, only_stands_in

TEN, SIX = datetime(2026, 3, 10, 10, tzinfo=UTC), datetime(2026, 3, 10, 18, tzinfo=UTC)
MIDNIGHT = datetime(2026, 3, 11, tzinfo=UTC)


@pytest.mark.parametrize(("ends", "last"), [(SIX, 10), (MIDNIGHT, 10), (datetime(2026, 3, 11, 0, 0, 1, tzinfo=UTC), 11)])
def test_midnight_belongs_to_the_day_before(ends: datetime, last: int) -> None:
    assert last_day(ends) == date(2026, 3, last)


@pytest.mark.parametrize(
    ("opens", "closes", "for_a_day"),
    [(TEN, SIX, True), (TEN, MIDNIGHT, True), (TEN, None, False), (TEN, datetime(2026, 3, 11, 9, tzinfo=UTC), False)],
)
def test_a_day_is_a_day(opens: datetime, closes: datetime | None, for_a_day: bool) -> None:
    assert is_for_a_day(opens, closes) is for_a_day


def test_a_stand_in_has_been_here_and_never_for_longer() -> None:
    assert only_stands_in([(TEN, SIX), (TEN, MIDNIGHT)])
    assert not only_stands_in([(TEN, SIX), (TEN, None)])
    assert not only_stands_in([])


def test_a_period_does_not_end_before_it_begins() -> None:
    check_days(date(2026, 3, 10), date(2026, 3, 10))
    check_days(date(2026, 3, 10), None)
    with pytest.raises(RuleBroken, match="house_dates"):
        check_days(date(2026, 3, 10), date(2026, 3, 9))


def test_after_six_there_is_nothing_to_stand_in_for() -> None:
    check_day_is_on(TEN, SIX)
    with pytest.raises(RuleBroken, match="house_day_is_over"):
        check_day_is_on(SIX, SIX)


def test_a_leader_sees_no_children_through_a_room() -> None:
    check_role("paedagog", "Mette")
    with pytest.raises(RuleBroken, match="house_role"):
        check_role("leder", "Henrik")

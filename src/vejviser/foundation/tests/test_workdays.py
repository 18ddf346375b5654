from datetime import date, timedelta

import pytest

from vejviser.foundation.workdays import add_months, add_workdays, easter, holidays, is_workday, workdays_after


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
        (2049, date(2049, 4, 18)),
    ],
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


def test_easter_is_always_a_sunday_in_its_five_weeks() -> None:
    for year in range(1900, 2200):
        day = easter(year)
        assert day.weekday() == 6
        assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_holidays_of_2026() -> None:
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 5, 14),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


def test_prayer_day_was_a_holiday_until_2023() -> None:
    assert not is_workday(date(2023, 5, 5))
    assert is_workday(date(2024, 4, 26))


@pytest.mark.parametrize("day", [date(2026, 3, 7), date(2026, 3, 8), date(2026, 4, 2), date(2026, 5, 25)])
def test_days_off(day: date) -> None:
    assert not is_workday(day)


@pytest.mark.parametrize("day", [date(2026, 3, 10), date(2026, 6, 5), date(2026, 12, 24), date(2026, 12, 31)])
def test_working_days(day: date) -> None:
    assert is_workday(day)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 3, 10), 0, date(2026, 3, 10)),
        (date(2026, 3, 10), 5, date(2026, 3, 17)),
        (date(2026, 3, 7), 1, date(2026, 3, 9)),
        (date(2026, 4, 1), 1, date(2026, 4, 7)),
        (date(2025, 12, 24), 3, date(2025, 12, 31)),
    ],
)
def test_add_workdays(start: date, count: int, end: date) -> None:
    assert add_workdays(start, count) == end


def test_a_deadline_is_not_in_the_past() -> None:
    with pytest.raises(ValueError, match="negative"):
        add_workdays(date(2026, 3, 10), -1)


def test_passed_days_agree_with_added_days() -> None:
    start = date(2026, 3, 20)
    for count in range(30):
        assert workdays_after(start, add_workdays(start, count)) == count
    assert workdays_after(start, start - timedelta(days=4)) == 0


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 2, 10), 3, date(2026, 5, 10)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2026, 11, 5), 1, date(2026, 12, 5)),
    ],
)
def test_add_months(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later

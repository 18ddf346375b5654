"""Dates as people write and say them."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from vejviser.ui import dates

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    "text",
    ["31. marts 2026", "31 mar 2026", "31-03-2026", "31.3.2026", "31/3 2026", "2026-03-31", "March 31, 2026", "31. MARTS 2026"],
)
def test_a_date_is_understood_however_it_is_written(text: str) -> None:
    assert dates.read(text) == date(2026, 3, 31)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i morgen",
        "31. marts",
        "31-03-26",
        "31. april 2026",
        "32-01-2026",
        "2026-13-01",
        "1. ma 2026",
        "1. m. 2026",
        "1-2-3-2026",
    ],
)
def test_what_is_no_date_or_may_be_two_is_refused(text: str) -> None:
    assert dates.read(text) is None


def test_the_day_of_a_moment_is_the_day_in_copenhagen() -> None:
    assert dates.local_day(datetime(2026, 3, 9, 23, 30, tzinfo=UTC)) == TODAY


@pytest.mark.parametrize(
    ("day", "said"),
    [(TODAY, "today"), (date(2026, 3, 11), "March 11"), (date(2025, 11, 20), "November 20, 2025")],
)
def test_the_year_is_said_only_when_it_is_another(day: date, said: str) -> None:
    with translation.override("en"):
        assert dates.in_words(day, TODAY).replace("Nov.", "November") == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 17), "by March 17"),
        (TODAY, "by today"),
        (date(2026, 3, 9), "1 day overdue"),
        (date(2026, 3, 6), "4 days overdue"),
    ],
)
def test_a_deadline_is_said_in_words(day: date, said: str) -> None:
    with translation.override("en"):
        assert dates.deadline(day, TODAY) == said


def test_danish_says_day_before_month_and_a_full_stop_in_times(danish: None) -> None:
    assert dates.in_words(date(2026, 3, 17), TODAY) == "17. marts"
    assert dates.deadline(date(2026, 3, 6), TODAY) == "4 dage over tid"
    assert dates.time_of_day(datetime(2026, 3, 10, 9, 42, tzinfo=UTC)) == "10.42"

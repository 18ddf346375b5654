"""What comes first, what is counted, and when people are reminded."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from vejviser.worklist.rules import count, most_important, reminder_is_due, upcoming

TUESDAY = date(2026, 3, 10)


@dataclass
class Item:
    name: str
    days: int | None
    others_wait: bool = False

    @property
    def due(self) -> date | None:
        return None if self.days is None else TUESDAY + timedelta(days=self.days)


@pytest.mark.parametrize(
    ("items", "first"),
    [
        ([], None),
        ([Item("later", 1, True)], None),
        ([Item("undated", None, True)], None),
        ([Item("mine", -3), Item("waiting", 0, True)], "waiting"),
        ([Item("waiting", 0, True), Item("waiting longer", -1, True)], "waiting longer"),
        ([Item("today", 0), Item("overdue", -4), Item("waiting later", 2, True)], "overdue"),
    ],
)
def test_what_others_wait_for_comes_first_among_what_is_due(items: list[Item], first: str | None) -> None:
    chosen = most_important(items, TUESDAY)
    assert (chosen.name if chosen else None) == first


def test_a_quiet_day_names_the_next_date() -> None:
    chosen = upcoming([Item("late", -1), Item("friday", 3), Item("thursday", 2), Item("undated", None)], TUESDAY)
    assert chosen
    assert chosen.name == "thursday"


def test_the_week_ends_on_sunday() -> None:
    items = [Item("late", -4), Item("today", 0), Item("sunday", 5), Item("monday", 6), Item("undated", None)]
    assert count(items, TUESDAY) == (2, 1)


@pytest.mark.parametrize(
    ("due", "reminded", "expected"),
    [(1, None, False), (0, None, True), (0, 0, False), (-6, -6, False), (-7, -7, True), (0, -3, True), (-3, -1, False)],
)
def test_reminded_on_the_day_and_then_weekly(due: int, reminded: int | None, expected: bool) -> None:
    before = None if reminded is None else TUESDAY + timedelta(days=reminded)
    assert reminder_is_due(TUESDAY + timedelta(days=due), before, TUESDAY) is expected

"""What is known of Fjordlund while its roster is written: rows by kind, with the fields of the roster's columns."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from vejviser.children import cpr

WRITTEN_FOR = date(2026, 3, 10)
"""The day on which the dates of the cast are written; they move with the demo's day."""


class Unit(NamedTuple):
    unit_id: str
    name: str
    type: str
    district: str
    authority: str
    opens: date
    private: bool = False
    closes: date | None = None


class Group(NamedTuple):
    group_id: str
    unit_id: str
    name: str
    kind: str
    opens: date
    closes: date | None = None


class Employee(NamedTuple):
    employee_id: str
    cpr: str
    first_name: str
    last_name: str
    email: str
    role: str
    unit_id: str
    opens: date
    closes: date | None = None


class Assignment(NamedTuple):
    employee_id: str
    unit_id: str
    group_id: str
    assesses: bool
    opens: date
    closes: date | None = None


class Child(NamedTuple):
    child_id: str
    cpr: str
    first_name: str
    last_name: str
    birth_date: date
    unborn: bool
    address: str
    postcode: str
    city: str
    protection: str
    protection_to: date | None
    interpreter: bool


class Guardian(NamedTuple):
    child_id: str
    guardian_id: str
    cpr: str
    first_name: str
    last_name: str
    phone: str
    email: str
    custody: str
    lives_with: bool
    contact_ban: bool
    language: str
    opens: date
    closes: date | None = None


class Enrolment(NamedTuple):
    child_id: str
    unit_id: str
    group_id: str
    opens: date
    closes: date | None = None


@dataclass
class World:
    """The rows so far, the one source of chance, and the day everything is relative to."""

    day: date
    random: Random
    units: list[Unit] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    employees: list[Employee] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    children: list[Child] = field(default_factory=list)
    guardians: list[Guardian] = field(default_factory=list)
    enrolments: list[Enrolment] = field(default_factory=list)
    numbers_given: set[str] = field(default_factory=set)

    @property
    def school_year(self) -> int:
        """The year in which the running school year began, in August."""
        return self.day.year - (self.day.month < 8)

    def at(self, written: str) -> date:
        """A date as it is written for 10 March 2026, moved with the day."""
        return self.day + (date.fromisoformat(written) - WRITTEN_FOR)

    def class_start(self, level: int) -> date:
        """The first day in school of the children who are in `level` now."""
        return date(self.school_year - level, 8, 1)

    def level(self, born: date) -> int:
        """The class a child goes to by age; below 0 not yet in school, above 9 out of it."""
        return self.school_year - born.year - 6

    def months_ago(self, months: int) -> date:
        """The first day of a month, so many months before the day."""
        year, month = divmod(self.day.year * 12 + self.day.month - 1 - months, 12)
        return date(year, month + 1, 1)

    def number(self, born: date, female: bool, *, replacement: bool = False) -> str:
        """A CPR number that nobody has: it fails the check that numbers of people pass, and is given once."""
        day = born.day + (cpr.REPLACEMENT if replacement else 0)
        for serial in self._serials(born, female):
            digits = f"{day:02}{born:%m%y}{serial:04}"
            if digits not in self.numbers_given and not cpr.passes_modulus_11(digits):
                self.numbers_given.add(digits)
                return digits
        raise AssertionError("more people born on a day than numbers")

    def _serials(self, born: date, female: bool) -> Iterator[int]:
        """Serial numbers whose first digit tells the century and whose last tells the sex, in an order of chance."""
        low, high = (4000, 9999) if born.year >= 2000 else (0, 3999)
        start = self.random.randint(low, high)
        for step in range(high - low + 1):
            serial = low + (start - low + step) % (high - low + 1)
            if serial % 2 == (not female):
                yield serial

    def rows(self, kind: str) -> list[Any]:
        """The rows of a kind of roster file."""
        found: list[Any] = getattr(self, kind)
        return found


def days_ago(day: date, random: Random, least: int, most: int) -> date:
    """A day of chance, so many days back."""
    return day - timedelta(days=random.randint(least, most))

"""The tables that a roster fills: which columns are compared, what names a row, and what ends it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from vejviser.accounts.models import Person
from vejviser.children.models import Child, Custody, Enrolment, Guardian
from vejviser.foundation.clock import local_midnight
from vejviser.organisation.models import Assignment, Employment, Group, Unit

LINKS = {
    "unit": "units", "group": "groups", "person": "people", "employment": "employments", "child": "children",
    "guardian": "guardians",
}  # fmt: skip
"""Columns that hold a row of another table: its primary key, or the key of a row that is still to be made."""
EMPTY = frozenset({"closes", "closes_at", "protection_to", "group"})
"""Columns in which an empty cell means "none"; in all others it means "unknown" and changes nothing."""


@dataclass(frozen=True)
class Target:
    """One table. `same` are the columns by which a row is found again when its source id is new."""

    name: str
    kind: str
    model: type[Any]
    columns: tuple[str, ...]
    same: tuple[str, ...]
    closes: str = ""
    by_hand: str = ""
    stored_as: dict[str, str] = field(default_factory=dict)

    def lookups(self) -> list[str]:
        """The columns as they are read from the database."""
        return [f"{name}_id" if name in LINKS else self.stored_as.get(name, name) for name in self.columns]

    def at(self, column: str) -> int:
        """The place of a column among the values."""
        return self.columns.index(column)

    @property
    def opens(self) -> str:
        """The column of the first day or moment."""
        return self.closes.replace("closes", "opens")

    def is_open(self, values: tuple[Any, ...], today: date) -> bool:
        """Whether a row holds today or later; one that has no end always does."""
        end = values[self.at(self.closes)] if self.closes else None
        return end is None or (end > local_midnight(today) if isinstance(end, datetime) else end >= today)

    def identity(self, values: tuple[Any, ...]) -> tuple[Any, ...] | None:
        """The values of `same`, or None when they say nothing."""
        own = tuple(values[self.at(name)] for name in self.same)
        return own if own and own[0] else None


PERIOD = ("opens", "closes")
TARGETS = (
    Target("units", "units", Unit, ("name", "kind", "district", "authority", "private", *PERIOD), (), "closes",
           stored_as={"district": "district__name"}),
    Target("groups", "groups", Group, ("name", "kind", *PERIOD, "unit"), (), "closes"),
    Target("people", "employees", Person, ("first_name", "last_name", "cpr", "email"), ("cpr",)),
    Target("employments", "employees", Employment, ("person", "unit", "role", *PERIOD), ("person", "unit", "role"), "closes"),
    Target("assignments", "assignments", Assignment, ("employment", "unit", "group", "assesses", "opens_at", "closes_at"),
           ("employment", "unit", "group"), "closes_at", "manual"),
    Target("children", "children", Child,
           ("first_name", "last_name", "cpr", "birth_date", "unborn", "address", "postcode", "city", "protection",
            "protection_to", "interpreter"), ("cpr",), by_hand="protection_manual"),
    Target("guardians", "guardians", Guardian, ("first_name", "last_name", "cpr", "phone", "email", "language"), ("cpr",)),
    Target("custodies", "guardians", Custody, ("child", "guardian", "kind", "lives_with", "contact_ban", *PERIOD),
           ("child", "guardian"), "closes", "manual"),
    Target("enrolments", "enrolments", Enrolment, ("child", "unit", "group", *PERIOD), ("child", "unit", "group"), "closes"),
)  # fmt: skip
"""In the order in which they build on each other."""
TARGET = {target.name: target for target in TARGETS}
MAIN = {target.kind: target for target in TARGETS}
"""The table that a kind's rows are counted in: the last of the kind."""

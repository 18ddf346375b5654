"""What the files want a table to hold: a row model becomes one or two rows, with links to rows of the tables above."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NamedTuple

from vejviser.exchange.roster_keys import References
from vejviser.exchange.roster_posts import Link, Posts
from vejviser.exchange.roster_rows import (
    AssignmentRow,
    ChildRow,
    EmployeeRow,
    EnrolmentRow,
    GroupRow,
    GuardianRow,
    Key,
    Row,
    UnitRow,
)
from vejviser.exchange.roster_table import Roster
from vejviser.foundation.clock import local_midnight


class Wanted(NamedTuple):
    """One row as the files want it; None is "unknown", or "none" in the columns of `roster_targets.EMPTY`."""

    key: Key
    row: Any
    values: tuple[Any, ...]


@dataclass
class Links:
    """Finds what an id in the files means: the primary key of a known row, or the key of one still to be made."""

    known: References
    ids: dict[str, dict[Key, int]]
    posts: Posts = field(default_factory=lambda: Posts(()))

    def to(self, kind: str, row: Row) -> Link | None:
        """The unit, group, employee or child that a row names; None when it names none."""
        key = self.known.find(kind, row)
        return None if key is None else self.at("people" if kind == "employees" else kind, key)

    def at(self, table: str, key: Key) -> Link:
        """The row of a table with this key."""
        return self.ids[table].get(key, key)


def wanted(table: str, kind: str, roster: Roster, links: Links) -> list[Wanted]:
    """The rows that the files want in a table, each once."""
    rows: dict[Key, Wanted] = {}
    for row in roster.rows[kind]:
        one = Wanted(*_BUILD[table](row, links))
        rows[one.key] = _joined(rows[one.key], one) if one.key in rows else one
    return list(rows.values())


def _joined(first: Wanted, second: Wanted) -> Wanted:
    """A person who stands in several rows: what any of them knows."""
    values = tuple(old if old is not None else new for old, new in zip(first.values, second.values, strict=True))
    return first._replace(values=values)


def _joint_key(row: Row, *parts: object) -> Key:
    """A key for a row without an id of its own: the ids that it connects, and its first day."""
    return row.source, "|".join("" if part is None else str(part) for part in parts)


Built = tuple[Key, Any, tuple[Any, ...]]


def _unit(row: UnitRow, links: Links) -> Built:
    values = (row.name, row.type, row.district, row.authority, row.private, row.opens, row.closes)
    return (row.source, row.unit_id), row, values


def _group(row: GroupRow, links: Links) -> Built:
    return (row.source, row.group_id), row, (row.name, row.kind, row.opens, row.closes, links.to("units", row))


def _person(row: EmployeeRow, links: Links) -> Built:
    return (row.source, row.employee_id), row, (row.first_name, row.last_name, row.cpr, row.email)


def _employment(row: EmployeeRow, links: Links) -> Built:
    key = _joint_key(row, row.employee_id, row.unit_id, row.role, row.opens)
    return key, row, (links.to("employees", row), links.to("units", row), row.role, row.opens, row.closes)


def _assignment(row: AssignmentRow, links: Links) -> Built:
    person, unit, group = links.to("employees", row), links.to("units", row), links.to("groups", row)
    employment = links.posts.pick(person, unit, row.opens)
    opens, closes = local_midnight(row.opens), row.closes and local_midnight(row.closes + timedelta(days=1))
    key = _joint_key(row, row.employee_id, row.unit_id, row.group_id, row.opens)
    return key, row, (employment, unit, group, row.assesses, opens, closes)


def _child(row: ChildRow, links: Links) -> Built:
    values = (
        row.first_name, row.last_name, row.cpr, row.birth_date, row.unborn, row.address, row.postcode, row.city,
        row.protection, row.protection_to, row.interpreter,
    )  # fmt: skip
    return (row.source, row.child_id), row, values


def _guardian(row: GuardianRow, links: Links) -> Built:
    values = (row.first_name, row.last_name, row.cpr, row.phone, row.email, row.language)
    return (row.source, row.guardian_id), row, values


def _custody(row: GuardianRow, links: Links) -> Built:
    guardian = links.at("guardians", (row.source, row.guardian_id))
    bond = (links.to("children", row), guardian, row.custody, row.lives_with, row.contact_ban)
    return _joint_key(row, row.child_id, row.guardian_id, row.opens), row, (*bond, row.opens, row.closes)


def _enrolment(row: EnrolmentRow, links: Links) -> Built:
    place = (links.to("children", row), links.to("units", row), links.to("groups", row))
    key = _joint_key(row, row.child_id, row.unit_id, row.group_id, row.opens)
    return key, row, (*place, row.opens, row.closes)


_BUILD: dict[str, Callable[[Any, Links], Built]] = {
    "units": _unit, "groups": _group, "people": _person, "employments": _employment, "assignments": _assignment,
    "children": _child, "guardians": _guardian, "custodies": _custody, "enrolments": _enrolment,
}  # fmt: skip

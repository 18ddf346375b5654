"""What is wrong in a row when it is held against the others: dates, doubles, and ids that lead nowhere."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any

from vejviser.children import cpr
from vejviser.exchange.roster_keys import References
from vejviser.exchange.roster_problems import Problem
from vejviser.exchange.roster_rows import ID_FIELDS, Dated, Row
from vejviser.exchange.roster_table import Roster

Rows = Iterable[Any]
# Which ids of other kinds a row carries.
REFERS = {
    "groups": ("units",),
    "employees": ("units",),
    "assignments": ("employees", "units", "groups"),
    "guardians": ("children",),
    "enrolments": ("children", "units", "groups"),
}
_WORDS = {
    "units": "unknown_unit",
    "groups": "unknown_group",
    "employees": "unknown_employee",
    "children": "unknown_child",
}
# The columns that together name a row of a kind.
_NAMES = {
    "units": ("unit_id",),
    "groups": ("group_id",),
    "employees": ("employee_id", "unit_id", "role"),
    "assignments": ("employee_id", "unit_id", "group_id"),
    "children": ("child_id",),
    "guardians": ("child_id", "guardian_id"),
    "enrolments": ("child_id", "unit_id", "group_id"),
}
_ONCE = ("units", "groups", "children")
_HUMANS = {"employees": "employee_id", "guardians": "guardian_id", "children": "child_id"}
_FACTS = ("first_name", "last_name", "cpr", "email", "phone", "language")


def check(roster: Roster, known: References) -> None:
    """Add what is wrong across rows to the roster's problems."""
    for kind, rows in roster.rows.items():
        for problem in _problems(kind, rows, known):
            roster.add(problem)


def _problems(kind: str, rows: Rows, known: References) -> Iterator[Problem]:
    if kind != "children":
        yield from _backward_periods(rows)
    yield from _doubles(kind, rows)
    if kind in ("employees", "guardians"):
        yield from _two_stories(rows, _HUMANS[kind])
    if kind in _HUMANS:
        yield from _one_number_two_people(rows, _HUMANS[kind])
    if kind == "children":
        yield from _other_birth_dates(rows)
    for target in REFERS.get(kind, ()):
        yield from _dangling(rows, target, known)
    if "groups" in REFERS.get(kind, ()):
        yield from _groups_elsewhere(rows, known)


def _backward_periods(rows: Rows) -> Iterator[Problem]:
    for row in rows:
        if row.closes and row.closes < row.opens:
            yield at(row, "ends_before_start", "closes", row.closes.isoformat())


def _doubles(kind: str, rows: Rows) -> Iterator[Problem]:
    """The same row twice; of rows that hold openly, also the same with another first day."""
    names = _NAMES[kind]

    def name(row: Row) -> Hashable:
        own = (row.source, *(getattr(row, field) for field in names))
        return (*own, row.opens) if isinstance(row, Dated) and row.closes and kind not in _ONCE else own

    yield from _repeated(rows, name, "same_key", names[-1] if kind in _ONCE else names[0])


def _one_number_two_people(rows: Rows, id_field: str) -> Iterator[Problem]:
    """One CPR number under two ids. Rows of the same person repeat their number."""
    people = {(row.source, getattr(row, id_field)): row for row in rows if row.cpr}
    yield from _repeated(people.values(), lambda row: row.cpr, "same_cpr", "cpr")


def _repeated(rows: Rows, name: Callable[[Any], Hashable], code: str, column: str) -> Iterator[Problem]:
    first: dict[Hashable, Row] = {}
    for row in rows:
        before = first.setdefault(name(row), row)
        if before is not row:
            yield at(row, code, column, other=before.line)


def _two_stories(rows: Rows, id_field: str) -> Iterator[Problem]:
    """A person who stands in several rows must be the same person in all of them."""
    first: dict[Hashable, Row] = {}
    for row in rows:
        before = first.setdefault((row.source, getattr(row, id_field)), row)
        for field in _FACTS if before is not row else ():
            said = {getattr(one, field, None) for one in (before, row)} - {None}
            if len(said) > 1:
                yield at(row, "other_facts", field, other=before.line)


def _other_birth_dates(rows: Rows) -> Iterator[Problem]:
    for row in rows:
        if row.cpr and not row.unborn and cpr.birth_date(row.cpr) != row.birth_date:
            yield at(row, "cpr_other_date", "birth_date")


def _dangling(rows: Rows, target: str, known: References) -> Iterator[Problem]:
    field = ID_FIELDS[target]
    for row in rows:
        if getattr(row, field) and known.find(target, row) is None:
            yield at(row, _WORDS[target], field, getattr(row, field))


def _groups_elsewhere(rows: Rows, known: References) -> Iterator[Problem]:
    for row in rows:
        group = known.find("groups", row)
        if group and known.unit_of_group.get(group) != known.find("units", row):
            yield at(row, "group_elsewhere", "group_id", row.group_id)


def at(row: Row, code: str, field: str, value: str = "", **facts: object) -> Problem:
    """A problem in a field of a row."""
    return Problem(code, row.sheet.file, row.line, row.sheet.headers.get(field, field), value, facts=facts)

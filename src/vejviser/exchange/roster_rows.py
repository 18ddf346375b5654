"""What a row of each kind says, checked cell by cell. An empty cell is left out: unknown, never "delete"."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, SkipValidation, StringConstraints
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from vejviser.children import cpr
from vejviser.exchange.rules import word
from vejviser.organisation.rules import GROUP_KINDS, ROLES, UNIT_TYPES

CUSTODY = ("faelles", "ene", "ingen", "plejefamilie")
PROTECTION = ("ingen", "adresse", "navn_og_adresse")
YES_NO = {"ja": True, "nej": False, "yes": True, "no": False, "1": True, "0": False}
# What may stand in a column of few words, for the message about an empty or a wrong cell.
CHOICES: dict[str, tuple[str, ...]] = {
    "type": UNIT_TYPES, "kind": GROUP_KINDS, "role": ROLES, "custody": CUSTODY, "protection": PROTECTION,
    **dict.fromkeys(("private", "assesses", "unborn", "interpreter", "lives_with", "contact_ban"), ("ja", "nej")),
}  # fmt: skip
# Other names that people give the same thing.
SAME = {
    "ekstern_udfoerer": "ekstern",
    "frontteam_socialraadgiver": "frontteam",
    "dagtilbudssocialraadgiver": "skolesocialraadgiver",
    "skole_dagtilbudssocialraadgiver": "skolesocialraadgiver",
    "boernehaveklasseleder": "laerer",
}


Key = tuple[str, str]
"""(source, id in that source)."""
ID_FIELDS = {"units": "unit_id", "groups": "group_id", "employees": "employee_id", "children": "child_id"}
"""The field that names a row of a kind to other rows."""


class Sheet(NamedTuple):
    """Where rows stand: the file's name, the kind, and the file's own header of each field."""

    file: str
    kind: str
    headers: dict[str, str]


@lru_cache(maxsize=50_000)
def _day(text: str) -> date:
    """A date written `2026-03-10` or `10-03-2026`."""
    parts = text.split("-")
    try:
        day = date(*map(int, parts if len(parts[0]) == 4 else reversed(parts)))
    except (ValueError, TypeError):
        day = date.min
    if not 1900 <= day.year <= 2100 or len(text) != 10:
        raise PydanticCustomError("not_a_date", "not a date")
    return day


def _yes_no(text: str) -> bool:
    try:
        return YES_NO[text.lower()]
    except KeyError:
        raise PydanticCustomError("not_a_choice", "neither yes nor no") from None


def _one_of(codes: tuple[str, ...]) -> BeforeValidator:
    """A code, with Danish letters, spaces and hyphens as people write them."""

    @lru_cache(maxsize=1_000)
    def coded(text: str) -> str:
        code = word(text)
        code = code if code in codes else SAME.get(code, "")
        if code not in codes:
            raise PydanticCustomError("not_a_choice", "not one of the codes")
        return code

    return BeforeValidator(coded)


def _cpr(text: str) -> str:
    try:
        return cpr.number(text)
    except cpr.NotACpr as error:
        raise PydanticCustomError(error.code, "not a CPR number") from None


def _email(text: str) -> str:
    if text.count("@") != 1 or text[0] == "@" or text[-1] == "@" or " " in text:
        raise PydanticCustomError("not_an_email", "not an e-mail address")
    return text


def _text(longest: int) -> StringConstraints:
    return StringConstraints(max_length=longest, pattern=r"^\P{C}*$")


Day = Annotated[date, BeforeValidator(_day)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Cpr = Annotated[str, BeforeValidator(_cpr)]
Email = Annotated[str, BeforeValidator(_email), _text(254)]
Id = Annotated[str, _text(40)]
Name = Annotated[str, _text(120)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of any kind; `line` counts as a spreadsheet does."""

    sheet: SkipValidation[Sheet]
    line: SkipValidation[int]
    source: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Row):
    """A row that holds from a day, to and with another or openly."""

    opens: Day
    closes: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow(Dated):
    """An institution or team."""

    unit_id: Id
    name: Annotated[str, _text(160)]
    type: Annotated[str, _one_of(UNIT_TYPES)]
    district: Name | None = None
    authority: Name | None = None
    private: YesNo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow(Dated):
    """A room, class or team of a unit."""

    group_id: Id
    unit_id: Id
    name: Name
    kind: Annotated[str, _one_of(GROUP_KINDS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanRow(Dated):
    """An adult in a role, from when to when."""

    first_name: Name
    last_name: Name
    cpr: Cpr | None = None
    email: Email | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeRow(HumanRow):
    """A person in a role at a unit; the same person may have several rows."""

    employee_id: Id
    role: Annotated[str, _one_of(ROLES)]
    unit_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRow(Dated):
    """Who works with which group; without a group, with the whole unit."""

    employee_id: Id
    unit_id: Id
    group_id: Id | None = None
    assesses: YesNo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRow(Row):
    """A child. For an unborn child the birth date is the term date."""

    child_id: Id
    first_name: Name
    last_name: Name
    cpr: Cpr | None = None
    birth_date: Day
    unborn: YesNo | None = None
    address: Annotated[str, _text(200)] | None = None
    postcode: Annotated[str, _text(10)] | None = None
    city: Annotated[str, _text(80)] | None = None
    protection: Annotated[str, _one_of(PROTECTION)]
    protection_to: Day | None = None
    interpreter: YesNo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardianRow(HumanRow):
    """What an adult is to a child; the same adult has a row for each child."""

    child_id: Id
    guardian_id: Id
    phone: Annotated[str, _text(40)] | None = None
    custody: Annotated[str, _one_of(CUSTODY)]
    lives_with: YesNo
    contact_ban: YesNo
    language: Annotated[str, _text(20)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentRow(Dated):
    """A child in a unit and usually a group."""

    child_id: Id
    unit_id: Id
    group_id: Id | None = None


AnyRow = UnitRow | GroupRow | EmployeeRow | AssignmentRow | ChildRow | GuardianRow | EnrolmentRow
ROWS: dict[str, Callable[..., AnyRow]] = {
    "units": UnitRow, "groups": GroupRow, "employees": EmployeeRow, "assignments": AssignmentRow,
    "children": ChildRow, "guardians": GuardianRow, "enrolments": EnrolmentRow,
}  # fmt: skip

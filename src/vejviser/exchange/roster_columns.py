"""The columns of each kind of roster file, by English and Danish header."""

from typing import NamedTuple

from vejviser.exchange.rules import word


class Column(NamedTuple):
    """`field` is the name in the row model; `english` and `danish` are headers as `rules.word` writes them."""

    field: str
    english: str
    danish: str
    required: bool = False


_SOURCE = Column("source", "source", "kilde", True)
_UNIT = Column("unit_id", "unit_id", "enhed_id", True)
_GROUP = Column("group_id", "group_id", "gruppe_id")
_EMPLOYEE = Column("employee_id", "employee_id", "medarbejder_id", True)
_CHILD = Column("child_id", "child_id", "barn_id", True)
_NAME = Column("name", "name", "navn", True)
_CPR = Column("cpr", "cpr", "cpr")
_PERSON = (
    _CPR,
    Column("first_name", "first_name", "fornavn", True),
    Column("last_name", "last_name", "efternavn", True),
)
_EMAIL = Column("email", "email", "e_mail")
_PERIOD = (Column("opens", "from", "fra", True), Column("closes", "to", "til"))

COLUMNS: dict[str, tuple[Column, ...]] = {
    "units": (
        _SOURCE, _UNIT, _NAME,
        Column("type", "type", "type", True),
        Column("district", "district", "distrikt"),
        Column("authority", "authority", "myndighed"),
        Column("private", "private", "privat"),
        *_PERIOD,
    ),
    "groups": (_SOURCE, _GROUP._replace(required=True), _UNIT, _NAME, Column("kind", "kind", "slags", True), *_PERIOD),
    "employees": (_SOURCE, _EMPLOYEE, *_PERSON, _EMAIL, Column("role", "role", "rolle", True), _UNIT, *_PERIOD),
    "assignments": (_SOURCE, _EMPLOYEE, _UNIT, _GROUP, Column("assesses", "assesses", "vurderer"), *_PERIOD),
    "children": (
        _SOURCE, _CHILD, *_PERSON,
        Column("birth_date", "birth_date", "foedselsdato", True),
        Column("unborn", "unborn", "ufoedt"),
        Column("address", "address", "adresse"),
        Column("postcode", "postcode", "postnr"),
        Column("city", "city", "by"),
        Column("protection", "protection", "beskyttelse", True),
        Column("protection_to", "protection_to", "beskyttelse_til"),
        Column("interpreter", "interpreter", "tolk"),
    ),
    "guardians": (
        _SOURCE, _CHILD,
        Column("guardian_id", "guardian_id", "voksen_id", True),
        *_PERSON,
        Column("phone", "phone", "telefon"),
        _EMAIL,
        Column("custody", "custody", "foraeldremyndighed", True),
        Column("lives_with", "lives_with", "bor_hos", True),
        Column("contact_ban", "contact_ban", "kontaktforbud", True),
        Column("language", "language", "sprog"),
        *_PERIOD,
    ),
    "enrolments": (_SOURCE, _CHILD, _UNIT, _GROUP, *_PERIOD),
}  # fmt: skip


class Header(NamedTuple):
    """What the first row of a table says: the field of each cell (None = ignored) and what does not fit."""

    fields: list[str | None]
    missing: list[Column]
    twice: list[str]
    unknown: list[str]


def read_header(kind: str, cells: list[str]) -> Header:
    """Match the header cells of a table with the columns of its kind, in either language and any order."""
    known = {name: column.field for column in COLUMNS[kind] for name in (column.english, column.danish)}
    fields = [known.get(word(cell)) for cell in cells]
    return Header(
        fields=fields,
        missing=[column for column in COLUMNS[kind] if column.required and column.field not in fields],
        twice=[cell for cell, field in zip(cells, fields, strict=True) if field and fields.count(field) > 1],
        unknown=[cell for cell, field in zip(cells, fields, strict=True) if cell and not field],
    )

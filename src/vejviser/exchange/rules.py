"""Limits of a roster, which file is of which kind, and which changes a second person must say yes to. Pure."""

import re
from datetime import date

from vejviser.children.rules import fold

MEGABYTE = 2**20
MAX_BYTES = 50 * MEGABYTE
MAX_UNPACKED = 500 * MEGABYTE
MAX_RATIO = 200
MAX_COLUMNS = 64
MAX_ROWS = 2_000_000
MAX_CELL = 2_000
MAX_LINE = MAX_COLUMNS * MAX_CELL
MAX_PROBLEMS = 20_000
CHILD_MEMORY = 2**30
CHILD_SECONDS = 20

# English and Danish name of each kind, in the order in which they build on each other.
KINDS = {
    "units": "enheder",
    "groups": "grupper",
    "employees": "medarbejdere",
    "assignments": "tilknytninger",
    "children": "boern",
    "guardians": "voksne",
    "enrolments": "indskrivninger",
}
_PROTECTION = ("ingen", "adresse", "navn_og_adresse")
_CUSTODY = ("ingen", "plejefamilie", "faelles", "ene")
_QUOTABLE = re.compile(r"[a-z0-9æøå_./:-]{1,60}|(?=\S*\d)[\w./:-]{1,60}")


def word(text: str) -> str:
    """A header, name or code as it is compared: folded, with underscores for spaces, hyphens and slashes."""
    return re.sub(r"[\s/-]+", "_", fold(text))


def kinds_in(name: str) -> list[str]:
    """The kinds whose English or Danish name occurs in the name of a file or sheet."""
    folded = word(name)
    return [kind for kind, danish in KINDS.items() if kind in folded or danish in folded]


def nameless(sheet: str) -> bool:
    """Whether a sheet has only the name that a spreadsheet gives a new one; a CSV file's table has none at all."""
    return re.fullmatch(r"(ark|sheet|tabel|table)?\s*\d*", sheet, re.IGNORECASE) is not None


def quotable(value: str) -> bool:
    """Whether a message may repeat a wrong value: codes, ids and dates look like this, names of people do not."""
    return _QUOTABLE.fullmatch(value) is not None


def loosens_protection(before: tuple[str, date | None], after: tuple[str, date | None], today: date) -> bool:
    """Whether `after` (protection, last day) protects less or shorter than `before` does from today on."""
    kind, last = before
    if kind == "ingen" or (last is not None and last < today):
        return False
    if _PROTECTION.index(after[0]) != _PROTECTION.index(kind):
        return _PROTECTION.index(after[0]) < _PROTECTION.index(kind)
    return after[1] is not None and (last is None or after[1] < last)


def loosens_custody(before: tuple[str, bool], after: tuple[str, bool]) -> bool:
    """Whether an adult's (custody, contact ban) gives more than before: a stronger right, or a ban lifted."""
    return _CUSTODY.index(after[0]) > _CUSTODY.index(before[0]) or (before[1] and not after[1])


def gives_custody(kind: str) -> bool:
    """Whether the adult decides for the child, alone or together with another."""
    return kind in ("faelles", "ene")


def too_many_drops(drops: int, held: int, max_percent: float) -> bool:
    """Whether more than `max_percent` of the rows held now would vanish."""
    return drops * 100 > held * max_percent


def last_day(opens: date, yesterday: date) -> date:
    """The last day of a row that is no longer in the files: yesterday, or its only day when it had just begun."""
    return max(opens, yesterday)

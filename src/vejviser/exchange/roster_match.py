"""Which row of the files is which row of a table: by source and id, else by CPR number or connection, never by name."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from vejviser.exchange.roster_stored import Stored
from vejviser.exchange.roster_targets import EMPTY, Target
from vejviser.exchange.roster_wanted import Wanted

MANUAL = "manual"
"""The source of rows that people have written; their ids are not the files'."""


class Match(NamedTuple):
    """Pairs of the same row, rows that only the files have, and rows that only the database has."""

    pairs: list[tuple[Stored, Wanted]]
    new: list[Wanted]
    left: list[Stored]


def match(target: Target, stored: list[Stored], rows: list[Wanted], today: date) -> Match:
    """Pair by key; then the rest by the target's `same` columns, if both hold now and only one row fits."""
    by_key = {row.key: row for row in stored if row.key[0] != MANUAL}
    sure = [(by_key[one.key], one) for one in rows if one.key in by_key]
    rest = [one for one in rows if one.key not in by_key]
    free = _without(stored, sure)
    again = _by_identity(target, free, today)
    likely = [(again.get(_identity(target, one.values, today)), one) for one in rest]
    pairs = sure + [(row, one) for row, one in likely if row]
    return Match(pairs, [one for row, one in likely if not row], _without(stored, pairs))


def changed_columns(target: Target, row: Stored, one: Wanted) -> dict[str, Any]:
    """The columns in which the files say something else than the database; a new source id counts too."""
    values = zip(target.columns, row.values, one.values, strict=True)
    columns = {name: new for name, old, new in values if old != new and (new is not None or name in EMPTY)}
    if row.key != one.key:
        columns |= {"source": one.key[0], "source_id": one.key[1]}
    return columns


def _by_identity(target: Target, rows: Iterable[Stored], today: date) -> dict[object, Stored | None]:
    """The one row of each identity that holds now; None where several do, and for rows without any."""
    found: dict[object, Stored | None] = {}
    for row in rows:
        own = _identity(target, row.values, today)
        found[own] = None if own in found else row
    return found | {None: None}


def _identity(target: Target, values: tuple[Any, ...], today: date) -> tuple[Any, ...] | None:
    return target.identity(values) if target.is_open(values, today) else None


def _without(stored: list[Stored], pairs: list[tuple[Stored, Wanted]]) -> list[Stored]:
    paired = {row.pk for row, _ in pairs}
    return [row for row in stored if row.pk not in paired]

"""What the database holds of a table, as tuples that compare with the files'. A few queries, no row objects."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from vejviser.exchange.roster_rows import Key
from vejviser.exchange.roster_targets import TARGET, TARGETS, Target


class Stored(NamedTuple):
    """One row. `by_hand`: a person has written it (or, of a child, its protection)."""

    pk: int
    key: Key
    by_hand: bool
    values: tuple[Any, ...]


Database = Mapping[str, list[Stored]]
AT_ONCE = 5_000
REFERRED = {"units", "groups", "employees", "children", "enrolments"}
"""Kinds whose tables are always needed: files refer to them, and a child that is gone takes its enrolments along."""


def read_stored(kinds: set[str]) -> Database:
    """Every row of the tables that files of these kinds write or refer to."""
    return {target.name: _rows(target) for target in TARGETS if target.kind in kinds | REFERRED}


def _rows(target: Target) -> list[Stored]:
    lookups = ["pk", "source", "source_id", *target.lookups(), *([target.by_hand] if target.by_hand else [])]
    end = 3 + len(target.columns)
    rows = target.model.objects.order_by("pk").values_list(*lookups)
    return [Stored(row[0], (row[1], row[2]), bool(row[end:] and row[end]), row[3:end]) for row in rows.iterator(AT_ONCE)]


def groups_with_units(database: Database) -> dict[Key, Key]:
    """The key of each group's unit."""
    units, unit = {row.pk: row.key for row in database["units"]}, TARGET["groups"].at("unit")
    return {row.key: units[row.values[unit]] for row in database["groups"]}

"""Which unit, group, employee or child an id means: that of the same source, else the only one there is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vejviser.exchange.roster_rows import ID_FIELDS, Key, Row
from vejviser.exchange.roster_table import Roster


class Keys:
    """The known keys of one kind."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.exact = set(keys)
        self.by_id: dict[str, list[str]] = {}
        for source, own_id in self.exact:
            self.by_id.setdefault(own_id, []).append(source)

    def find(self, source: str, own_id: str) -> Key | None:
        """The key meant by a row of `source`, or None when there is none or more than one."""
        if (source, own_id) in self.exact:
            return source, own_id
        sources = self.by_id.get(own_id, [])
        return (sources[0], own_id) if len(sources) == 1 else None


@dataclass
class References:
    """The keys that rows may refer to, by kind, and the unit of each group."""

    keys: dict[str, Keys]
    unit_of_group: dict[Key, Key | None]

    def find(self, kind: str, row: Row) -> Key | None:
        """The key of the unit, group, employee or child that a row names."""
        own_id = getattr(row, ID_FIELDS[kind])
        return self.keys[kind].find(row.source, own_id) if own_id else None


def references(roster: Roster, stored: Mapping[str, Iterable[Key]], stored_groups: Mapping[Key, Key]) -> References:
    """What the files and the database know together. `stored` holds no keys that the files leave out."""
    found = References({kind: Keys([*own_keys(roster, kind), *stored.get(kind, ())]) for kind in ID_FIELDS}, {})
    found.unit_of_group.update(stored_groups)
    for row in roster.rows.get("groups", ()):
        found.unit_of_group[row.source, row.group_id] = found.find("units", row)
    return found


def own_keys(roster: Roster, kind: str) -> list[Key]:
    """The keys that the files of a kind bring, rows with errors included."""
    good = [(row.source, getattr(row, ID_FIELDS[kind])) for row in roster.rows.get(kind, ())]
    return [*good, *roster.unread.get(kind, ())]

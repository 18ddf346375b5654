"""From files to checked rows: which table is of which kind, and what the rows of each say."""

from collections.abc import Iterable
from pathlib import Path

from vejviser.exchange.roster_problems import Problem, Refused
from vejviser.exchange.roster_process import lines
from vejviser.exchange.roster_table import Roster, Table
from vejviser.exchange.rules import KINDS, kinds_in, nameless


def read_roster(paths: Iterable[Path]) -> Roster:
    """Read a set of roster files. A file that cannot be understood at all raises Refused; bad rows are `problems`."""
    roster = Roster()
    for path in paths:
        _read_file(path, roster)
    return roster


def _read_file(path: Path, roster: Roster) -> None:
    tables: list[Table] = []
    table: Table | None = None
    for line in lines(path):
        if isinstance(line, list):
            if table:
                table.take(*line)
        elif table := _table(path, line["table"], roster):
            tables.append(table)
    if not tables:
        raise Refused([Problem("unknown_kind", path.name, choices=tuple(KINDS.values()))])
    for one in tables:
        one.end()


def _table(path: Path, name: str, roster: Roster) -> Table | None:
    """The table's kind is in its own name or, when nobody gave it one, in the file's."""
    kinds = kinds_in(path.stem if nameless(name) else name)
    if len(kinds) == 1:
        return Table(path.name if nameless(name) else f"{path.name} [{name}]", kinds[0], roster)
    roster.ignored.append((path.name, name))
    return None

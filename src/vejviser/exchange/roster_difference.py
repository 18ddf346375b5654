"""What an import would do to one table: rows to make, columns to change, rows to end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from vejviser.exchange.roster_held import Held
from vejviser.exchange.roster_match import Match, changed_columns
from vejviser.exchange.roster_rows import Key
from vejviser.exchange.roster_stored import Stored
from vejviser.exchange.roster_targets import Target
from vejviser.exchange.roster_wanted import Wanted
from vejviser.foundation.clock import local_midnight

Values = tuple[Any, ...]


@dataclass
class Change:
    """Columns of a stored row and the values they get."""

    pk: int
    columns: dict[str, Any]


@dataclass
class Difference:
    """One table. `moved` rows end because the same child or person has a new row; `drops` end without one.

    `in_scope` is the number of stored rows that could drop.
    """

    target: Target
    new: list[Wanted] = field(default_factory=list)
    changes: dict[Key, Change] = field(default_factory=dict)
    same: list[Wanted] = field(default_factory=list)
    moved: list[Change] = field(default_factory=list)
    drops: list[Change] = field(default_factory=list)
    in_scope: int = 0

    def updates(self) -> list[Change]:
        """Every stored row that gets other values."""
        return [change for change in (*self.changes.values(), *self.moved, *self.drops) if change.columns]


@dataclass
class Scope:
    """Whose absence from the files means something: rows of the files' own sources that hold and nobody has written.

    `children` limits it to rows of these children. `owner` gives what a row's successor has in common with it.
    """

    file: str
    sources: set[str]
    spared: set[Key]
    today: date
    owner: Callable[[Values], object]
    children: set[int] | None = None

    def covers(self, target: Target, row: Stored) -> bool:
        """Whether the row should stand in the files if it still held."""
        if row.key[0] not in self.sources or row.by_hand or row.key in self.spared:
            return False
        if self.children is not None and row.values[target.at("child")] not in self.children:
            return False
        return target.is_open(row.values, self.today)


def difference(target: Target, matched: Match, stored: list[Stored], scope: Scope, held: Held) -> Difference:
    """Compare the pairs, keep back what two people must see, and end what is gone."""
    found = Difference(target, new=held.new(target, matched, stored))
    for row, one in matched.pairs:
        columns = held.change(target, row, one, changed_columns(target, row, one))
        if columns:
            found.changes[one.key] = Change(row.pk, columns)
        else:
            found.same.append(one)
    if target.closes:
        found.in_scope = sum(scope.covers(target, row) for row in stored)
        coming = [one for _, one in matched.pairs if _begins(target, one.values) > _start(target, scope.today)]
        end(found, matched.left, scope, held, [*found.new, *coming])
    return found


def end(found: Difference, rows: Iterable[Stored], scope: Scope, held: Held, successors: Iterable[Wanted] = ()) -> None:
    """End the rows in scope: the day before their owner's successor begins, else yesterday."""
    target = found.target
    following = _first_days(target, successors, scope)
    for row in rows:
        if scope.covers(target, row):
            first = following.get(scope.owner(row.values))
            columns = _ending(target, row.values, first, scope.today)
            if columns and held.end(target, row, scope.file):
                (found.moved if first else found.drops).append(Change(row.pk, columns))


def _ending(target: Target, values: Values, first: date | None, today: date) -> dict[str, Any]:
    """The columns that end a row; a row that had not begun never will. Empty when it ends in time already."""
    opens, closes = _begins(target, values), values[target.at(target.closes)]
    last = _before(_start(target, today))
    if first and _before(first) >= opens:
        last = _before(first)
    if closes is not None and closes <= last:
        return {}
    return {target.closes: last} if opens <= last else {target.opens: last, target.closes: last}


def _begins(target: Target, values: Values) -> Any:
    return values[target.at(target.opens)]


def _before(first: Any) -> Any:
    """The end of what stands before: the day before a day; of moments, the moment itself."""
    return first if isinstance(first, datetime) else first - timedelta(days=1)


def _start(target: Target, today: date) -> Any:
    """Today, as the target counts: a day or a moment."""
    return local_midnight(today) if target.closes == "closes_at" else today


def _first_days(target: Target, successors: Iterable[Wanted], scope: Scope) -> dict[object, Any]:
    """The first day on which each owner has something else."""
    days: dict[object, Any] = {}
    for one in successors:
        owner, opens = scope.owner(one.values), _begins(target, one.values)
        days[owner] = min(opens, days.get(owner, opens))
    days.pop(None, None)
    return days

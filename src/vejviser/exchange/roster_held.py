"""Changes that wait until two people have said yes: they are listed, and the row stays as it stands."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from vejviser.exchange.roster_match import Match
from vejviser.exchange.roster_problems import Problem
from vejviser.exchange.roster_rows import Row
from vejviser.exchange.roster_stored import Stored
from vejviser.exchange.roster_targets import TARGET, Target
from vejviser.exchange.roster_wanted import Wanted
from vejviser.exchange.rules import loosens_custody, loosens_protection

Columns = dict[str, Any]
PROTECTION = ("protection", "protection_to")
BIRTH = ("unborn", "birth_date", "cpr")
NO_RIGHT = ("ingen", False)


@dataclass
class Held:
    """What is held back of one import, and for whom: pairs of child and adult whose custody stays untouched."""

    today: date
    lines: list[Problem] = field(default_factory=list)
    bonds: set[object] = field(default_factory=set)

    def new(self, target: Target, matched: Match, stored: list[Stored]) -> list[Wanted]:
        """The new rows that may be made: nobody gets custody of a child whose custody is known without two people."""
        if target.name != "custodies":
            return matched.new
        child = target.at("child")
        known = {row.values[child] for row in stored}
        return [one for one in matched.new if one.values[child] not in known or self._may_have(target, one)]

    def change(self, target: Target, row: Stored, one: Wanted, columns: Columns) -> Columns:
        """The columns that may change."""
        if target.name == "children":
            return self._child(row, one, columns)
        if target.name == "custodies":
            return self._custody(row, one, columns)
        return {} if row.by_hand else columns

    def end(self, target: Target, row: Stored, file: str) -> bool:
        """Whether a row that is gone from the files may end; a ban on contact may not by itself."""
        if target.name != "custodies":
            return True
        if row.values[target.at("contact_ban")]:
            self.lines.append(Problem("ban_left_out", file))
            return False
        return self._bond(row.values) not in self.bonds

    def _may_have(self, target: Target, one: Wanted) -> bool:
        if not loosens_custody(NO_RIGHT, _right(target, one.values)):
            return True
        self.bonds.add(self._bond(one.values))
        self._add("custody_given", one.row, "custody")
        return False

    def _child(self, row: Stored, one: Wanted, columns: Columns) -> Columns:
        target = TARGET["children"]
        before, after = (tuple(values[target.at(name)] for name in PROTECTION) for values in (row.values, one.values))
        if row.by_hand:
            columns = _without(columns, PROTECTION)
        elif loosens_protection(before, after, self.today):
            columns = _without(columns, PROTECTION)
            self._add("protection_lifted", one.row, "protection")
        if "unborn" in columns:
            columns = _without(columns, BIRTH)
            self._add("birth_unconfirmed", one.row, "unborn")
        return columns

    def _custody(self, row: Stored, one: Wanted, columns: Columns) -> Columns:
        target = TARGET["custodies"]
        before = _right(target, row.values) if target.is_open(row.values, self.today) else NO_RIGHT
        if row.by_hand or not columns or self._bond(row.values) in self.bonds:
            return {}
        if target.is_open(one.values, self.today) and loosens_custody(before, _right(target, one.values)):
            self._add("custody_loosened", one.row, "custody")
            return {}
        return columns

    def _bond(self, values: tuple[Any, ...]) -> object:
        return TARGET["custodies"].identity(values)

    def _add(self, code: str, row: Row, field: str) -> None:
        self.lines.append(Problem(code, row.sheet.file, row.line, row.sheet.headers.get(field, field)))


def _right(target: Target, values: tuple[Any, ...]) -> tuple[str, bool]:
    return values[target.at("kind")], values[target.at("contact_ban")]


def _without(columns: Columns, names: tuple[str, ...]) -> Columns:
    return {name: value for name, value in columns.items() if name not in names}

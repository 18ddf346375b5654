"""The difference between a set of roster files and the database, kind by kind; computed in memory, nothing is written."""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.formats import number_format

from vejviser.exchange import queries
from vejviser.exchange.roster_compare import Comparison
from vejviser.exchange.roster_difference import Difference
from vejviser.exchange.roster_problems import Problem, Refused
from vejviser.exchange.roster_rows import Key
from vejviser.exchange.roster_table import Roster
from vejviser.exchange.roster_targets import MAIN
from vejviser.exchange.rules import KINDS, too_many_drops

HUMANS = {"employees": ("people", "employee_id"), "guardians": ("guardians", "guardian_id")}
"""Kinds whose rows say two things: who somebody is, and what they are to a unit or a child."""


class Count(NamedTuple):
    """Rows of one kind. `drops` of the `in_scope` rows that hold now would end without anything in their place."""

    new: int
    changed: int
    unchanged: int
    drops: int
    in_scope: int
    errors: int

    @property
    def drop_percent(self) -> float:
        """The share of rows that would vanish, in percent."""
        return self.drops * 100 / self.in_scope if self.in_scope else 0


@dataclass
class Plan:
    """What an import would do. `held` waits for two people; `ids` are the primary keys of the known rows."""

    roster: Roster
    differences: dict[str, Difference]
    held: list[Problem]
    ids: dict[str, dict[Key, int]]

    def counts(self) -> dict[str, Count]:
        """The counts of each kind that the files bring."""
        return {kind: self._count(kind) for kind in KINDS if kind in self.roster.rows}

    def changes_nothing(self) -> bool:
        """Whether the database says already what the files say."""
        return not any(one.new or one.updates() for one in self.differences.values())

    def refuse_if_wrong(self, *, allow_drops: bool = False) -> None:
        """Raise Refused for errors in the files, and when too many rows would vanish."""
        self.roster.refuse_if_wrong()
        if problems := [] if allow_drops else list(self._too_many_drops()):
            raise Refused(problems)

    def _count(self, kind: str) -> Count:
        main = self.differences[MAIN[kind].name]
        told_anew = self._humans_told_anew(kind, main)
        return Count(
            new=len(main.new),
            changed=len(main.changes) + len(main.moved) + told_anew,
            unchanged=len(main.same) - told_anew,
            drops=len(main.drops),
            in_scope=main.in_scope,
            errors=sum(self.roster.kinds.get(problem.file) == kind for problem in self.roster.problems),
        )

    def _humans_told_anew(self, kind: str, main: Difference) -> int:
        """Rows in which only the person has changed."""
        if kind not in HUMANS:
            return 0
        table, field = HUMANS[kind]
        changed = self.differences[table].changes
        return sum((one.row.source, getattr(one.row, field)) in changed for one in main.same)

    def _too_many_drops(self) -> list[Problem]:
        limit = queries.max_drop_percent()
        return [
            Problem("too_many_drops", self._file(kind), facts=_facts(count, limit))
            for kind, count in self.counts().items()
            if too_many_drops(count.drops, count.in_scope, limit)
        ]

    def _file(self, kind: str) -> str:
        return ", ".join(file for file, its_kind in self.roster.kinds.items() if its_kind == kind)


def make_plan(roster: Roster) -> Plan:
    """Compare the files with the database; what is wrong across rows is added to the roster's problems."""
    comparison = Comparison(roster)
    comparison.run()
    return Plan(roster, comparison.differences, comparison.held.lines, comparison.links.ids)


def _facts(count: Count, limit: float) -> dict[str, object]:
    percent = number_format(count.drop_percent, 1)
    return {"drops": count.drops, "held": count.in_scope, "percent": percent, "limit": f"{limit:g}"}

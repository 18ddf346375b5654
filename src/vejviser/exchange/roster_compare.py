"""Comparing the files with the database, table after table: what is found in one is what the next one refers to."""

from collections.abc import Callable, Iterator
from typing import Any

from vejviser.exchange.roster_check import at, check
from vejviser.exchange.roster_difference import Change, Difference, Scope, difference, end
from vejviser.exchange.roster_held import Held
from vejviser.exchange.roster_keys import own_keys, references
from vejviser.exchange.roster_match import MANUAL, Match, match
from vejviser.exchange.roster_posts import Post, Posts
from vejviser.exchange.roster_problems import Problem
from vejviser.exchange.roster_rows import Key
from vejviser.exchange.roster_stored import groups_with_units, read_stored
from vejviser.exchange.roster_table import Roster
from vejviser.exchange.roster_targets import TARGET, TARGETS, Target
from vejviser.exchange.roster_wanted import Links, Wanted, wanted
from vejviser.foundation import clock

_KIND = {"units": "units", "groups": "groups", "employees": "people", "children": "children"}
"""The table whose keys a kind's ids are."""


class Comparison:
    """Holds what has been found so far; `run` fills `differences`, `held` and the roster's problems."""

    def __init__(self, roster: Roster) -> None:
        self.roster, self.today = roster, clock.today()
        self.database = read_stored(set(roster.rows))
        self.sources = {kind: {row.source for row in rows} for kind, rows in roster.rows.items()}
        stored = {kind: self._keys_that_stay(kind) for kind in _KIND}
        known = references(roster, stored, groups_with_units(self.database))
        check(roster, known)
        ids = {name: {row.key: row.pk for row in rows} for name, rows in self.database.items()}
        self.links, self.held = Links(known, ids), Held(self.today)
        self.differences: dict[str, Difference] = {}

    def run(self) -> None:
        """Compare every table that the files write to."""
        for target in TARGETS:
            if target.kind in self.roster.rows:
                self._compare(target)
        if "children" in self.roster.rows:
            self._end_enrolments_of_gone_children()

    def _keys_that_stay(self, kind: str) -> list[Key]:
        """Stored keys that files may refer to: those of sources that the files do not replace."""
        replaced = self.sources.get(kind, set())
        return [row.key for row in self.database[_KIND[kind]] if row.key[0] not in replaced]

    def _compare(self, target: Target) -> None:
        if target.name == "assignments":
            self.links.posts = self._posts()
        rows = wanted(target.name, target.kind, self.roster, self.links)
        stored = self.database[target.name]
        matched = match(target, stored, rows, self.today)
        self.links.ids[target.name] |= {one.key: row.pk for row, one in matched.pairs}
        for problem in self._problems(target, rows, matched):
            self.roster.add(problem)
        found = difference(target, matched, stored, self._scope(target), self.held)
        self.differences[target.name] = found
        if target.name == "children":
            self._drop_children(found, matched)

    def _posts(self) -> Posts:
        """Employments of the files, and for people they do not mention those of the database."""
        rows = wanted("employments", "employees", self.roster, self.links) if "employees" in self.roster.rows else []
        posts = [Post(self.links.at("employments", one.key), *one.values) for one in rows]
        told = {post.person for post in posts}
        stored = [Post(row.pk, *row.values) for row in self.database["employments"]]
        return Posts([*posts, *(post for post in stored if post.person not in told)])

    def _problems(self, target: Target, rows: list[Wanted], matched: Match) -> Iterator[Problem]:
        if target.same == ("cpr",):
            yield from _numbers_of_others(target, matched)
        if target.name == "assignments":
            employed = TARGET["assignments"].at("employment")
            strangers = [one.row for one in rows if one.values[employed] is None]
            yield from (at(row, "no_employment", "employee_id") for row in strangers if self.links.to("employees", row))

    def _scope(self, target: Target) -> Scope:
        rows = self.roster.rows[target.kind]
        return Scope(
            file=rows[0].sheet.file if rows else "",
            sources=self.sources[target.kind],
            spared=self.roster.unread.get(target.kind, set()),
            today=self.today,
            owner=self._owner(target),
            children=self._children_in_files() if target.name == "custodies" else None,
        )

    def _owner(self, target: Target) -> Callable[[tuple[Any, ...]], object]:
        """Whose rows replace each other: a child's enrolments, a person's work, the bond of a child and an adult."""
        if target.name == "custodies":
            return target.identity
        if target.name == "assignments":
            return lambda values: self.links.posts.person_of.get(values[0])
        return lambda values: values[0] if target.same else None

    def _children_in_files(self) -> set[Any]:
        """Custody ends only for children whom the files still know; one who has moved keeps its family."""
        named = {self.links.to("children", row) for row in self.roster.rows["guardians"]}
        return named | {self.links.at("children", key) for key in own_keys(self.roster, "children")}

    def _drop_children(self, found: Difference, matched: Match) -> None:
        """A child is gone when it is not in the files and still enrolled."""
        scope, enrolled = self._scope(found.target), self._enrolled()
        here = [row for row in self.database["children"] if row.pk in enrolled and scope.covers(found.target, row)]
        left = {row.pk for row in matched.left}
        found.in_scope = len(here)
        found.drops = [Change(row.pk, {}) for row in here if row.pk in left]

    def _enrolled(self) -> set[int]:
        target = TARGET["enrolments"]
        return {row.values[0] for row in self.database["enrolments"] if target.is_open(row.values, self.today)}

    def _end_enrolments_of_gone_children(self) -> None:
        """They end even when the files have no enrolments, or those of another source."""
        target, gone = TARGET["enrolments"], {change.pk for change in self.differences["children"].drops}
        found = self.differences.setdefault("enrolments", Difference(target))
        ended = {change.pk for change in found.updates()}
        rows = [row for row in self.database["enrolments"] if row.values[0] in gone and row.pk not in ended]
        sources = {row.key[0] for row in rows} - {MANUAL}
        end(found, rows, Scope("", sources, set(), self.today, lambda values: None), self.held)


def _numbers_of_others(target: Target, matched: Match) -> Iterator[Problem]:
    """A CPR number in the files that, when all is done, another row of the database would have too."""
    cpr = target.at("cpr")
    taken = {row.values[cpr] for row in matched.left}
    unsaid = ((row.values[cpr], one) for row, one in matched.pairs if one.values[cpr] is None)
    taken |= {number for number, _ in unsaid}
    for one in [*matched.new, *(one for _, one in matched.pairs)]:
        if one.values[cpr] and one.values[cpr] in taken:
            yield at(one.row, "cpr_of_another", "cpr")

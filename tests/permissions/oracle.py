"""Who may see whom, told a second time and in another way: plain lists walked one by one, nothing of the product imported.

A fact is a namespace. work: person role unit first last · tie: work unit group start stop · place: child unit group first
last · share: work child consent start stop (consent: state last, or None for own task). `last` and `stop` may be None.
"""

import csv
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from types import SimpleNamespace as Fact

KIND = {"sundhedsplejerske": "HV", "tandplejer": "HV", "ppr_psykolog": "PPR", "logopaed": "PPR", "fys_ergo": "PPR"}
Way = tuple[str, str, str]


@dataclass
class World:
    matrix: str
    authority: dict[str, str]
    works: list[Fact] = field(default_factory=list)
    ties: list[Fact] = field(default_factory=list)
    places: list[Fact] = field(default_factory=list)
    shares: list[Fact] = field(default_factory=list)
    family: set[tuple[str, str]] = field(default_factory=set)
    now: datetime = field(default_factory=lambda: datetime.min.replace(tzinfo=UTC))
    today: date = date.min

    def __post_init__(self) -> None:
        with open(self.matrix, encoding="utf-8") as lines:
            self.rows = [row for row in csv.DictReader(lines) if row["when"] != "reasoned_look"]

    def may(self, person: str, child: str, data_class: str, right: str) -> bool:
        """Whether any way of the person to the child holds the right to the data class."""
        rows = [row for row in self.rows if row["data_class"] == data_class and right in row["right"]]
        return any(
            (row["role"], row["relation"]) == (role, relation) and basis in row["basis"].split("|")
            for role, relation, basis in self.ways(person, child)
            for row in rows
        )

    def ways(self, person: str, child: str) -> set[Way]:
        """(role, relation, basis) of every way that is open now."""
        if (person, child) in self.family:
            return set()
        here = [place for place in self.places if place.child == child and self.holds(place)]
        found: set[Way] = set()
        for work in self.works:
            if work.person == person and self.holds(work):
                found |= self.leading(work, here) | self.assigned(work, here) | self.shared(work, child)
        return found

    def leading(self, work: Fact, here: list[Fact]) -> set[Way]:
        leads = work.role == "leder" and any(place.unit == work.unit for place in here)
        return {(work.role, "LEAD", "own_task")} if leads else set()

    def assigned(self, work: Fact, here: list[Fact]) -> set[Way]:
        return {
            (work.role, KIND.get(work.role, "INST"), self.basis(work, place))
            for tie in self.ties
            for place in here
            if tie.work is work and self.runs(tie)
            if (tie.unit == place.unit if tie.group is None else tie.group == place.group)
        }

    def basis(self, work: Fact, place: Fact) -> str:
        if KIND.get(work.role) != "PPR":
            return "own_task"
        return "same_authority" if self.authority[work.unit] == self.authority[place.unit] else "none"

    def shared(self, work: Fact, child: str) -> set[Way]:
        mine = [share for share in self.shares if share.work is work and share.child == child and self.runs(share)]
        agreed = [s for s in mine if s.consent is None or (s.consent.state == "active" and self.today <= s.consent.last)]
        return {(work.role, "LOG", "consent" if share.consent else "own_task") for share in agreed}

    def holds(self, fact: Fact) -> bool:
        return bool(fact.first <= self.today and (fact.last is None or self.today <= fact.last))

    def runs(self, fact: Fact) -> bool:
        return bool(fact.start <= self.now and (fact.stop is None or fact.stop > self.now))

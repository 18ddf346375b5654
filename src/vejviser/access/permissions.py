"""The permission on children: one view of the database gives the list, the check and the sentence."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from vejviser.access import rules
from vejviser.access.models import Sight, SightRows, way_is_open
from vejviser.access.texts import because
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.foundation.looks import Shown
from vejviser.foundation.results import NotVisible


@dataclass
class ChildSight:
    """A child as one person may see it: the ways that are open now and the rights they give."""

    person: Person
    child: Child
    ways: list[Sight] = field(default_factory=list)
    purpose: str = "arbejde"

    @cached_property
    def rights(self) -> dict[str, dict[str, frozenset[str]]]:
        """data class → right → conditions, from docs/access.csv."""
        return rules.rights(way.way for way in self.ways)

    def may(self, data_class: str, right: str = "R") -> bool:
        """Whether a way gives this right to the data class, perhaps under a condition (see `when`)."""
        return right in self.rights.get(data_class, {})

    def when(self, data_class: str, right: str = "R") -> frozenset[str]:
        """The conditions of the right; one that is "" means always. Empty when there is no right."""
        return self.rights.get(data_class, {}).get(right, frozenset())

    @property
    def sentence(self) -> str:
        """Such as "Du kan se Almas side, fordi du er …", from the ways that grant it."""
        return because(self.child.first_name, self.ways)

    def shown(self, *data_classes: str) -> Shown:
        """What a page says to the record of looks."""
        way = self.ways[0]
        return Shown(self.child.ref, tuple(sorted(data_classes)), way.relation, way.basis, self.purpose)


def ways(person: Person, data_class: str, right: str = "R") -> SightRows:
    """Every way open now by which the person holds a right to a data class. The rule; all else here narrows it."""
    return Sight.objects.filter(person=person, way__in=rules.openings(data_class, right)).open()


def by_way(sight: str, person: Person, data_class: str, right: str = "R") -> Q:
    """The same rule for a table joined with the view by the lookup path `sight`, such as "child__sights__".

    A join with conditions reads the person's ways; `sights__in=ways(…)` would read everybody's first.
    """
    mine = {f"{sight}person": person, f"{sight}way__in": rules.openings(data_class, right)}
    return Q(**mine) & way_is_open(sight)


def see(person: Person, ref: UUID | str) -> ChildSight:
    """One child with everything the person's ways to it give. Raises NotVisible for unknown, foreign and forbidden alike."""
    rows = Sight.objects.filter(person=person, child__ref=ref).open().select_related("child", "unit", "group")
    return _one(person, list(rows))


class ChildRule:
    """A child page: open when a way gives `right` to `data_class`; the view gets the ChildSight."""

    def __init__(self, name: str, data_class: str, right: str = "R") -> None:
        self.name, self.data_class, self.right = name, data_class, right

    def open_to(self, person: Any) -> bool:
        return True

    def rows(self, person: Person) -> QuerySet[Child]:
        """The list."""
        return visible(person, self.data_class, self.right)

    def get(self, person: Person, **lookup: Any) -> ChildSight:
        """The single check."""
        sight = see(person, lookup["ref"])
        if not sight.may(self.data_class, self.right):
            raise NotVisible(self.name)
        return sight

    def sentence(self, person: Person, sight: ChildSight) -> str:
        """The words."""
        return sight.sentence


def visible(person: Person, data_class: str, right: str = "R") -> QuerySet[Child]:
    """The children of whom a person holds `right` to a data class now. Every query of a later package starts here."""
    return Child.objects.filter(pk__in=ways(person, data_class, right).values("child"))


child_page = ChildRule("child_page", "D1")
consent_page = ChildRule("consent_page", "D11")
consent_ask = ChildRule("consent_ask", "D11", "W")


def _one(person: Person, rows: list[Sight]) -> ChildSight:
    sight = ChildSight(person, rows[0].child, rows) if rows else None
    if sight is None or not sight.may("D1"):
        raise NotVisible("child")
    return sight

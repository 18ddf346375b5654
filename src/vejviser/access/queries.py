"""Who sees which child, and why: one view of the database gives the list, the check and the sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import Q

from vejviser.access import rules
from vejviser.access.models import Sight, SightRows
from vejviser.access.texts import because
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.foundation.looks import Shown
from vejviser.foundation.results import NotVisible

MOVED_TEXT_DAYS = 30


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
        return rules.rights((way.role, way.relation, way.basis) for way in self.ways)

    def may(self, data_class: str, right: str = "R") -> bool:
        """Whether a way gives this right to the data class, perhaps under a condition (see `when`)."""
        return right in self.rights.get(data_class, {})

    def when(self, data_class: str, right: str = "R") -> frozenset[str]:
        """The conditions of the right; one that is "" means always. Empty when there is no right."""
        return self.rights.get(data_class, {}).get(right, frozenset())

    @property
    def sentence(self) -> str:
        """"Du kan se Almas side, fordi du er …", from the ways that grant it."""
        return because(self.child.first_name, self.ways)

    def shown(self, *data_classes: str) -> Shown:
        """What a page says to the record of looks."""
        way = self.ways[0]
        return Shown(self.child.ref, tuple(sorted(data_classes)), way.relation, way.basis, self.purpose)


def ways(person: Person, data_class: str, right: str = "R") -> SightRows:
    """Every way open now by which the person holds a right to a data class. The rule; all else here narrows it."""
    triples = rules.openings(data_class, right)
    by_relation: dict[tuple[str, str], list[str]] = {}
    for role, relation, basis in triples:
        by_relation.setdefault((relation, basis), []).append(role)
    allowed = Q(pk__in=[])
    for (relation, basis), roles in by_relation.items():
        allowed |= Q(relation=relation, basis=basis, role__in=roles)
    return Sight.objects.filter(allowed, person=person).open()


def see(person: Person, ref: UUID | str) -> ChildSight:
    """One child with everything the person's ways to it give. Raises NotVisible for unknown, foreign and forbidden alike."""
    rows = Sight.objects.filter(person=person, child__ref=ref).open().select_related("child", "unit", "group")
    return _one(person, list(rows))


def list_sights(person: Person, data_class: str = "D1", **narrow: object) -> list[ChildSight]:
    """The children a person may see, alphabetically, each with its ways; `narrow` are lookups on the ways (`group=…`)."""
    rows = ways(person, data_class).filter(**narrow).select_related("child", "unit", "group").order_by("child__name_sort")
    found: dict[int, ChildSight] = {}
    for way in rows:
        found.setdefault(way.child_id, ChildSight(person, way.child)).ways.append(way)
    return list(found.values())


def moved_lately(person: Person, ref: UUID | str) -> bool:
    """Whether the person had the child's group or led its unit until at most 30 days ago, and sees it no more."""
    today = clock.today()
    ended = Sight.objects.filter(
        person=person,
        child__ref=ref,
        relation__in=("INST", "LEAD"),
        place_closes__lt=today,
        place_closes__gte=today - timedelta(days=MOVED_TEXT_DAYS),
    )
    return ended.filter(Q(work_closes=None) | Q(work_closes__gte=today)).exists()


def readers(child: Child, data_class: str) -> Sequence[Sight]:
    """Everybody who may read a data class of a child now: the page names its readers from the policy, never by hand."""
    by_role = {(role, relation, basis) for role, relation, basis in rules.openings(data_class, "R")}
    rows = Sight.objects.filter(child=child).open().select_related("person", "unit", "group")
    return [row for row in rows if (row.role, row.relation, row.basis) in by_role]


def shown(sights: Iterable[ChildSight], *data_classes: str) -> list[Shown]:
    """What a list says to the record of looks."""
    return [sight.shown(*data_classes) for sight in sights]


def _one(person: Person, rows: list[Sight]) -> ChildSight:
    sight = ChildSight(person, rows[0].child, rows) if rows else None
    if sight is None or not sight.may("D1"):
        raise NotVisible("child")
    return sight

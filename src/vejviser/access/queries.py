"""Lists and single questions about who sees which child; all start from the permission."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from vejviser.access import rules
from vejviser.access.models import Sight
from vejviser.access.permissions import ChildSight, see, visible, ways
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.foundation.looks import Shown

__all__ = ["ChildSight", "list_sights", "moved", "moved_lately", "readers", "see", "shown", "visible", "ways"]

MOVED_TEXT_DAYS = 30


def list_sights(person: Person, data_class: str = "D1", **narrow: object) -> list[ChildSight]:
    """The children a person may see, alphabetically, each with its ways; `narrow` are lookups on the ways (`group=…`)."""
    rows = ways(person, data_class).filter(**narrow).select_related("child", "unit", "group").order_by("child__name_sort")
    found: dict[int, ChildSight] = {}
    for way in rows:
        found.setdefault(way.child_id, ChildSight(person, way.child)).ways.append(way)
    return list(found.values())


def moved(person: Person, ref: UUID | str) -> Sight | None:
    """The way by which the person had the child's group, or led its unit, until at most 30 days ago; None otherwise.

    The caller has found that the person sees the child no more.
    """
    today = clock.today()
    ended = Sight.objects.filter(
        person=person,
        child__ref=ref,
        relation__in=("INST", "LEAD"),
        place_closes__lt=today,
        place_closes__gte=today - timedelta(days=MOVED_TEXT_DAYS),
    )
    still_employed = ended.filter(Q(work_closes=None) | Q(work_closes__gte=today)).select_related("child")
    return still_employed.order_by("-place_closes", "pk").first()


def moved_lately(person: Person, ref: UUID | str) -> bool:
    """Whether there is such a way."""
    return moved(person, ref) is not None


def readers(child: Child, data_class: str) -> Sequence[Sight]:
    """Everybody who may read a data class of a child now: the page names its readers from the policy, never by hand."""
    rows = Sight.objects.filter(child=child, way__in=rules.openings(data_class, "R")).open()
    return list(rows.select_related("person", "unit", "group"))


def shown(sights: Iterable[ChildSight], *data_classes: str) -> list[Shown]:
    """What a list says to the record of looks."""
    return [sight.shown(*data_classes) for sight in sights]

"""What only this package can tell My house: how many children a room has, and who has them first."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from uuid import UUID

from django.db.models import QuerySet

from vejviser.access.permissions import ChildSight
from vejviser.access.queries import list_sights
from vejviser.accounts.models import Person
from vejviser.children.queries import open_enrolments
from vejviser.organisation.house_queries import Counts
from vejviser.organisation.models import Assignment, Primary, Unit
from vejviser.organisation.queries import open_assignments


def counts(unit: Unit) -> Counts:
    """Numbers of children by room and by adult, in two queries; a primary adult who has left does not count."""
    rooms: defaultdict[int, set[UUID]] = defaultdict(set)
    enrolled = open_enrolments().filter(unit=unit).exclude(group=None).values_list("group", "child__ref")
    for room, child in enrolled:
        rooms[room].add(child)
    here = {child for children in rooms.values() for child in children}
    primaries = [(row, child) for row, child in _primaries(unit).values_list("assignment", "child") if child in here]
    held = {child for _row, child in primaries}
    return Counts(
        children={room: len(children) for room, children in rooms.items()},
        without_primary={room: len(children - held) for room, children in rooms.items()},
        primaries=Counter(row for row, _child in primaries),
    )


def children_of(leader: Person, row: Assignment) -> list[ChildSight]:
    """The children of a row's room, or of the whole unit, as its leader may see them."""
    room = {"group": row.group} if row.group else {"unit": row.unit}
    return list_sights(leader, "D1", relation="LEAD", **room)


def held_by_others(row: Assignment) -> Mapping[UUID, str]:
    """Children of the unit who have somebody else first now: the adult's first name."""
    others = _primaries(row.unit).exclude(assignment=row)
    return dict(others.values_list("child", "assignment__employment__person__first_name"))


def colleagues(row: Assignment) -> list[Assignment]:
    """The others who work in the same place and have a page like this one."""
    rows = open_assignments().filter(unit=row.unit, group=row.group, employment__unit=row.unit).exclude(pk=row.pk)
    return list(rows.select_related("employment__person").order_by("employment__person__first_name", "pk"))


def _primaries(unit: Unit) -> QuerySet[Primary]:
    return Primary.objects.filter(assignment__in=open_assignments().filter(unit=unit))

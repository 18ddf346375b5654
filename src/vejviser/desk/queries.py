"""Lists of children: the whole list by group, those that matter on the start page, and searches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from vejviser.access.models import Sight
from vejviser.access.permissions import ChildSight, ways
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.children.rules import fold
from vejviser.foundation import clock
from vejviser.foundation.crypto import blind_index
from vejviser.foundation.results import NotVisible

PAGE, FOUND = 50, 20
# A child may be reached by several ways; so many rows hold a few children and those that are asked for.
FEW, MOST_WAYS = 40, 4
ORDER = ("ungrouped", "room", "room_id", "child__name_sort", "child_id")


@dataclass(frozen=True)
class Room:
    """A group and those of its children that are on this page; no name for children reached without a group."""

    name: str
    sights: list[ChildSight]


@dataclass(frozen=True)
class ChildPage:
    """One page of a person's children. `after` and `after_room` lead to the next, empty on the last."""

    rooms: list[Room]
    after: str = ""
    after_room: str = ""

    @property
    def sights(self) -> list[ChildSight]:
        """Everybody on the page, once."""
        return list({sight.child.pk: sight for room in self.rooms for sight in room.sights}.values())


def children_by_group(person: Person, after: UUID | None = None, room: UUID | None = None) -> ChildPage:
    """The person's children, group by group, alphabetically; `after` is the last child of the page before, in `room`.

    Never counts: one row more than a page tells whether there is a next. Raises NotVisible for a place not in the list.
    """
    rows = _by_group(person)
    if after:
        rows = rows.filter(_beyond(_place(rows, after, room)))
    found = list(rows.select_related("child", "unit", "group").order_by(*ORDER)[: PAGE + 1])
    rooms = _rooms(person, found[:PAGE])
    if len(found) <= PAGE:
        return ChildPage(rooms)
    last = found[PAGE - 1]
    return ChildPage(rooms, str(last.child.ref), str(last.group.ref) if last.group else "")


def near(person: Person, tasks: Iterable[UUID]) -> list[ChildSight]:
    """The children of some tasks, those whose baton the person holds, and the first few by name: one read for a start page."""
    asked = list(tasks)
    first = Case(When(Q(child__ref__in=asked) | Q(capacity="holder"), then=0), default=1)
    rows = ways(person, "D1").annotate(later=first).select_related("child", "unit", "group")
    return _sights(person, rows.order_by("later", "child__name_sort", "child_id")[: FEW + MOST_WAYS * len(asked)])


def own_by_name(person: Person, words: str) -> list[ChildSight]:
    """Children of the person's own relations whose names begin with the words written, alphabetically."""
    rows = ways(person, "D1").filter(*map(_begins, fold(words).split()))
    return _sights(person, rows.select_related("child", "unit", "group").order_by("child__name_sort")[: FOUND * 2])


def outside_by_name(person: Person, name: str, born: date) -> Child | None:
    """The only child with exactly this whole name and birth date, whoever works with it; None for none and for several."""
    return _only(_outside(person).filter(name_fold=fold(name), birth_date=born))


def outside_by_cpr(person: Person, cpr: str) -> Child | None:
    """The child with this CPR number, whoever works with it."""
    number = blind_index(cpr)
    return _only(_outside(person).filter(cpr_hash=number)) if number else None


def _by_group(person: Person) -> QuerySet[Sight]:
    """Every way, except those without a group to a child that the person has in a group too."""
    mine = ways(person, "D1")
    grouped = mine.exclude(group=None).values("child")
    return mine.exclude(group=None, child__in=grouped).annotate(
        ungrouped=Case(When(group=None, then=1), default=0),
        room=Coalesce(F("group__name"), Value("")),
        room_id=Coalesce(F("group_id"), Value(0)),
    )


def _place(rows: QuerySet[Sight], child: UUID, room: UUID | None) -> tuple[object, ...]:
    in_room = Q(group__ref=room) if room else Q(group=None)
    place: tuple[object, ...] | None = rows.filter(in_room, child__ref=child).values_list(*ORDER).first()
    if place is None:
        raise NotVisible("children")
    return place


def _beyond(place: Sequence[object]) -> Q:
    """Rows that come after a place, by the first column in which they differ."""
    same: dict[str, object] = {}
    beyond = Q(pk__in=[])
    for column, value in zip(ORDER, place, strict=True):
        beyond |= Q(**same, **{f"{column}__gt": value})
        same[column] = value
    return beyond


def _rooms(person: Person, rows: Iterable[Sight]) -> list[Room]:
    rooms: dict[object, list[Sight]] = {}
    for row in rows:
        rooms.setdefault(row.group, []).append(row)
    return [Room(str(group or ""), _sights(person, ways)) for group, ways in rooms.items()]


def _sights(person: Person, rows: Iterable[Sight]) -> list[ChildSight]:
    found: dict[int, ChildSight] = {}
    for row in rows:
        found.setdefault(row.child_id, ChildSight(person, row.child)).ways.append(row)
    return list(found.values())


def _begins(word: str) -> Q:
    return Q(child__name_fold__startswith=word) | Q(child__name_fold__contains=f" {word}")


def _outside(person: Person) -> QuerySet[Child]:
    """Nobody finds a child of their own family, or one whose name is protected."""
    family = Q(custodies__guardian__cpr_hash=person.cpr_hash) if person.cpr_hash else Q(pk__in=[])
    holds = Q(protection_to=None) | Q(protection_to__gte=clock.today())
    return Child.objects.exclude(family).exclude(holds, protection="navn_og_adresse")


def _only(children: QuerySet[Child]) -> Child | None:
    found = list(children[:2])
    return found[0] if len(found) == 1 else None

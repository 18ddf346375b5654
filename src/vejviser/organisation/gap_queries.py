"""What is missing in a house today: people without a room, rooms without assessors, children without a primary adult."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from vejviser.organisation import house_texts as texts
from vejviser.organisation.house_queries import House, Line
from vejviser.organisation.house_rules import WITH_PRIMARY
from vejviser.organisation.models import Group
from vejviser.organisation.setting_queries import is_on, number


@dataclass(frozen=True)
class Gap:
    """One line: whom or what it is about, the two numbers of its reason, and the page where it is put right."""

    kind: str
    name: str
    path: str
    place: str
    count: int = 0
    needed: int = 0

    @property
    def why(self) -> str:
        return texts.why_missing(self.kind, self.count, self.needed, self.place)

    @property
    def step(self) -> str:
        return texts.next_step(self.kind, self.name, self.place)

    @property
    def button(self) -> str:
        return texts.button(self.kind, self.place)


def gaps(house: House) -> list[Gap]:
    """Everything that is missing today, people first."""
    return [*_people(house), *_assessors(house), *_primaries(house)]


def _people(house: House) -> Iterator[Gap]:
    path = reverse("house_place", kwargs={"ref": house.unit.ref})
    for worker in house.workers:
        if worker.is_without_room:
            yield Gap(texts.GAP_ROOM, worker.name, f"{path}?employment={worker.work.ref}", house.place)


def _assessors(house: House) -> Iterator[Gap]:
    needed = number("screening.required_assessors", house.unit.kind)
    for room in house.rooms if is_on(house.unit.kind, "screening") else ():
        count = sum(line.row.assesses for line in _lines_in(house, room))
        if count < needed:
            path = reverse("house_assessors", kwargs={"ref": room.ref})
            yield Gap(texts.GAP_ASSESSORS, room.name, path, house.place, count, needed)


def _primaries(house: House) -> Iterator[Gap]:
    """A room is put right on the page of its first adult; that page leads on to the others'."""
    for room in house.rooms if house.unit.kind in WITH_PRIMARY else ():
        count = house.counts.without_primary.get(room.pk, 0)
        adults = [line for line in _lines_in(house, room) if line.is_changeable and not line.is_for_a_day]
        if count and adults:
            path = reverse("house_primaries", kwargs={"ref": adults[0].row.ref})
            yield Gap(texts.GAP_PRIMARY, room.name, path, house.place, count)


def _lines_in(house: House, room: Group) -> list[Line]:
    return [line for worker in house.workers for line in worker.lines_now if line.row.group_id == room.pk]

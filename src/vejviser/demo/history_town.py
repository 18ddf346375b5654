"""The cast found by their keys, and the days of their year, which move with the demo's day."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime, time

from django.utils import timezone

from vejviser.accounts.models import Person
from vejviser.children.models import Child, Guardian
from vejviser.children.queries import open_custodies
from vejviser.demo.cast import SOURCE_ID
from vejviser.demo.roster_world import WRITTEN_FOR
from vejviser.foundation import clock
from vejviser.organisation.models import Assignment, Employment, Group, Unit


@contextmanager
def living(day: date, clock_time: str = "10:00") -> Iterator[date]:
    """Let it be that moment of a day, local time; gives the day."""
    with clock.frozen(moment(day, clock_time)):
        yield day


def moment(day: date, clock_time: str = "10:00") -> datetime:
    """A time of day, local."""
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(clock_time)))


class Town:
    """Fjordlund on the demo's day. Keys are those of the roster files without their prefix."""

    def __init__(self, day: date) -> None:
        self.day = day

    def at(self, written: str) -> date:
        """A date as it is written for 10 March 2026, moved with the day."""
        return self.day + (date.fromisoformat(written) - WRITTEN_FOR)

    def on(self, written: str, clock_time: str = "10:00") -> AbstractContextManager[date]:
        """Let it be a moment of that day, local time; gives the day."""
        return living(self.at(written), clock_time)

    def person(self, key: str) -> Person:
        """Somebody of the cast at work."""
        return Person.objects.get(source_id=SOURCE_ID.format(key=key))

    def work(self, key: str) -> Employment:
        """Their employment; nobody of the cast has two."""
        return Employment.objects.select_related("person", "unit").get(person=self.person(key))

    def place(self, key: str, group: str) -> Assignment:
        """Somebody's place in a group."""
        rows = Assignment.objects.filter(employment__person=self.person(key), group=self.group(group))
        return rows.select_related("unit", "group", "employment__person").order_by("opens_at")[0]

    def child(self, key: str) -> Child:
        """A child of the cast."""
        return Child.objects.get(source_id=f"child-{key}")

    def group(self, key: str) -> Group:
        """A group of the cast."""
        return Group.objects.select_related("unit").get(source_id=f"group-{key}")

    def unit(self, key: str) -> Unit:
        """A unit of the cast."""
        return Unit.objects.get(source_id=f"unit-{key}")

    def parent(self, child: str, first_name: str) -> Guardian:
        """An adult of a child, by first name."""
        rows = open_custodies(self.child(child)).filter(guardian__first_name=first_name)
        return rows[0].guardian

"""The start page of staff: what matters today, tasks, batons, the week, and the first of the children."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from vejviser.access.permissions import ChildSight
from vejviser.accounts.models import Person
from vejviser.desk.queries import near
from vejviser.desk.rules import SHORT_LIST
from vejviser.desk.task_queries import TaskLine, by_day, lines_of
from vejviser.foundation import clock
from vejviser.relaylog.tasks import NEXT
from vejviser.worklist.models import Task
from vejviser.worklist.queries import open_tasks
from vejviser.worklist.rules import count, most_important, upcoming

WEEK = timedelta(days=6)


@dataclass(frozen=True)
class Baton:
    """A child whose log the person answers for, and the next day agreed on with the family."""

    sight: ChildSight
    next_on: date | None


@dataclass(frozen=True)
class Overview:
    """What a start page shows. `sights` are the children named on it."""

    lines: list[TaskLine]
    first: TaskLine | None
    coming: TaskLine | None
    batons: list[Baton]
    children: list[ChildSight]

    @property
    def tasks(self) -> list[TaskLine]:
        """The first tasks by date, without the one that stands above the list."""
        return [line for line in self.lines if line is not self.first][:SHORT_LIST]

    @property
    def counts(self) -> tuple[int, int]:
        """How many things today, and how many on the rest of the week."""
        return count([line.task for line in self.lines], clock.today())

    @property
    def week(self) -> list[tuple[date, list[TaskLine]]]:
        """The coming seven days that have something on them."""
        today = clock.today()
        return by_day(self.lines, today, today + WEEK)

    @property
    def sights(self) -> list[ChildSight]:
        """Everybody who is named on the page, once."""
        tasks = [line.sight for line in (self.first, *self.tasks, *self._in_week()) if line and line.sight]
        named = (*tasks, *(baton.sight for baton in self.batons), *self.children)
        return list({sight.child.pk: sight for sight in named}.values())

    def _in_week(self) -> list[TaskLine]:
        return [line for _, lines in self.week for line in lines]


def read_overview(person: Person, more: Iterable[UUID] = ()) -> tuple[Overview, list[ChildSight]]:
    """Two reads: the person's tasks, and the children they, the batons and the list of first names are about.

    `more` are children that the page names besides; they come back among those seen, if the person may see them.
    """
    tasks = list(open_tasks(person))
    sights = near(person, {*more, *(task.child for task in tasks if task.child)})
    lines = lines_of(tasks, sights)
    first, coming = (_line(lines, pick(tasks, clock.today())) for pick in (most_important, upcoming))
    return Overview(lines, first, coming, _batons(sights, tasks), _first_by_name(sights)), sights


def _batons(sights: Iterable[ChildSight], tasks: Iterable[Task]) -> list[Baton]:
    """The holder's task says the next day, so the log itself is not read here; earliest first."""
    next_on = {task.child: task.due for task in tasks if task.kind == NEXT}
    held = (sight for sight in sights if any(way.capacity == "holder" for way in sight.ways))
    batons = [Baton(sight, next_on.get(sight.child.ref)) for sight in held]
    return sorted(batons, key=lambda baton: (baton.next_on or date.max, baton.sight.child.name_sort))


def _line(lines: Iterable[TaskLine], task: object) -> TaskLine | None:
    return next((line for line in lines if line.task is task), None)


def _first_by_name(sights: Iterable[ChildSight]) -> list[ChildSight]:
    """The read holds all that matter today and the first by name, so the first of both are the first of all."""
    return sorted(sights, key=lambda sight: sight.child.name_sort)[:SHORT_LIST]

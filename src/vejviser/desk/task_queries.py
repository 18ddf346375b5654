"""Tasks as the desk writes them: in words, and with the child's name only where access gives it now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from vejviser.access.permissions import ChildSight
from vejviser.foundation import clock
from vejviser.worklist.kinds import kinds, words
from vejviser.worklist.models import Task


class Untold(dict[str, Any]):
    """The facts of a task about a child that the person sees no more."""

    def __missing__(self, key: str) -> str:
        return "…"


@dataclass(frozen=True)
class TaskLine:
    """One task. `sight` is the child as the person sees it; None for a task about no child, or one not seen any more."""

    task: Task
    sight: ChildSight | None
    what: str
    why: str
    action: str

    @property
    def is_late(self) -> bool:
        """Whether its day has passed."""
        return self.task.due is not None and self.task.due < clock.today()

    @property
    def is_today(self) -> bool:
        """Whether today is its day."""
        return self.task.due == clock.today()

    @property
    def link(self) -> str:
        """The page where it is done; "" when that has closed for the person."""
        return "" if self.leads_nowhere else self.task.link

    @property
    def leads_nowhere(self) -> bool:
        """Whether the page it links to has closed for the person."""
        return self.task.child is not None and self.sight is None

    @property
    def by_hand(self) -> bool:
        """Whether the person may tick it off."""
        return kinds[self.task.kind].by_hand


def line_of(task: Task, sight: ChildSight | None) -> TaskLine:
    """The task in words; without access to its child its facts are not told."""
    untold = task.child is not None and sight is None
    return TaskLine(task, sight, *words(task.kind, Untold() if untold else task.facts))


def lines_of(tasks: Iterable[Task], sights: Iterable[ChildSight]) -> list[TaskLine]:
    """Tasks in words, each with its child if that is among the children seen."""
    seen: Mapping[UUID | None, ChildSight] = {sight.child.ref: sight for sight in sights}
    return [line_of(task, seen.get(task.child)) for task in tasks]


def by_day(lines: Iterable[TaskLine], first: date, last: date) -> list[tuple[date, list[TaskLine]]]:
    """The lines due on the days from `first` to `last`, day by day."""
    days: dict[date, list[TaskLine]] = {}
    for line in lines:
        if line.task.due and first <= line.task.due <= last:
            days.setdefault(line.task.due, []).append(line)
    return sorted(days.items())

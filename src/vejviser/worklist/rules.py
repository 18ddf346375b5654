"""Which task comes first, and when to remind. Pure: today is an argument."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol, TypeVar

REMIND_EVERY = timedelta(days=7)


class Dated(Protocol):
    """What a task must tell to be put in order."""

    @property
    def due(self) -> date | None: ...
    @property
    def others_wait(self) -> bool: ...


T = TypeVar("T", bound=Dated)


def most_important(tasks: Sequence[T], today: date) -> T | None:
    """The earliest task due by today for which others wait; if nobody waits, the earliest. None on a quiet day."""
    now = [task for task in tasks if task.due is not None and task.due <= today]
    waiting = [task for task in now if task.others_wait]
    return min(waiting or now, key=lambda task: task.due or today, default=None)


def upcoming(tasks: Sequence[T], today: date) -> T | None:
    """The earliest task with a date after today."""
    later = [task for task in tasks if task.due is not None and task.due > today]
    return min(later, key=lambda task: task.due or today, default=None)


def count(tasks: Iterable[Dated], today: date) -> tuple[int, int]:
    """How many are due today or before, and how many on the rest of this week's days up to Sunday."""
    sunday = today + timedelta(days=6 - today.weekday())
    dues = [task.due for task in tasks if task.due is not None]
    return sum(due <= today for due in dues), sum(today < due <= sunday for due in dues)


def reminder_is_due(due: date, reminded_on: date | None, today: date) -> bool:
    """On the day a task is due, then once a week while it is overdue; a task that was moved is reminded of again."""
    if today < due:
        return False
    return reminded_on is None or reminded_on < due or today - reminded_on >= REMIND_EVERY

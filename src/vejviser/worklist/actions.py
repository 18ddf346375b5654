"""Giving, moving and finishing tasks. Called by the actions of later packages inside their transaction."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.worklist.kinds import kinds
from vejviser.worklist.models import Task
from vejviser.worklist.queries import due_tasks
from vejviser.worklist.rules import reminder_is_due


@transaction.atomic
def give(
    *,
    to: Person,
    kind: str,
    source: UUID,
    link: str,
    due: date | None = None,
    child: UUID | None = None,
    others_wait: bool = False,
    facts: dict[str, Any] | None = None,
) -> Task:
    """Give a task, or move the open one of the same kind and source; safe to repeat."""
    values = {"link": link, "due": due, "child": child, "others_wait": others_wait, "facts": facts or {}}
    return Task.objects.update_or_create(kind=kind, source=source, person=to, done_at=None, defaults=values)[0]


@transaction.atomic
def finish(*, by: Person | None, kind: str, source: UUID, person: Person | None = None) -> int:
    """Close the open tasks of a source, or one person's. Returns how many."""
    tasks = Task.objects.filter(kind=kind, source=source, done_at=None)
    if person is not None:
        tasks = tasks.filter(person=person)
    return tasks.update(done_at=clock.now(), done_by=by.ref if by else None)


@transaction.atomic
def tick(*, by: Person, task: Task) -> None:
    """Tick a task off by hand, if its kind allows it. Raises RuleBroken for a task that ends with a deed."""
    if not kinds[task.kind].by_hand:
        raise RuleBroken("task_ends_with_its_deed")
    finish(by=by, kind=task.kind, source=task.source, person=task.person)
    record_change(by=by, action="task.tick", row=task, child=task.child, facts={"kind": task.kind})


@transaction.atomic
def remind() -> int:
    """Mark the open tasks whose reminder is due today; the list and, later, a mail go by the mark. Returns how many."""
    today = clock.today()
    late = due_tasks(today).values_list("pk", "due", "reminded_on")
    ready = [pk for pk, due, reminded in late if due and reminder_is_due(due, reminded, today)]
    return Task.objects.filter(pk__in=ready).update(reminded_on=today)

"""Giving, moving and finishing tasks. Called by the actions of later packages inside their transaction."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.worklist.models import Task


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

"""A person's tasks, oldest deadline first."""

from datetime import date

from django.db.models import F, QuerySet

from vejviser.accounts.models import Person
from vejviser.worklist.models import Task
from vejviser.worklist.permissions import own_tasks


def open_tasks(person: Person) -> QuerySet[Task]:
    """What the person has to do, earliest first, tasks without a date last."""
    return own_tasks.rows(person).order_by(F("due").asc(nulls_last=True), "pk")


def due_tasks(today: date) -> QuerySet[Task]:
    """Everybody's open tasks due on a day or before, for jobs."""
    return Task.objects.filter(done_at=None, due__lte=today)

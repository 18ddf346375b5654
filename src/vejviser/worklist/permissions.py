"""A person's tasks are their own: no leader and no colleague reads them."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vejviser.accounts.models import Person
from vejviser.foundation.permissions import Permission
from vejviser.worklist.models import Task


def _mine(person: Person) -> QuerySet[Task]:
    return Task.objects.filter(person=person, done_at=None)


def _why(person: Person, task: Task) -> str:
    return _("You can see the task because it is yours.")


own_tasks: Permission[Task] = Permission("own_tasks", _mine, _why)

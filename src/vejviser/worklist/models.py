"""One list of tasks for the whole house: what, who, by when, why, and the link to where it is done."""

from django.db import models
from django.db.models import Q

from vejviser.accounts.models import Person
from vejviser.foundation.models import Row


class Task(Row):
    """A task for one person. `kind` has its words in `worklist.kinds`; the child is named only where access allows."""

    data_class = "D10"
    child_ref = "child"
    retention = "1 year after it is done"

    kind = models.CharField(max_length=60)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tasks")
    child = models.UUIDField(null=True, blank=True, db_index=True)
    facts = models.JSONField(default=dict)
    link = models.CharField(max_length=300)
    source = models.UUIDField()
    due = models.DateField(null=True, blank=True)
    others_wait = models.BooleanField(default=False)
    reminded_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "source", "person"], condition=Q(done_at=None), name="task_one_open")
        ]
        indexes = [models.Index(fields=["person", "done_at", "due"])]

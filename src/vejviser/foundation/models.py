"""What every row has: an opaque reference for addresses and records, and a version against lost updates."""

import uuid
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F

from vejviser.foundation import clock
from vejviser.foundation.results import Conflict


class Declared(models.Model):
    """Every model says which data class it holds, the path to its child and how long it is kept.

    `data_class` is a code of docs/access.csv or "-". `child_ref` is a lookup path to the child's ref, or "-".
    `retention` names the rule or setting that ends the row's life. A test refuses a model without them.
    """

    data_class: ClassVar[str]
    child_ref: ClassVar[str] = "-"
    retention: ClassVar[str] = "while the municipality uses the platform"

    class Meta:
        abstract = True


class Row(Declared):
    """A row that people see and change."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        abstract = True

    def save_if_unchanged(self, seen: int, *fields: str) -> Self:
        """Save the named fields if the row still has version `seen`; else raise Conflict with the row as it is."""
        values: dict[str, Any] = {name: getattr(self, name) for name in fields}
        manager = type(self)._default_manager
        if not manager.filter(pk=self.pk, version=seen).update(version=F("version") + 1, **values):
            raise Conflict(manager.get(pk=self.pk))
        self.version = seen + 1
        return self


class Job(Declared):
    """When a named job runs next and how it went last; see `foundation.schedule`."""

    data_class = "-"

    name = models.CharField(max_length=80, primary_key=True)
    next_run = models.DateTimeField()
    last_run = models.DateTimeField(null=True)
    last_result = models.TextField(blank=True)
    last_ok = models.BooleanField(null=True)

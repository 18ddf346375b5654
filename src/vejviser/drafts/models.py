"""What somebody is writing and has not saved yet. Encrypted, seen by nobody else, gone after 14 days."""

from django.db import models

from vejviser.accounts.models import Person
from vejviser.drafts.rules import NOTHING
from vejviser.foundation import clock
from vejviser.foundation.crypto import EncryptedField
from vejviser.foundation.models import Row


class Draft(Row):
    """One person's unsaved text in one form about one object. `object_ref` is `rules.NOTHING` for a form about no object."""

    data_class = "D4"
    retention = "drafts.days"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="drafts")
    form = models.SlugField(max_length=40, db_index=False)
    object_ref = models.UUIDField(default=NOTHING)
    body = EncryptedField()
    updated_at = models.DateTimeField(default=clock.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "form", "object_ref"], name="draft_once")]

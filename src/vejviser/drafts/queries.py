"""Reading one's own draft again."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.datastructures import MultiValueDict

from vejviser.accounts.models import Person
from vejviser.drafts.models import Draft
from vejviser.drafts.rules import NOTHING, oldest_kept
from vejviser.foundation import clock


@dataclass(frozen=True)
class Kept:
    """What was written, as a form's `data` or, by `fields.dict()`, its `initial`; and when it was kept last."""

    fields: MultiValueDict[str, str]
    at: datetime


def load(person: Person, form: str, object_ref: UUID = NOTHING) -> Kept | None:
    """The person's own draft of a form about an object, or None; never anybody else's."""
    kept = Draft.objects.filter(person=person, form=form, object_ref=object_ref, updated_at__gte=oldest_kept(clock.now()))
    row = kept.first()
    return Kept(MultiValueDict(json.loads(row.body)), row.updated_at) if row else None

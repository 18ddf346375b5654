"""Keeping and throwing away what somebody is writing."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from vejviser.accounts.models import Person
from vejviser.drafts.models import Draft
from vejviser.drafts.rules import NOTHING, Fields, body, oldest_kept
from vejviser.foundation import clock


@transaction.atomic
def save(*, by: Person, form: str, fields: Fields, object_ref: UUID = NOTHING) -> datetime:
    """Keep the fields of a form as the person's draft, in place of the one before. Returns the moment.

    Raises RuleBroken("draft_too_long") and keeps the draft before.
    """
    text, now = body(fields), clock.now()
    row, made = Draft.objects.get_or_create(
        person=by, form=form, object_ref=object_ref, defaults={"body": text, "updated_at": now}
    )
    if not made:
        Draft.objects.filter(pk=row.pk).update(body=text, updated_at=now, version=F("version") + 1)
    return now


def discard(*, by: Person, form: str, object_ref: UUID = NOTHING) -> None:
    """Forget the draft: the form was saved, or is not wanted."""
    Draft.objects.filter(person=by, form=form, object_ref=object_ref).delete()


def purge() -> int:
    """Delete every draft that nobody has touched for 14 days; returns how many."""
    return Draft.objects.filter(updated_at__lt=oldest_kept(clock.now())).delete()[0]

"""Keeping what a child is good at and says."""

from datetime import date

from django.db import transaction

from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.children.models import Child, OwnWords
from vejviser.children.rules import check_words
from vejviser.foundation import clock


@transaction.atomic
def keep_words(*, by: Person, child: Child, kind: str, text: str, day: date) -> OwnWords:
    """Add a strength or the child's own words; the caller has asked access (D13, write). Raises RuleBroken."""
    check_words(text, day, clock.today())
    words = OwnWords.objects.create(child=child, kind=kind, text=text.strip(), told_on=day, by=by)
    record_change(by=by, action="words.keep", row=words, child=child.ref, facts={"kind": kind})
    return words

"""What a draft keeps and for how long. Pure."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from vejviser.foundation.results import RuleBroken

KEPT_FOR = timedelta(days=14)
LONGEST = 64 * 1024
# Stands for the object of a form that is about nothing that exists yet.
NOTHING = UUID(int=0)
NOT_WRITTEN = frozenset({"csrfmiddlewaretoken"})

Fields = Mapping[str, Sequence[str]]


def body(fields: Fields) -> str:
    """A form's fields as the JSON that is stored. Raises RuleBroken("draft_too_long") above 64 KB."""
    text = json.dumps({name: list(values) for name, values in fields.items() if name not in NOT_WRITTEN})
    if len(text.encode()) > LONGEST:
        raise RuleBroken("draft_too_long", limit=LONGEST // 1024)
    return text


def oldest_kept(now: datetime) -> datetime:
    """Drafts that were last touched before this moment are deleted."""
    return now - KEPT_FOR

"""Who has looked at a child: for "Hvem har set", newest first, a page at a time."""

from collections.abc import Sequence
from uuid import UUID

from vejviser.audit.models import LookChild

PAGE = 50


def looks_at(child: UUID, *, person: UUID | None = None, before: int | None = None, limit: int = PAGE) -> Sequence[LookChild]:
    """Looks at a child, the look joined; only one person's when `person` is given (staff sees own).

    `before` is the id of the last row of the page before; the caller has asked access who may read the list.
    """
    rows = LookChild.objects.filter(child=child).select_related("look").order_by("-pk")
    if person is not None:
        rows = rows.filter(look__person=person)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return list(rows[:limit])

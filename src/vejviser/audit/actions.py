"""Writing the record: a change inside the action's transaction, a look in one of its own before the answer leaves."""

import secrets
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from vejviser.accounts.models import Person
from vejviser.audit.models import Change, Look, LookChild
from vejviser.foundation import clock
from vejviser.foundation.looks import Seen
from vejviser.foundation.models import Row


def record_change(
    *, by: Person | None, action: str, row: Row, child: UUID | None = None, facts: dict[str, Any] | None = None
) -> None:
    """Record that `by` (None: a job) did `action` to a row. `facts` are codes, dates and refs, never what somebody wrote."""
    Change.objects.create(
        at=clock.now(),
        person=by.ref if by else None,
        action=action,
        model=row._meta.label_lower,
        row=row.ref,
        child=child,
        facts=facts or {},
        salt=secrets.token_hex(16),
    )


def record_look(request: HttpRequest, seen: Seen) -> None:
    """Write the look and its children in two statements, in a transaction of their own. Any failure is the caller's to turn into no answer."""
    with transaction.atomic():
        look = Look.objects.create(
            at=clock.now(),
            person=getattr(request.user, "ref", None),
            action=f"{seen.action}:{_page(request)}",
            criterion=seen.criterion,
            refused=seen.refused,
            request=request.id,  # type: ignore[attr-defined]
            salt=secrets.token_hex(16),
        )
        LookChild.objects.bulk_create(
            LookChild(
                look=look,
                child=one.child,
                data_classes=" ".join(one.data_classes),
                relation=one.relation,
                basis=one.basis,
                purpose=one.purpose,
            )
            for one in seen.shown.values()
        )


def _page(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.view_name if match else "") or "unnamed"

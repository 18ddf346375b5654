"""Writing the record: a change inside the action's transaction, a look in one of its own before the answer leaves."""

import secrets
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Model
from django.db.models.sql import InsertQuery
from django.http import HttpRequest

from vejviser.accounts.models import Person
from vejviser.audit.models import Change, Look, LookChild
from vejviser.foundation import clock
from vejviser.foundation.looks import Seen, Shown
from vejviser.foundation.models import Row

AT_ONCE = 5_000


def record_change(
    *, by: Person | None, action: str, row: Row, child: UUID | None = None, facts: dict[str, Any] | None = None
) -> None:
    """Record that `by` (None: a job) did `action` to a row. `facts`: codes, dates, refs, never what somebody wrote."""
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
    """Write the look and its children in two statements, in a transaction of their own; if it fails, show nothing."""
    with transaction.atomic():
        look = Look.objects.create(
            at=clock.now(),
            person=getattr(request.user, "ref", None),
            action=f"{seen.action}:{_page(request)}"[:80],
            criterion=seen.criterion,
            refused=seen.refused,
            request=request.id,  # type: ignore[attr-defined]
            salt=secrets.token_hex(16),
        )
        _insert([_child(look, one) for one in seen.shown.values()])


def _child(look: Look, one: Shown) -> LookChild:
    return LookChild(
        look=look,
        child=one.child,
        data_classes=" ".join(one.data_classes),
        relation=one.relation,
        basis=one.basis,
        purpose=one.purpose,
    )


def _insert(rows: list[Model]) -> None:
    """One statement per 5,000 children; `bulk_create` writes 166 at a time on SQLite, which takes 32,766 values."""
    fields = [field for field in LookChild._meta.concrete_fields if not field.primary_key]
    for start in range(0, len(rows), AT_ONCE):
        query = InsertQuery(LookChild)
        query.insert_values(fields, rows[start : start + AT_ONCE])
        query.get_compiler(DEFAULT_DB_ALIAS).execute_sql(None)


def _page(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.view_name if match else "") or "unnamed"

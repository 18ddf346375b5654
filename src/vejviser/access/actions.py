"""The one door through which later packages grant and end relations; both are safe to repeat."""

from uuid import UUID

from django.db import transaction

from vejviser.access.models import Relation, SharingBasis
from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.organisation.models import Employment


@transaction.atomic
def grant(
    *,
    by: Person,
    employment: Employment,
    child: Child,
    kind: str,
    source_kind: str,
    source: UUID,
    basis: SharingBasis,
    capacity: str = "",
) -> Relation:
    """Open a relation for the person of an employment, or change the capacity of the one that is open."""
    row, made = Relation.objects.get_or_create(
        kind=kind,
        source_id=source,
        person=employment.person,
        closes_at=None,
        defaults={
            "employment": employment,
            "child": child,
            "source_kind": source_kind,
            "basis": basis,
            "capacity": capacity,
            "opens_at": clock.now(),
        },
    )
    if not made and row.capacity != capacity:
        row.capacity = capacity
        row.save_if_unchanged(row.version, "capacity")
    record_change(by=by, action="relation.grant", row=row, child=child.ref, facts={"kind": kind, "capacity": capacity})
    return row


@transaction.atomic
def end(*, by: Person, kind: str, source: UUID, person: Person | None = None, reason: str = "") -> int:
    """Close the open relations of a source, or one person's. Returns how many; 0 when it was done before."""
    rows = Relation.objects.filter(kind=kind, source_id=source, closes_at=None).select_related("child")
    if person is not None:
        rows = rows.filter(person=person)
    found = list(rows)
    rows.update(closes_at=clock.now(), closed_by=by.ref, reason=reason)
    for row in found:
        record_change(by=by, action="relation.end", row=row, child=row.child.ref, facts={"kind": kind})
    return len(found)

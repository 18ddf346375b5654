"""The one door through which later packages found bases, and grant and end relations; the last two may be repeated."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from vejviser.access.consent_queries import standing
from vejviser.access.models import Consent, Relation, SharingBasis
from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.organisation.models import Employment


@transaction.atomic
def grant(
    *,
    by: Person | None,
    employment: Employment,
    child: Child,
    kind: str,
    source_kind: str,
    source: UUID,
    basis: SharingBasis,
    capacity: str = "",
) -> Relation:
    """Open a relation for the person of an employment, or change the capacity and basis of the one that is open."""
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
    if not made and (row.capacity, row.basis_id) != (capacity, basis.pk):
        row.capacity, row.basis = capacity, basis
        row.save_if_unchanged(row.version, "capacity", "basis")
    told = {"kind": kind, "capacity": capacity, "basis": basis.kind}
    record_change(by=by, action="relation.grant", row=row, child=child.ref, facts=told)
    return row


@transaction.atomic
def end(
    *,
    by: Person | None,
    kind: str,
    source: UUID,
    person: Person | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> int:
    """Close the open relations of a source, or one person's, now or `at` a moment to come.

    Returns how many; 0 when it was done before.
    """
    open_now = Q(closes_at=None) | Q(closes_at__gt=at or clock.now())
    rows = Relation.objects.filter(open_now, kind=kind, source_id=source).select_related("child")
    if person is not None:
        rows = rows.filter(person=person)
    found = list(rows)
    rows.update(closes_at=at or clock.now(), closed_by=by.ref if by else None, reason=reason)
    for row in found:
        record_change(by=by, action="relation.end", row=row, child=row.child.ref, facts={"kind": kind})
    return len(found)


@transaction.atomic
def found_basis(
    *,
    by: Person,
    child: Child,
    kind: str,
    consent: Consent | None = None,
    note: str = "",
    closes: date | None = None,
) -> SharingBasis:
    """The one row on which a sharing rests. A consent must share today; a law must be named in the note.

    Raises RuleBroken("basis_needs_consent") or RuleBroken("basis_needs_note").
    """
    if kind == "consent" and not (consent and consent.child_id == child.pk and standing(consent).shares):
        raise RuleBroken("basis_needs_consent")
    if kind in ("law", "ssd") and not note.strip():
        raise RuleBroken("basis_needs_note")
    row = SharingBasis.objects.create(
        child=child,
        kind=kind,
        consent=consent if kind == "consent" else None,
        note=note,
        opens=clock.today(),
        closes=closes,
        by=by.ref,
    )
    record_change(by=by, action="basis.found", row=row, child=child.ref, facts={"kind": kind})
    return row

"""What an import proposes beside a leader's own rows, and the leader's answer."""

from datetime import date

from django.db import transaction

from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.foundation import clock
from vejviser.organisation.actions import place
from vejviser.organisation.models import Employment, Group, Proposal, Unit
from vejviser.organisation.permissions import house_proposal


@transaction.atomic
def propose(
    *, source: str, source_id: str, employment: Employment, unit: Unit, group: Group | None, opens: date,
    closes: date | None, assesses: bool,
) -> Proposal:  # fmt: skip
    """Put a row of an import before the leader. The same row again changes nothing, another one asks again."""
    values = {
        "employment": employment, "unit": unit, "group": group, "opens": opens, "closes": closes, "assesses": assesses,
    }  # fmt: skip
    row, made = Proposal.objects.get_or_create(source=source, source_id=source_id, defaults=values)
    if not made and any(getattr(row, name) != value for name, value in values.items()):
        for name, value in (values | {"accepted": None, "decided_at": None, "decided_by": None}).items():
            setattr(row, name, value)
        row.save_if_unchanged(row.version, *values, "accepted", "decided_at", "decided_by")
    return row


@transaction.atomic
def answer(*, by: Person, proposal: Proposal, seen: int, accept: bool) -> Proposal:
    """Take a proposal as a row of one's own, or leave it. Raises Conflict, and RuleBroken when the row cannot be made."""
    house_proposal.get(by, pk=proposal.pk)
    proposal.accepted, proposal.decided_at, proposal.decided_by = accept, clock.now(), by.ref
    proposal.save_if_unchanged(seen, "accepted", "decided_at", "decided_by")
    record_change(by=by, action="proposal.accept" if accept else "proposal.decline", row=proposal)
    if accept:
        place(
            by=by,
            employment=proposal.employment,
            unit=proposal.unit,
            group=proposal.group,
            opens=proposal.opens,
            closes=proposal.closes,
            assesses=proposal.assesses,
        )
    return proposal

"""Letting people into a log, each on one basis, and seeing them out."""

from django.db import transaction

from vejviser.access.actions import end, found_basis, grant
from vejviser.access.consent_queries import fits
from vejviser.access.consent_rules import LOG_PURPOSES
from vejviser.access.models import Consent, SharingBasis
from vejviser.access.rules import openings
from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.children.queries import open_custodies
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.organisation.models import Employment
from vejviser.relaylog import rules
from vejviser.relaylog.models import Log, Participant
from vejviser.relaylog.participant_queries import same_authority, works_with
from vejviser.relaylog.write_permissions import writable

HOLDS_CUSTODY = ("faelles", "ene")


@transaction.atomic
def add_participant(
    *, by: Person, log: Log, employment: Employment, basis: str, consent: Consent | None = None, note: str = ""
) -> Participant:
    """Let somebody read and write, on exactly one basis; who takes part already stands on the new basis from now on."""
    child = writable(by, log).sight.child
    rules.check_basis([basis])
    rules.check_may_rest_on(
        basis,
        works_with_child=works_with(child, employment, "own_task"),
        same_authority=same_authority(child, employment),
        consent_fits=consent is not None and consent.purpose in LOG_PURPOSES and fits(consent, employment),
    )
    if f"{employment.role}:LOG:{basis}" not in openings("D5", "R"):
        raise RuleBroken("role_reads_no_log")
    row = found_basis(by=by, child=child, kind=basis, consent=consent, note=note)
    return let_in(by=by, log=log, employment=employment, basis=row)


@transaction.atomic
def add_network_person(*, by: Person, log: Log, name: str, role: str) -> Participant:
    """Name somebody of the child's network. Being named gives no access, and nothing is kept of how to reach them."""
    child = writable(by, log).sight.child
    rules.check_named(name, role)
    row = Participant.objects.create(log=log, kind="network", name=name.strip(), role=role.strip())
    record_change(by=by, action="log.name", row=row, child=child.ref)
    return row


@transaction.atomic
def end_participation(*, by: Person, participant: Participant) -> Participant:
    """See somebody out: the holder does it, or they go themselves. Reading ends with the next request."""
    seen = writable(by, participant.log)
    if not (seen.holds or participant == seen.me):
        raise RuleBroken("only_the_holder")
    rules.check_leaves(participant.kind, participant.capacity != "")
    see_out(by, participant, "left")
    return participant


@transaction.atomic
def let_back_in(*, participant: Participant) -> None:
    """The family has said yes to the log again: those who take part read it on the basis they had."""
    if participant.employment and participant.basis:
        _open_door(None, participant.log, participant, participant.employment, participant.basis)


def let_in(
    *, by: Person | None, log: Log, employment: Employment, basis: SharingBasis, capacity: str | None = None
) -> Participant:
    """Open a place in the log and the relation that goes with it, or put the one that is open on another basis.

    Without `capacity` a place keeps the one it has. The callers have checked who may do it.
    """
    place = Participant.objects.filter(log=log, employment=employment, closes_at=None).first()
    if place is None:
        place = Participant.objects.create(log=log, kind="staff", employment=employment, basis=basis)
    place.basis = basis
    if capacity is not None:
        place.capacity, place.holds_since = capacity, clock.today() if capacity else None
    place.save_if_unchanged(place.version, "basis", "capacity", "holds_since")
    record_change(by=by, action="log.let_in", row=place, child=log.child.ref, facts={"basis": basis.kind})
    _open_door(by, log, place, employment, basis)
    return place


def see_out(by: Person | None, participant: Participant, reason: str) -> None:
    """Close a place and its relation; the callers have checked who may do it."""
    log = participant.log
    participant.closes_at = clock.now()
    participant.save_if_unchanged(participant.version, "closes_at")
    if participant.employment:
        end(by=by, kind="LOG", source=log.ref, person=participant.employment.person, reason=reason)
    record_change(by=by, action="log.see_out", row=participant, child=log.child.ref, facts={"reason": reason})


def let_family_in(log: Log) -> None:
    """The child and everybody who holds custody have a voice from the first day; they read by their own right."""
    guardians = [row.guardian for row in open_custodies(log.child) if row.kind in HOLDS_CUSTODY and not row.guardian.dead]
    Participant.objects.create(log=log, kind="child")
    Participant.objects.bulk_create(Participant(log=log, kind="guardian", guardian=one) for one in guardians)


def _open_door(by: Person | None, log: Log, place: Participant, employment: Employment, basis: SharingBasis) -> None:
    grant(
        by=by,
        employment=employment,
        child=log.child,
        kind="LOG",
        source_kind="log",
        source=log.ref,
        basis=basis,
        capacity=place.capacity,
    )

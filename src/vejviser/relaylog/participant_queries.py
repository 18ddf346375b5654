"""Whom a log can take in, and on which basis: a choice is a person and a basis at once, so nobody stands on two or none."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from vejviser.access.consent_queries import fits
from vejviser.access.consent_rules import LOG_PURPOSES
from vejviser.access.models import Consent, Sight
from vejviser.access.queries import readers
from vejviser.access.rules import openings
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.organisation.models import Employment

WITH_CHILD = ("INST", "HV", "PPR")


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be let in, on the basis that holds for them; `consent` only for the basis consent."""

    employment: Employment
    basis: str
    consent: Consent | None = None

    @property
    def key(self) -> str:
        """How a form names the choice."""
        return f"{self.employment.ref}:{self.basis}:{self.consent.ref if self.consent else ''}"


def candidates(child: Child) -> list[Candidate]:
    """Those who work with the child or advise its place, and those whom the family's consents name."""
    return [*_with_child(child), *_by_consent(child)]


def works_with(child: Child, employment: Employment, basis: str) -> bool:
    """Whether an open way of the person and role rests on this basis today."""
    return any((way.person_id, way.role, way.basis) == (employment.person_id, employment.role, basis) for way in _ways(child))


def same_authority(child: Child, employment: Employment) -> bool:
    """Whether the employment lies in the authority of one of the child's places."""
    today = clock.today()
    here = child.enrolments.filter(Q(closes=None) | Q(closes__gte=today), opens__lte=today)
    return here.filter(unit__authority=employment.unit.authority).exists()


def open_employments() -> QuerySet[Employment]:
    """Employments that hold today."""
    today = clock.today()
    return Employment.objects.filter(Q(closes=None) | Q(closes__gte=today), opens__lte=today)


def _with_child(child: Child) -> list[Candidate]:
    bases = {(way.person_id, way.role): way.basis for way in _ways(child)}
    people = {person for person, _ in bases}
    found = open_employments().filter(person__in=people).select_related("person", "unit").order_by("person__first_name", "pk")
    named = [(work, bases.get((work.person_id, work.role), "")) for work in found]
    return [Candidate(work, basis) for work, basis in named if f"{work.role}:LOG:{basis}" in openings("D5", "R")]


def _by_consent(child: Child) -> list[Candidate]:
    consents = list(Consent.objects.sharing().filter(child=child, purpose__in=LOG_PURPOSES))
    units = {consent.receiver_unit_id for consent in consents}
    works = open_employments().filter(unit__in=units).select_related("person", "unit").order_by("person__first_name", "pk")
    may_read = openings("D5", "R")
    return [
        Candidate(work, "consent", consent)
        for consent in consents
        if consent.purpose != "log"
        for work in works
        if fits(consent, work) and f"{work.role}:LOG:consent" in may_read
    ]


def _ways(child: Child) -> list[Sight]:
    return [way for way in readers(child, "D1") if way.relation in WITH_CHILD]

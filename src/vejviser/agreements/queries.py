"""Agreements and goals as pages read them; everything starts from the permission."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from vejviser.access.permissions import ChildSight
from vejviser.access.queries import readers
from vejviser.accounts.models import Person
from vejviser.agreements.models import Agreement, Goal, Rating
from vejviser.agreements.permissions import agreement_read
from vejviser.agreements.rules import is_overdue
from vejviser.children.models import Child
from vejviser.foundation import clock


def of_child(sight: ChildSight) -> list[Agreement]:
    """All agreements about a child that the person may read, earliest first; one query per page, kept on the sight."""
    kept = vars(sight)
    if "agreements" not in kept:
        rows = agreement_read.rows(sight.person).filter(child=sight.child)
        kept["agreements"] = list(rows.select_related("owner", "child").order_by("by_when", "pk"))
    found: list[Agreement] = kept["agreements"]
    return found


def in_progress(sight: ChildSight) -> list[Agreement]:
    """The open ones."""
    return [agreement for agreement in of_child(sight) if agreement.state == "open"]


def from_source(person: Person, kind: str, source: UUID) -> QuerySet[Agreement]:
    """Those made on one row (a note, a log, …), earliest first."""
    rows = agreement_read.rows(person).filter(source_kind=kind, source=source)
    return rows.select_related("owner", "child").order_by("by_when", "pk")


def count_open(sight: ChildSight) -> int:
    """How many are in progress: all that somebody with metadata only (a leader) gets to know."""
    if not (sight.may("D10", "M") or sight.may("D10")):
        return 0
    return Agreement.objects.filter(child=sight.child, state="open").count()


def overdue() -> QuerySet[Agreement]:
    """Open after their last day, whoever they are about; for the job, never for a page."""
    return Agreement.objects.filter(state="open", by_when__lt=clock.today()).select_related("owner", "made_by", "child")


def is_late(agreement: Agreement) -> bool:
    """Whether it is open after its last day."""
    return is_overdue(agreement.state, agreement.by_when, clock.today())


def goals(sight: ChildSight) -> Sequence[Goal]:
    """The child's goals in the family's order, each with everybody's answers, oldest first. Empty without D10."""
    if not sight.may("D10") or sight.when("D10") == {"own_thread"}:
        return []
    answers = Prefetch("ratings", Rating.objects.order_by("at", "pk"))
    return list(Goal.objects.filter(child=sight.child, reached_on=None).order_by("place", "pk").prefetch_related(answers))


def can_own(child: Child) -> list[Person]:
    """Staff who may be given an agreement about the child, by first name."""
    found = {way.person_id: way.person for way in readers(child, "D10")}
    return sorted(found.values(), key=lambda person: (person.first_name, person.last_name))

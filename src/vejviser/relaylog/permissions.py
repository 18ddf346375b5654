"""Who may open, read and write a child's log, and who knows no more than that it is there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from vejviser.access.models import Consent, Sight
from vejviser.access.permissions import ChildRule, ChildSight, see, visible, ways
from vejviser.access.rules import openings
from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.foundation.permissions import Permission
from vejviser.foundation.results import NotVisible
from vejviser.relaylog.models import Handover, Log, Participant


@dataclass
class LogSight:
    """A child's log as one person may see it. Without `full` it is metadata: who holds the baton, and the next date."""

    sight: ChildSight
    log: Log
    full: bool
    agreed: bool
    people: Sequence[Participant] = field(default_factory=list)

    @cached_property
    def me(self) -> Participant | None:
        """The person's own place in the log."""
        mine = self.sight.person.pk
        return next((one for one in self.people if one.employment and one.employment.person_id == mine), None)

    @property
    def holder(self) -> Participant | None:
        """Who has the baton, or stands in for a holder who is gone."""
        return next((one for one in self.people if one.capacity), None)

    @property
    def holder_name(self) -> str:
        """In full; empty when nobody holds it."""
        return self.holder.employment.person.full_name if self.holder and self.holder.employment else ""

    @property
    def holds(self) -> bool:
        """Whether the person has the baton."""
        return self.me is not None and self.me == self.holder

    @property
    def may_ask(self) -> bool:
        """Whether the person may ask the family for consent."""
        return self.sight.may("D11", "W")

    @property
    def may_write(self) -> bool:
        """Whether a form on the page would be taken."""
        return self.full and self.agreed and self.log.state == "open" and self.sight.may("D5", "W")


def readable(person: Person, right: str = "R") -> QuerySet[Log]:
    """Logs the person takes part in, or reads by an emergency: never a log of the same child that ended before.

    When the family has taken the log's consent back, only the holder reads it, to end it or to ask again.
    """
    held = ways(person, "D5", right)
    mine = taking_part().filter(employment__person=person)
    by_part = Q(child__in=held.filter(relation="LOG").values("child"), pk__in=mine.values("log"))
    still = Q(agreed=True) | Q(pk__in=mine.filter(capacity="holder").values("log"))
    by_other_way = Q(child__in=held.exclude(relation="LOG").values("child"))
    return _kept().filter((by_part & still) | by_other_way)


def known_of(person: Person) -> QuerySet[Log]:
    """Logs of which the person, a leader, knows the metadata."""
    return _kept().filter(child__in=visible(person, "D5", "M"))


def taking_part() -> QuerySet[Participant]:
    """Places in logs that are open now."""
    return Participant.objects.filter(Q(closes_at=None) | Q(closes_at__gt=clock.now()))


@dataclass(frozen=True)
class LogRule:
    """A page of a child's log; the view gets the LogSight. `rows` are tried in turn, the first reads in full."""

    name: str
    rows: tuple[Callable[[Person], QuerySet[Log]], ...]

    def open_to(self, person: Person) -> bool:
        return True

    def get(self, person: Person, **lookup: UUID | str) -> LogSight:
        """The open log, else the one that was closed last."""
        sight = see(person, lookup["ref"])
        for place, rows in enumerate(self.rows):
            log = rows(person).filter(child=sight.child).order_by(F("closed_on").desc(nulls_first=True)).first()
            if log is not None:
                return log_sight(sight, log, full=place == 0)
        raise NotVisible(self.name)


def log_sight(sight: ChildSight, log: Log, full: bool) -> LogSight:
    """With everybody who takes part, in one statement."""
    log.child = sight.child
    people = with_people(taking_part().filter(log=log))
    return LogSight(sight, log, full, bool(vars(log)["agreed"]), list(people.order_by("pk")))


def with_people(places: QuerySet[Participant]) -> QuerySet[Participant]:
    """Joined with who they are and what they stand on."""
    return places.select_related("employment__person", "employment__unit", "guardian", "basis__consent")


def opener(sight: ChildSight) -> Sight | None:
    """The way by which a person opens the child's log and becomes its first holder: their own task, or one authority."""
    may_ask, may_write = openings("D11", "W"), openings("D5", "W")
    able = (way for way in sight.ways if way.way in may_ask and f"{way.role}:LOG:{way.basis}" in may_write)
    return next((way for way in able if way.basis in ("own_task", "same_authority")), None)


def _offered_to(person: Person) -> QuerySet[Handover]:
    mine = Q(receiver__person=person) | Q(giver__employment__person=person)
    rows = Handover.objects.filter(mine, log__child__in=visible(person, "D1"))
    return rows.select_related("log__child", "giver__basis", "giver__employment__person", "receiver__person")


def _kept() -> QuerySet[Log]:
    """Logs that are still read, with `agreed`: whether the family's consent to the log holds now."""
    agreed = Consent.objects.sharing().filter(purpose="log", child=OuterRef("child"))
    return Log.objects.exclude(state="closed").annotate(agreed=Exists(agreed))


def _why(person: Person, handover: Handover) -> str:
    if handover.receiver.person_id == person.pk:
        return _("You see this because you are asked to take the baton.")
    return _("You see this because you have offered the baton.")


log_page = LogRule("log_page", (readable, known_of))
log_write = LogRule("log_write", (lambda person: readable(person, "W"),))
log_open = ChildRule("log_open", "D11", "W")
baton_offer = Permission("baton_offer", _offered_to, _why)

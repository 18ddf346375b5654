"""The tasks a log gives: to its holder for its dates, and to a leader when the baton is stuck."""

from datetime import date
from uuid import UUID

from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.foundation.child_url import child_url
from vejviser.relaylog.models import Log, Participant
from vejviser.relaylog.tasks import ALL, NEXT, REVIEW
from vejviser.worklist.actions import finish, give

PAGE = "stafetlog"


def follow_dates(log: Log, by: Person | None) -> None:
    """The next date and the review are the holder's, whoever that has become."""
    holder = log.participants.select_related("employment__person").filter(closes_at=None, capacity="holder").first()
    for kind, due in ((NEXT, log.next_on), (REVIEW, log.review_on)):
        finish(by=by, kind=kind, source=log.ref)
        if holder and due:
            tell(log, holder, kind, due)


def tell(log: Log, holder: Participant, kind: str, due: date | None = None, **facts: int) -> None:
    """A task about the log for whoever takes part as `holder`; on the next date the family waits too."""
    assert holder.employment is not None
    hand(log, holder.employment.person, kind, log.ref, due or clock.today(), PAGE, kind == NEXT, **facts)


def hand(
    log: Log,
    to: Person,
    kind: str,
    source: UUID,
    due: date,
    page: str = PAGE,
    waits: bool = False,
    **facts: int,
) -> None:
    """A task about the log for one person; `facts` fill in its words. Safe to repeat."""
    link = child_url(log.child.ref, page)
    give(to=to, kind=kind, source=source, link=link, due=due, child=log.child.ref, others_wait=waits, facts=facts)


def finish_all(log: Log, by: Person | None) -> None:
    """Nothing is asked about a log that has ended."""
    for kind in ALL:
        finish(by=by, kind=kind, source=log.ref)

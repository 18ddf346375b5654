"""Opening a log, its next date, what is agreed in it, and its end."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from vejviser.access.actions import end, found_basis
from vejviser.accounts.models import Person
from vejviser.agreements.actions import make_agreement
from vejviser.agreements.models import Agreement
from vejviser.audit.actions import record_change
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.foundation.results import NotVisible, RuleBroken
from vejviser.foundation.states import move
from vejviser.organisation.setting_queries import number
from vejviser.relaylog import rules
from vejviser.relaylog.models import Log, LookBack
from vejviser.relaylog.participant_actions import let_family_in, let_in
from vejviser.relaylog.permissions import log_open, opener
from vejviser.relaylog.queries import agreed, employment_of
from vejviser.relaylog.task_actions import finish_all, follow_dates
from vejviser.relaylog.write_permissions import holder_of, voice_of, writable


@dataclass(frozen=True)
class Ending:
    """Why and how a log ends. `asked_by_parents`: they may have it closed at any time; `text_seen`: by the family."""

    reason: str
    text: str = ""
    text_seen: bool = False
    asked_by_parents: bool = False


@dataclass(frozen=True)
class Looked:
    """What one person says at the end."""

    picture: str = ""
    helped: str = ""
    goes_on: str = ""
    declined: bool = False


@transaction.atomic
def open_log(*, by: Person, child: Child, next_on: date | None, next_what: str) -> Log:
    """Open the child's log with the family's consent; whoever opens it holds the baton."""
    way = opener(log_open.get(by, ref=child.ref))
    if way is None:
        raise NotVisible("log_open")
    rules.check_open(agreed(child), next_on, clock.today())
    rules.check_next_what(next_what)
    if Log.objects.filter(child=child, state="open").exists():
        raise RuleBroken("log_is_open")
    today = clock.today()
    log = Log.objects.create(
        child=child,
        opened_on=today,
        opened_by=by,
        next_on=next_on,
        next_what=next_what,
        review_on=rules.review_due(today, number("log.review_months")),
    )
    record_change(by=by, action="log.open", row=log, child=child.ref)
    basis = found_basis(by=by, child=child, kind=way.basis)
    let_in(by=by, log=log, employment=employment_of(way), basis=basis, capacity="holder")
    let_family_in(log)
    follow_dates(log, by)
    return log


@transaction.atomic
def set_next(*, by: Person, log: Log, seen: int, next_on: date | None, next_what: str) -> Log:
    """The next date and what it is for; an open log always has one."""
    log = writable(by, log).log
    rules.check_next_date(next_on, clock.today())
    rules.check_next_what(next_what)
    log.next_on, log.next_what = next_on, next_what
    log.review_on = rules.next_review(log.review_on, clock.today(), number("log.review_months"))
    log.save_if_unchanged(seen, "next_on", "next_what", "review_on")
    record_change(by=by, action="log.next", row=log, child=log.child.ref, facts={"next_on": str(next_on)})
    follow_dates(log, by)
    return log


@transaction.atomic
def agree(
    *, by: Person, log: Log, what: str, who: Person | str, due: date | None, evaluate_on: date | None = None
) -> Agreement:
    """What is going to happen: who does what by when, and when it is looked at."""
    child = writable(by, log).sight.child
    return make_agreement(
        by=by,
        child=child,
        what=what,
        who=who,
        due=due,
        evaluate_on=evaluate_on,
        source_kind="log",
        source=log.ref,
    )


@transaction.atomic
def look_back(*, by: Person, log: Log, voice: UUID, said: Looked) -> LookBack:
    """One person's own evaluation before the log ends; who says it again says it instead of before."""
    seen = writable(by, log)
    one = voice_of(seen, voice)
    rules.check_looked(said.picture, said.helped, said.declined)
    row, _made = LookBack.objects.update_or_create(voice=one, defaults={"log": log, "by": by, "at": clock.now(), **vars(said)})
    record_change(by=by, action="log.look_back", row=row, child=seen.sight.child.ref, facts={"kind": one.kind})
    return row


@transaction.atomic
def close_log(*, by: Person, log: Log, seen: int, ending: Ending) -> Log:
    """End the log. Those who took part read it for the tail; nobody does when the family has said no."""
    log = holder_of(by, log).log
    evaluated = {rules.side(kind) for kind in log.look_backs.values_list("voice__kind", flat=True)}
    rules.check_close(ending.reason, evaluated, ending.text_seen, ending.asked_by_parents)
    today = clock.today()
    log.state = move(rules.LOG, log.state, "close")
    log.closed_on, log.close_reason, log.closing_text = today, ending.reason, ending.text
    family_says_no = ending.reason == "samtykke_trukket" or ending.asked_by_parents
    log.reads_until = today if family_says_no else rules.tail_ends(today, number("log.tail_days"))
    log.save_if_unchanged(seen, "state", "closed_on", "close_reason", "closing_text", "reads_until")
    _close_doors(by, log)
    record_change(by=by, action="log.close", row=log, child=log.child.ref, facts={"reason": ending.reason})
    return log


@transaction.atomic
def put_away(*, log: Log) -> None:
    """The tail is over: for the job. Reading ended by itself at midnight."""
    log.state = move(rules.LOG, log.state, "end_tail")
    log.save_if_unchanged(log.version, "state")
    record_change(by=None, action="log.put_away", row=log, child=log.child.ref)


def _close_doors(by: Person, log: Log) -> None:
    """Places and relations end with the last day of reading."""
    assert log.reads_until is not None
    at_once = log.reads_until == clock.today()
    at = clock.now() if at_once else clock.local_midnight(log.reads_until + timedelta(days=1))
    log.participants.filter(closes_at=None).update(closes_at=at)
    end(by=by, kind="LOG", source=log.ref, reason="closed", at=at)
    log.handovers.filter(state="offered").update(state="withdrawn", answered_on=clock.today())
    finish_all(log, by)

"""Making, moving and ending agreements."""

from datetime import date
from uuid import UUID

from django.db import transaction

from vejviser.access.queries import readers
from vejviser.accounts.models import Person
from vejviser.agreements import rules, tasks
from vejviser.agreements.models import Agreement, NewDate
from vejviser.agreements.permissions import agreement_write, check_about
from vejviser.agreements.rules import AGREEMENT, Promise
from vejviser.audit.actions import record_change
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import move
from vejviser.organisation.models import Group
from vejviser.worklist.actions import finish, give


@transaction.atomic
def make_agreement(
    *,
    by: Person,
    what: str,
    who: Person | str,
    due: date | None,
    source_kind: str,
    source: UUID,
    child: Child | None = None,
    group: Group | None = None,
    evaluate_on: date | None = None,
) -> Agreement:
    """Agree that `who` does `what` by `due`. `who` is staff who may see the child, or in words "Camilla, mor".

    About a child or, with `group`, about a whole room. Whoever does it gets a task; for a family's own part the maker
    gets it. Raises RuleBroken when a part is missing, NotVisible without the right to write.
    """
    check_about(by, child, group)
    owner = who if isinstance(who, Person) else None
    name = owner.full_name if owner else str(who).strip()
    rules.check_promise(Promise(what, name, due, evaluate_on), clock.today())
    _check_owner(owner, child)
    made = Agreement(child=child, group=group, what=what.strip(), owner=owner, who=name, evaluate_on=evaluate_on)
    return _save(made, by, due, source_kind, source)


@transaction.atomic
def wait_and_see(
    *,
    by: Person,
    why: str,
    until: date | None,
    source_kind: str,
    source: UUID,
    child: Child | None = None,
    group: Group | None = None,
) -> Agreement:
    """Decide to wait, with a reason and the day on which `by` looks again."""
    check_about(by, child, group)
    rules.check_wait(why, until, clock.today())
    made = Agreement(child=child, group=group, what=why.strip(), waits=True, owner=by, who=by.full_name)
    return _save(made, by, until, source_kind, source)


@transaction.atomic
def finish_agreement(*, by: Person, agreement: Agreement, outcome: str = "", seen: int | None = None) -> Agreement:
    """It is done. Without words about what came of it, the day of evaluation brings a task."""
    _end(by, agreement, "finish", outcome, seen)
    if agreement.evaluate_on and not outcome.strip():
        _give(agreement, tasks.EVALUATE, "agreement_outcome", agreement.evaluate_on)
    return agreement


@transaction.atomic
def drop_agreement(*, by: Person, agreement: Agreement, why: str, seen: int | None = None) -> Agreement:
    """It is given up, with the reason."""
    rules.check_dropped(why)
    return _end(by, agreement, "drop", why, seen)


@transaction.atomic
def replan_agreement(*, by: Person, agreement: Agreement, due: date | None, why: str, seen: int | None = None) -> Agreement:
    """A new last day, with the reason; the old one is kept in the history."""
    agreement_write.get(by, ref=agreement.ref)
    move(AGREEMENT, agreement.state, "replan")
    day = rules.check_new_date(due, why, clock.today())
    before, agreement.by_when = agreement.by_when, day
    agreement.evaluate_on = agreement.evaluate_on and max(agreement.evaluate_on, day)
    agreement.save_if_unchanged(agreement.version if seen is None else seen, "by_when", "evaluate_on")
    NewDate.objects.create(agreement=agreement, before=before, after=day, why=why.strip(), by=by)
    _finish_tasks(agreement, by)
    _give_first_task(agreement)
    _record(by, "agreement.replan", agreement, before=before.isoformat(), after=day.isoformat())
    return agreement


@transaction.atomic
def evaluate_agreement(*, by: Person, agreement: Agreement, outcome: str, seen: int | None = None) -> Agreement:
    """What came of an agreement that is done."""
    agreement_write.get(by, ref=agreement.ref)
    rules.check_outcome(agreement.state, outcome)
    agreement.outcome = outcome.strip()
    agreement.save_if_unchanged(agreement.version if seen is None else seen, "outcome")
    finish(by=by, kind=tasks.EVALUATE, source=agreement.ref)
    _record(by, "agreement.evaluate", agreement)
    return agreement


@transaction.atomic
def ask_for_new_date(agreement: Agreement) -> None:
    """A job's part: after the last day the task is to agree on a new date. Safe to repeat."""
    _finish_tasks(agreement, None)
    _give(agreement, tasks.REPLAN, "agreement_new_date", agreement.by_when)


def _save(made: Agreement, by: Person, due: date | None, source_kind: str, source: UUID) -> Agreement:
    """The rules have seen that `due` is a day."""
    made.by_when, made.made_by = due or clock.today(), by
    made.source_kind, made.source = source_kind, source
    made.save()
    _give_first_task(made)
    _record(by, "agreement.wait" if made.waits else "agreement.make", made, due=made.by_when.isoformat())
    return made


def _check_owner(owner: Person | None, child: Child | None) -> None:
    """Nobody is given an agreement to keep who may not read it."""
    if owner and child and all(way.person_id != owner.pk for way in readers(child, "D10")):
        raise RuleBroken("owner_cannot_read")


def _end(by: Person, agreement: Agreement, event: str, outcome: str, seen: int | None) -> Agreement:
    agreement_write.get(by, ref=agreement.ref)
    agreement.state = move(AGREEMENT, agreement.state, event)
    agreement.ended_at, agreement.outcome = clock.now(), outcome.strip()
    agreement.save_if_unchanged(agreement.version if seen is None else seen, "state", "ended_at", "outcome")
    _finish_tasks(agreement, by)
    _record(by, f"agreement.{event}", agreement)
    return agreement


def _finish_tasks(agreement: Agreement, by: Person | None) -> None:
    for kind in (tasks.DO, tasks.LOOK, tasks.REPLAN):
        finish(by=by, kind=kind, source=agreement.ref)


def _give_first_task(agreement: Agreement) -> None:
    _give(agreement, tasks.LOOK if agreement.waits else tasks.DO, "agreement", agreement.by_when)


def _give(agreement: Agreement, kind: str, page: str, due: date) -> None:
    to = _keeper(agreement)
    if to is None:
        return
    give(
        to=to,
        kind=kind,
        source=agreement.ref,
        link=agreement.address(page),
        due=due,
        child=agreement.child.ref if agreement.child else None,
        others_wait=to != agreement.made_by,
    )


def _keeper(agreement: Agreement) -> Person | None:
    """Who gets the task: the owner, else the maker, else the child's primary adult; never somebody without access."""
    wanted = [person for person in (agreement.owner, agreement.made_by) if person]
    if agreement.child is None:
        return wanted[0]
    ways = readers(agreement.child, "D10")
    reading = {way.person_id for way in ways}
    wanted += [way.person for way in ways if way.capacity == "primary"]
    return next((person for person in wanted if person.pk in reading), None)


def _record(by: Person, action: str, agreement: Agreement, **facts: str) -> None:
    child = agreement.child.ref if agreement.child else None
    facts["source_kind"] = agreement.source_kind
    record_change(by=by, action=action, row=agreement, child=child, facts=facts)

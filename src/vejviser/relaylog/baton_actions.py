"""The baton: offered, accepted or declined, and never without somebody who holds it."""

from django.db import transaction

from vejviser.access.actions import end, found_basis
from vejviser.access.queries import readers
from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import move
from vejviser.organisation.models import Employment
from vejviser.organisation.setting_queries import number
from vejviser.relaylog import rules, tasks
from vejviser.relaylog.models import Handover, Log, Participant
from vejviser.relaylog.participant_actions import let_in, see_out
from vejviser.relaylog.participant_queries import candidates
from vejviser.relaylog.permissions import baton_offer, taking_part, with_people
from vejviser.relaylog.task_actions import finish_all, follow_dates, hand
from vejviser.relaylog.write_permissions import holder_of
from vejviser.worklist.actions import finish


@transaction.atomic
def offer_baton(*, by: Person, log: Log, receiver: Employment) -> Handover:
    """Ask somebody who takes part, or works with the child, to take the baton. Until they accept nothing changes."""
    seen = holder_of(by, log)
    giver = seen.holder
    assert giver is not None
    rules.check_write(seen.log.state, seen.agreed or not seen.full)
    rules.check_offer(seen.holds, receiver.person_id == by.pk, log.handovers.filter(state="offered").count())
    if receiver.pk not in {one.pk for one in can_receive(log)}:
        raise RuleBroken("receiver_may_not_read")
    row = Handover.objects.create(log=log, giver=giver, receiver=receiver, offered_on=clock.today())
    record_change(by=by, action="log.offer", row=row, child=log.child.ref)
    finish(by=by, kind=tasks.DECLINED, source=log.ref, person=by)
    answer_by = rules.leader_told_after(row.offered_on, number("log.handover_answer_wd"))
    hand(log, receiver.person, tasks.OFFERED, row.ref, answer_by, f"stafetlog/stafet/{row.ref}", waits=True)
    return row


@transaction.atomic
def answer_baton(*, by: Person, handover: Handover, seen: int, event: str) -> Handover:
    """accept, decline or withdraw. With accept the two change places in one go."""
    row = baton_offer.get(by, pk=handover.pk)
    is_giver = row.giver.employment is not None and row.giver.employment.person_id == by.pk
    rules.check_answer(event, is_giver, row.receiver.person_id == by.pk)
    row.state, row.answered_on = move(rules.HANDOVER, row.state, event), clock.today()
    row.save_if_unchanged(seen, "state", "answered_on")
    record_change(by=by, action=f"log.{event}", row=row, child=row.log.child.ref)
    for kind in (tasks.OFFERED, tasks.UNANSWERED):
        finish(by=by, kind=kind, source=row.ref)
    if event == "accept":
        _change_places(by, row)
    if event == "decline":
        _tell_giver(row)
    return row


@transaction.atomic
def stand_in(*, log: Log, leader: Employment) -> Participant:
    """For the job: the holder is gone, so the leader stands in at once, reads metadata only, and finds a new one today."""
    gone = log.participants.select_related("employment__person").get(closes_at=None, capacity="holder")
    log.handovers.filter(state="offered").update(state="withdrawn", answered_on=clock.today())
    see_out(None, gone, "holder_gone")
    place = taking_part().filter(log=log, employment=leader).first()
    if place is None:
        place = Participant(log=log, kind="staff", employment=leader)
    else:
        end(by=None, kind="LOG", source=log.ref, person=leader.person, reason="interim")
    place.capacity, place.basis, place.holds_since = "interim", None, clock.today()
    place.save()
    record_change(by=None, action="log.stand_in", row=place, child=log.child.ref)
    finish_all(log, None)
    hand(log, leader.person, tasks.FIND_HOLDER, log.ref, clock.today(), "stafetlog/stafet", waits=True)
    return place


def can_receive(log: Log) -> list[Employment]:
    """Staff who take part and read now, and those who work with the child by their own task."""
    reading = {way.person_id for way in readers(log.child, "D5") if way.relation == "LOG"}
    inside = taking_part().filter(log=log, capacity="", employment__person__in=reading)
    found = {one.employment.pk: one.employment for one in with_people(inside) if one.employment}
    found |= {one.employment.pk: one.employment for one in candidates(log.child) if one.basis == "own_task"}
    return list(found.values())


def _change_places(by: Person, row: Handover) -> None:
    """The giver steps back first: at no moment do two hold the baton, and nobody outside sees the step between."""
    log, giver = row.log, row.giver
    if giver.capacity == "interim":
        see_out(by, giver, "new_holder")
    elif giver.employment and giver.basis:
        let_in(by=by, log=log, employment=giver.employment, basis=giver.basis, capacity="")
    place = taking_part().filter(log=log, employment=row.receiver).first()
    basis = place.basis if place and place.basis else found_basis(by=by, child=log.child, kind="own_task")
    let_in(by=by, log=log, employment=row.receiver, basis=basis, capacity="holder")
    finish_all(log, by)
    follow_dates(log, by)


def _tell_giver(row: Handover) -> None:
    giver = row.giver.employment
    if giver is not None:
        hand(row.log, giver.person, tasks.DECLINED, row.log.ref, clock.today(), "stafetlog/stafet", waits=False)

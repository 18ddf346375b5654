"""What time does to logs: unanswered offers, holders who are gone, silence, consents, and the end of the tail."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet

from vejviser.access.models import Relation, Sight
from vejviser.foundation import clock
from vejviser.foundation.schedule import job
from vejviser.organisation.setting_queries import number
from vejviser.relaylog import rules, tasks
from vejviser.relaylog.actions import put_away
from vejviser.relaylog.baton_actions import stand_in
from vejviser.relaylog.models import Entry, Handover, Log, Participant
from vejviser.relaylog.participant_actions import let_back_in
from vejviser.relaylog.permissions import taking_part
from vejviser.relaylog.queries import agreed, last_written, leaders
from vejviser.relaylog.task_actions import hand, tell
from vejviser.worklist.actions import finish


@job("relaylog.unanswered", every=timedelta(hours=1))
def tell_of_unanswered_offers() -> str:
    """After so many working days the giver's leader is told; safe to repeat."""
    today = clock.today()
    offers = Handover.objects.filter(state="offered").select_related("log__child", "giver__employment")
    days = number("log.handover_answer_wd")
    late = [offer for offer in offers if rules.leader_is_told(offer.state, offer.offered_on, today, days)]
    for offer in late:
        for leader in leaders(offer.log, offer.giver.employment.unit_id if offer.giver.employment else 0)[:1]:
            hand(offer.log, leader.person, tasks.UNANSWERED, offer.ref, today, days=days)
    return f"{len(late)} unanswered"


@job("relaylog.holders", every=timedelta(minutes=15))
def replace_holders_who_are_gone() -> str:
    """A holder whose employment or basis has ended reads nothing: the leader stands in until somebody has accepted."""
    gone = list(_holders().filter(~Exists(_reads())))
    led = [(holder, leaders(holder.log, _unit(holder))) for holder in gone]
    for holder, found in led:
        if found:
            stand_in(log=holder.log, leader=found[0])
    return f"{len(gone)} gone, {sum(not found for _, found in led)} without a leader"


@job("relaylog.stalled", every=timedelta(days=1))
def remind_of_silence() -> str:
    """So many weeks without a line: the holder and the leader are reminded."""
    weeks = number("log.stall_weeks")
    quiet = [one for one in _holders() if rules.is_stalled(last_written(one.log), clock.today(), weeks)]
    for holder in quiet:
        tell(holder.log, holder, tasks.STALLED, weeks=weeks)
        for leader in leaders(holder.log, _unit(holder))[:1]:
            hand(holder.log, leader.person, tasks.STALLED, holder.log.ref, clock.today(), weeks=weeks)
    return f"{len(quiet)} quiet"


@job("relaylog.consents", every=timedelta(minutes=15))
def follow_the_consents() -> str:
    """When the family's consent has ended the holder is told; when it holds again the others are let back in."""
    ended, back = 0, 0
    for holder in _holders():
        if agreed(holder.log.child):
            finish(by=None, kind=tasks.CONSENT, source=holder.log.ref)
            back += _let_back_in(holder.log.participants.filter(closes_at=None, kind="staff", capacity=""))
        else:
            tell(holder.log, holder, tasks.CONSENT)
            ended += 1
    return f"{ended} without consent, {back} let back in"


@job("relaylog.releases", every=timedelta(hours=6))
def ask_for_releases() -> str:
    """A line for professionals only has passed its day: the holder decides, for time alone releases nothing."""
    today = clock.today()
    hidden = Entry.objects.filter(staff_only_until__lt=today, released_on=None, corrected_by=None, log__state="open")
    holders = {one.log_id: one for one in _holders()}
    due = [entry for entry in hidden if entry.log_id in holders]
    for entry in due:
        holder = holders[entry.log_id]
        if holder.employment:
            page = f"stafetlog/bidrag/{entry.ref}/frigiv"
            hand(holder.log, holder.employment.person, tasks.RELEASE, entry.ref, today, page)
    return f"{len(due)} to decide"


@job("relaylog.tails", every=timedelta(hours=6))
def put_logs_away() -> str:
    """The tail is over."""
    over = Log.objects.filter(state="tail", reads_until__lt=clock.today()).select_related("child")
    for log in over:
        put_away(log=log)
    return f"{len(over)} put away"


def _holders() -> QuerySet[Participant]:
    places = taking_part().filter(log__state="open", capacity="holder")
    return places.select_related("log__child", "employment__person")


def _reads() -> QuerySet[Sight]:
    """The holder's own open way to the log."""
    ways = Sight.objects.open().filter(relation="LOG", capacity="holder")
    return ways.filter(child=OuterRef("log__child"), person=OuterRef("employment__person"))


def _unit(holder: Participant) -> int:
    return holder.employment.unit_id if holder.employment else 0


def _let_back_in(places: Iterable[Participant]) -> int:
    outside = [one for one in places if not _has_relation(one)]
    for one in outside:
        let_back_in(participant=one)
    return len(outside)


def _has_relation(one: Participant) -> bool:
    rows = Relation.objects.filter(kind="LOG", source_id=one.log.ref, closes_at=None)
    return rows.filter(person__employments=one.employment_id).exists()

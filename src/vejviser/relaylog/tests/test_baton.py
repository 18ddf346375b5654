"""One holder at any time: the giver until the receiver has accepted, the leader when the holder is gone."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from vejviser.access.permissions import see
from vejviser.foundation import clock
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.organisation.models import Employment
from vejviser.relaylog.baton_actions import answer_baton, can_receive
from vejviser.relaylog.jobs import remind_of_silence, replace_holders_who_are_gone, tell_of_unanswered_offers
from vejviser.relaylog.models import Participant
from vejviser.relaylog.tests.log_family import LogFamily
from vejviser.worklist.models import Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def alma() -> LogFamily:
    return LogFamily().open()


def tasks(kind: str) -> list[str]:
    return list(Task.objects.filter(kind=kind, done_at=None).order_by("pk").values_list("person__first_name", flat=True))


def test_the_giver_holds_until_the_receiver_accepts(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    offered = alma.offer(alma.jens)
    assert alma.holder() == alma.mette.person
    assert tasks("log.offered") == ["Jens"]
    assert Task.objects.get(kind="log.offered").others_wait
    answer_baton(by=alma.jens.person, handover=offered, seen=offered.version, event="accept")
    assert alma.holder() == alma.jens.person
    assert alma.reads(alma.mette)
    assert tasks("log.offered") == []
    assert tasks("log.next") == ["Jens"]
    assert "stafetten" in see(alma.jens.person, alma.alma.ref).sentence
    assert "stafetten" not in see(alma.mette.person, alma.alma.ref).sentence


def test_a_colleague_of_the_room_comes_in_with_the_baton_and_not_before(alma: LogFamily) -> None:
    offered = alma.offer(alma.jens)
    assert not alma.reads(alma.jens)
    answer_baton(by=alma.jens.person, handover=offered, seen=offered.version, event="accept")
    assert alma.reads(alma.jens)
    assert alma.place(alma.jens).basis.kind == "own_task"  # type: ignore[union-attr]


@pytest.mark.parametrize(("name", "event"), [("jens", "decline"), ("mette", "withdraw")])
def test_declined_or_withdrawn_the_giver_keeps_it(alma: LogFamily, name: str, event: str) -> None:
    offered = alma.offer(alma.jens)
    answer_baton(by=getattr(alma, name).person, handover=offered, seen=offered.version, event=event)
    assert alma.holder() == alma.mette.person
    assert tasks("log.offered") == []
    assert tasks("log.declined") == (["Mette"] if event == "decline" else [])
    alma.offer(alma.jens)


def test_one_offer_at_a_time_and_not_to_oneself(alma: LogFamily) -> None:
    with pytest.raises(RuleBroken, match="baton_to_somebody_else"):
        alma.offer(alma.mette)
    alma.offer(alma.jens)
    with pytest.raises(RuleBroken, match="one_offer_at_a_time"):
        alma.offer(alma.jens)


@pytest.mark.parametrize("name", ["nadia", "line", "henrik"])
def test_nobody_is_asked_who_may_not_read(alma: LogFamily, name: str) -> None:
    with pytest.raises(RuleBroken, match="receiver_may_not_read"):
        alma.offer(getattr(alma, name))


def test_only_the_holder_offers_and_only_the_receiver_answers(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    with pytest.raises(RuleBroken, match="only_the_holder"):
        alma.offer(alma.mette, giver=alma.jens)
    offered = alma.offer(alma.jens)
    with pytest.raises(RuleBroken, match="only_the_receiver_answers"):
        answer_baton(by=alma.mette.person, handover=offered, seen=offered.version, event="accept")
    with pytest.raises(NotVisible):
        answer_baton(by=alma.nadia.person, handover=offered, seen=offered.version, event="accept")


def test_accepting_in_an_old_tab_is_refused(alma: LogFamily) -> None:
    offered = alma.offer(alma.jens)
    answer_baton(by=alma.mette.person, handover=offered, seen=offered.version, event="withdraw")
    with pytest.raises(RuleBroken, match="not_from_this_state"):
        answer_baton(by=alma.jens.person, handover=offered, seen=1, event="accept")
    again = alma.offer(alma.jens)
    with pytest.raises(Conflict):
        answer_baton(by=alma.jens.person, handover=again, seen=again.version + 1, event="accept")
    assert alma.holder() == alma.mette.person


def test_the_database_knows_no_two_holders(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    with pytest.raises(IntegrityError), transaction.atomic():
        Participant.objects.filter(employment=alma.jens).update(capacity="holder")


def test_after_five_working_days_the_givers_leader_is_told(alma: LogFamily) -> None:
    alma.offer(alma.jens)
    with clock.frozen(clock.local_midnight(date(2026, 3, 17))):
        assert tell_of_unanswered_offers() == "0 unanswered"
    with clock.frozen(clock.local_midnight(date(2026, 3, 18))):
        assert tell_of_unanswered_offers() == "1 unanswered"
        assert tell_of_unanswered_offers() == "1 unanswered"
    assert tasks("log.unanswered") == ["Henrik"]


def test_the_leader_stands_in_for_a_holder_who_left_and_reads_nothing(alma: LogFamily) -> None:
    alma.offer(alma.jens)
    alma.leaves(alma.mette)
    assert replace_holders_who_are_gone() == "1 gone, 0 without a leader"
    assert replace_holders_who_are_gone() == "0 gone, 0 without a leader"
    assert alma.holder() == alma.henrik.person
    seen = alma.sees(alma.henrik)
    assert seen is not None
    assert seen.holds
    assert not seen.full
    assert Task.objects.get(kind="log.find_holder", done_at=None).due == clock.today()
    with pytest.raises(NotVisible):
        alma.writes(alma.henrik)


def test_the_standing_in_leader_finds_a_new_holder_who_accepts(alma: LogFamily) -> None:
    alma.leaves(alma.mette)
    replace_holders_who_are_gone()
    offered = alma.offer(alma.jens, giver=alma.henrik)
    assert alma.holder() == alma.henrik.person
    answer_baton(by=alma.jens.person, handover=offered, seen=offered.version, event="accept")
    assert alma.holder() == alma.jens.person
    assert tasks("log.find_holder") == []
    seen = alma.sees(alma.henrik)
    assert seen is not None
    assert seen.me is None


def test_a_holder_whose_consent_ended_is_gone_too(alma: LogFamily) -> None:
    consent = alma.let_line_in()
    offered = alma.offer(alma.line)
    answer_baton(by=alma.line.person, handover=offered, seen=offered.version, event="accept")
    alma.says(alma.camilla, "no", consent)
    assert replace_holders_who_are_gone() == "1 gone, 0 without a leader"
    assert alma.holder() == alma.henrik.person


def test_a_former_holder_sees_nothing(alma: LogFamily) -> None:
    alma.leaves(alma.mette)
    assert alma.sees(alma.mette) is None
    replace_holders_who_are_gone()
    Employment.objects.filter(pk=alma.mette.pk).update(closes=None)
    assert alma.sees(alma.mette) is None


def test_a_participant_who_has_left_is_not_offered_the_baton(alma: LogFamily) -> None:
    alma.let_line_in()
    assert alma.line in can_receive(alma.log)
    alma.leaves(alma.line)
    assert alma.line not in can_receive(alma.log)


def test_without_a_leader_the_job_says_so(alma: LogFamily) -> None:
    alma.leaves(alma.mette)
    alma.leaves(alma.henrik)
    assert replace_holders_who_are_gone() == "1 gone, 1 without a leader"


def test_six_weeks_of_silence_remind_holder_and_leader_until_somebody_writes(alma: LogFamily) -> None:
    with clock.frozen(clock.local_midnight(date(2026, 4, 20))):
        assert remind_of_silence() == "0 quiet"
    with clock.frozen(clock.local_midnight(date(2026, 4, 21))):
        assert remind_of_silence() == "1 quiet"
        assert tasks("log.stalled") == ["Mette", "Henrik"]
        alma.writes(alma.mette)
        assert tasks("log.stalled") == []
        assert remind_of_silence() == "0 quiet"

"""A log opens with consent, has one reader's circle and an end; near misses see nothing."""

from datetime import date, timedelta

import pytest

from vejviser.access.permissions import see
from vejviser.audit.models import Change
from vejviser.children.models import Custody
from vejviser.foundation import clock
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.organisation.models import Assignment, Employment
from vejviser.relaylog.actions import Ending, Looked, agree, close_log, look_back, open_log, set_next
from vejviser.relaylog.jobs import follow_the_consents, put_logs_away
from vejviser.relaylog.models import Log, LookBack
from vejviser.relaylog.participant_actions import add_network_person, add_participant, end_participation
from vejviser.relaylog.participant_queries import candidates
from vejviser.relaylog.permissions import readable
from vejviser.relaylog.queries import held_by, holders, led_by, newcomers
from vejviser.relaylog.tests.log_family import NEXT, LogFamily
from vejviser.worklist.models import Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def alma() -> LogFamily:
    return LogFamily().open()


def open_tasks(kind: str) -> list[str]:
    return list(Task.objects.filter(kind=kind, done_at=None).values_list("person__first_name", flat=True))


def test_one_of_two_opens_no_log() -> None:
    family = LogFamily()
    consent = family.ask_for_log()
    family.says(family.camilla, "yes", consent)
    with pytest.raises(RuleBroken, match="log_needs_consent"):
        open_log(by=family.mette.person, child=family.alma, next_on=NEXT, next_what="Tale sammen")
    assert not Log.objects.exists()


def test_a_consent_to_something_else_opens_no_log() -> None:
    family = LogFamily()
    family.given()
    with pytest.raises(RuleBroken, match="log_needs_consent"):
        open_log(by=family.mette.person, child=family.alma, next_on=NEXT, next_what="Tale sammen")


@pytest.mark.parametrize("next_on", [None, date(2026, 3, 10)])
def test_no_log_without_a_date_ahead(next_on: date | None) -> None:
    family = LogFamily()
    family.both_yes(family.ask_for_log())
    with pytest.raises(RuleBroken, match="log_n"):
        open_log(by=family.mette.person, child=family.alma, next_on=next_on, next_what="Tale sammen")


@pytest.mark.parametrize("name", ["nadia", "henrik", "line"])
def test_only_who_works_with_the_child_opens_it(name: str) -> None:
    family = LogFamily()
    family.both_yes(family.ask_for_log())
    other: Employment = getattr(family, name)
    with pytest.raises(NotVisible):
        open_log(by=other.person, child=family.alma, next_on=NEXT, next_what="Tale sammen")


def test_one_open_log_per_child(alma: LogFamily) -> None:
    with pytest.raises(RuleBroken, match="log_is_open"):
        open_log(by=alma.jens.person, child=alma.alma, next_on=NEXT, next_what="Tale sammen")


def test_the_opener_holds_the_baton_and_the_family_has_a_voice(alma: LogFamily) -> None:
    seen = alma.sees(alma.mette)
    assert seen is not None
    assert seen.holds
    assert sorted(one.kind for one in seen.people) == ["child", "guardian", "guardian", "staff"]
    assert [log.pk for log in held_by(alma.mette.person)] == [alma.log.pk]
    assert Task.objects.get(kind="log.next").due == NEXT


@pytest.mark.parametrize("name", ["jens", "nadia", "line"])
def test_who_does_not_take_part_reads_nothing(alma: LogFamily, name: str) -> None:
    other: Employment = getattr(alma, name)
    assert alma.sees(other) is None
    assert not readable(other.person).exists()


def test_the_leader_knows_of_it_but_does_not_read(alma: LogFamily) -> None:
    seen = alma.sees(alma.henrik)
    assert seen is not None
    assert not seen.full
    assert [log.pk for log in led_by(alma.henrik.person)] == [alma.log.pk]
    assert holders([alma.log])[alma.log.pk].employment == alma.mette
    other = alma.employ("Ulla", "leder", alma.ppr)
    assert alma.sees(other) is None


def test_participants_stand_on_one_basis(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    consent = alma.let_line_in()
    assert alma.reads(alma.jens)
    assert alma.reads(alma.line)
    assert alma.place(alma.line).basis.consent == consent  # type: ignore[union-attr]
    assert {one.basis for one in candidates(alma.alma)} == {"own_task", "consent"}


@pytest.mark.parametrize(
    ("name", "basis", "code"),
    [
        ("nadia", "own_task", "participant_not_by_own_task"),
        ("line", "consent", "participant_not_by_consent"),
        ("line", "own_task", "participant_not_by_own_task"),
        ("line", "law", "basis_needs_note"),
        ("line", "because", "participant_needs_one_basis"),
    ],
)
def test_a_basis_that_does_not_hold_lets_nobody_in(alma: LogFamily, name: str, basis: str, code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        alma.let_in(getattr(alma, name), basis)
    assert not alma.reads(getattr(alma, name))


def test_same_authority_ends_at_its_border(alma: LogFamily) -> None:
    alma.let_in(alma.line, "same_authority")
    assert alma.reads(alma.line)
    alma.ppr.authority = "regionen"
    alma.ppr.save()
    karl = alma.employ("Karl", "ppr_psykolog", alma.ppr)
    with pytest.raises(RuleBroken, match="participant_not_by_same_authority"):
        alma.let_in(karl, "same_authority")


def test_an_external_provider_reads_no_log(alma: LogFamily) -> None:
    with pytest.raises(RuleBroken, match="role_reads_no_log"):
        alma.let_in(alma.employ("Karl", "ekstern_udfoerer", alma.house), "same_authority")


def test_withdrawing_ones_own_consent_ends_reading_for_that_one(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    consent = alma.let_line_in()
    alma.says(alma.rasmus, "no", consent)
    assert not alma.reads(alma.line)
    assert alma.reads(alma.jens)
    with pytest.raises(NotVisible):
        alma.writes(alma.line)


def test_withdrawing_the_logs_consent_leaves_only_the_holder_who_cannot_write(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    alma.let_in(alma.line, "same_authority")
    alma.says(alma.camilla, "no", alma.consent)
    assert alma.reads(alma.mette)
    assert not alma.reads(alma.jens)
    assert not alma.reads(alma.line)
    with pytest.raises(NotVisible):
        see(alma.line.person, alma.alma.ref)
    with pytest.raises(RuleBroken, match="log_consent_ended"):
        alma.writes(alma.mette)
    follow_the_consents()
    assert open_tasks("log.consent") == ["Mette"]


def test_when_the_family_says_yes_again_the_others_come_back(alma: LogFamily) -> None:
    alma.let_in(alma.line, "same_authority")
    alma.says(alma.camilla, "no", alma.consent)
    alma.both_yes(alma.ask_for_log())
    assert follow_the_consents() == "0 without consent, 1 let back in"
    assert follow_the_consents() == "0 without consent, 0 let back in"
    assert alma.reads(alma.line)


def test_an_expired_consent_closes_the_log_for_the_others(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    with clock.frozen(clock.local_midnight(alma.consent.closes + timedelta(days=1))):
        assert not alma.reads(alma.jens)
        assert alma.reads(alma.mette)


def test_a_participant_whose_employment_ended_reads_nothing(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    alma.leaves(alma.jens)
    assert alma.sees(alma.jens) is None


def test_a_change_of_room_does_not_end_a_place_in_the_log(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    Assignment.objects.filter(employment=alma.jens).update(closes_at=clock.now())
    assert alma.reads(alma.jens)


def test_the_holder_sees_people_out_and_never_goes_first(alma: LogFamily) -> None:
    place = alma.let_in(alma.jens)
    alma.let_line_in()
    with pytest.raises(RuleBroken, match="only_the_holder"):
        end_participation(by=alma.line.person, participant=place)
    end_participation(by=alma.mette.person, participant=place)
    assert not alma.reads(alma.jens)
    with pytest.raises(RuleBroken, match="holder_hands_over_first"):
        end_participation(by=alma.mette.person, participant=alma.place(alma.mette))


def test_the_family_stays_by_its_own_right(alma: LogFamily) -> None:
    for place in (alma.voice("child"), alma.voice("guardian", "Rasmus")):
        with pytest.raises(RuleBroken, match="family_stays"):
            end_participation(by=alma.mette.person, participant=place)


def test_whoever_stands_on_a_basis_is_not_offered_it_again(alma: LogFamily) -> None:
    seen = alma.sees(alma.mette)
    assert seen is not None
    assert [one.employment for one in newcomers(seen)] == [alma.jens]
    alma.let_in(alma.jens)
    seen = alma.sees(alma.mette)
    assert seen is not None
    assert newcomers(seen) == []


def test_a_network_person_is_named_and_reads_nothing(alma: LogFamily) -> None:
    row = add_network_person(by=alma.mette.person, log=alma.log, name="Birthe", role="mormor")
    assert (row.basis, row.employment, row.guardian) == (None, None, None)
    with pytest.raises(RuleBroken, match="network_needs_name_and_role"):
        add_network_person(by=alma.mette.person, log=alma.log, name="Birthe", role=" ")


def test_two_tabs_on_the_next_date(alma: LogFamily) -> None:
    seen = alma.log.version
    set_next(by=alma.mette.person, log=alma.log, seen=seen, next_on=date(2026, 3, 20), next_what="Ringe")
    with pytest.raises(Conflict):
        set_next(by=alma.mette.person, log=alma.log, seen=seen, next_on=date(2026, 3, 21), next_what="Mødes")
    assert [task.due for task in Task.objects.filter(kind="log.next", done_at=None)] == [date(2026, 3, 20)]


def test_what_is_agreed_becomes_a_task(alma: LogFamily) -> None:
    made = agree(by=alma.mette.person, log=alma.log, what="Vente ved lågen", who=alma.mette.person, due=NEXT)
    assert (made.source_kind, made.source) == ("log", alma.log.ref)
    with pytest.raises(NotVisible):
        agree(by=alma.jens.person, log=alma.log, what="Vente", who=alma.jens.person, due=NEXT)


def close(alma: LogFamily, ending: Ending) -> Log:
    return close_log(by=alma.mette.person, log=alma.log, seen=Log.objects.get(pk=alma.log.pk).version, ending=ending)


def test_closing_needs_everybodys_look_back_and_leaves_fourteen_days_to_read(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    ending = Ending("maal_naaet", "Gode morgener", text_seen=True)
    with pytest.raises(RuleBroken, match="close_needs_evaluation"):
        close(alma, ending)
    for voice in (alma.voice("child"), alma.voice("guardian", "Camilla"), alma.place(alma.mette)):
        look_back(by=alma.mette.person, log=alma.log, voice=voice.ref, said=Looked(helped="En fast voksen"))
    close(alma, ending)
    assert alma.reads(alma.jens)
    with pytest.raises(RuleBroken, match="log_is_closed"):
        alma.writes(alma.mette)
    assert not Task.objects.filter(kind__startswith="log.", done_at=None).exists()
    with clock.frozen(clock.local_midnight(date(2026, 3, 25))):
        assert alma.sees(alma.jens) is None
        assert alma.sees(alma.mette) is None
        assert put_logs_away() == "1 put away"
    assert Log.objects.get().state == "closed"


def test_the_last_day_of_the_tail_is_still_read(alma: LogFamily) -> None:
    close(alma, Ending("flyttet"))
    with clock.frozen(clock.local_midnight(date(2026, 3, 24))):
        assert alma.reads(alma.mette)


def test_parents_have_it_closed_at_any_time_and_then_nobody_reads(alma: LogFamily) -> None:
    alma.let_in(alma.line, "same_authority")
    close(alma, Ending("maal_naaet", asked_by_parents=True))
    assert alma.sees(alma.line) is None
    assert alma.sees(alma.mette) is None


def test_after_a_withdrawal_the_holder_can_still_end_the_log_and_then_reads_no_more(alma: LogFamily) -> None:
    alma.says(alma.camilla, "no", alma.consent)
    close(alma, Ending("samtykke_trukket"))
    assert alma.sees(alma.mette) is None
    assert follow_the_consents() == "0 without consent, 0 let back in"


def test_only_the_holder_closes(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    with pytest.raises(RuleBroken, match="only_the_holder"):
        close_log(by=alma.jens.person, log=alma.log, seen=1, ending=Ending("flyttet"))


def test_a_new_log_does_not_open_the_old_ones_doors(alma: LogFamily) -> None:
    alma.let_in(alma.jens)
    close(alma, Ending("flyttet"))
    new = open_log(by=alma.mette.person, child=alma.alma, next_on=NEXT, next_what="Begynde igen")
    seen = alma.sees(alma.mette)
    assert seen is not None
    assert seen.log == new
    assert not readable(alma.jens.person).filter(pk=new.pk).exists()


def test_saying_it_again_replaces_ones_own_look_back(alma: LogFamily) -> None:
    for words in ("Pladsen", "Planen"):
        look_back(by=alma.mette.person, log=alma.log, voice=alma.place(alma.mette).ref, said=Looked(helped=words))
    assert LookBack.objects.get().helped == "Planen"
    with pytest.raises(RuleBroken, match="look_back_needs_an_answer"):
        look_back(by=alma.mette.person, log=alma.log, voice=alma.voice("child").ref, said=Looked())


def test_the_record_holds_no_words(alma: LogFamily) -> None:
    alma.writes(alma.mette, "Græder ved aflevering")
    assert "aflevering" not in str(list(Change.objects.values_list("facts", flat=True)))
    assert Change.objects.filter(action="log.entry", child=alma.alma.ref).exists()


def test_a_parent_without_custody_has_no_voice_from_the_start() -> None:
    family = LogFamily()
    family.parent("Ida", kind="ingen")
    Custody.objects.filter(guardian=family.rasmus).update(closes=date(2026, 3, 9))
    consent = family.ask_for_log()
    family.says(family.camilla, "yes", consent)
    log = open_log(by=family.mette.person, child=family.alma, next_on=NEXT, next_what="Tale sammen")
    assert [one.guardian for one in log.participants.filter(kind="guardian")] == [family.camilla]


def test_letting_in_needs_a_place_in_the_log(alma: LogFamily) -> None:
    with pytest.raises(NotVisible):
        add_participant(by=alma.jens.person, log=alma.log, employment=alma.jens, basis="own_task")

"""Consent: everybody who must sign says yes, or nothing is shared; one no ends it, and so does a date."""

from datetime import date, timedelta

import pytest

from vejviser.access.actions import end, found_basis, grant
from vejviser.access.consent_actions import Answer, change_question, note_answer, take_back_question
from vejviser.access.consent_queries import consents, fits, standing
from vejviser.access.jobs import keep_consents_true
from vejviser.access.models import Consent
from vejviser.access.permissions import see
from vejviser.access.tests.family import Family
from vejviser.audit.models import Change
from vejviser.children.models import Child, Custody
from vejviser.foundation import clock
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.organisation.models import Employment
from vejviser.worklist.models import Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def family() -> Family:
    return Family()


def shares(consent: Consent) -> bool:
    """As the list and as the single question; both must agree."""
    one = Consent.objects.get(pk=consent.pk)
    alone = standing(one).shares
    assert Consent.objects.sharing().filter(pk=one.pk).exists() is alone
    return alone


def let_in(family: Family, consent: Consent) -> None:
    basis = found_basis(by=family.mette.person, child=family.alma, kind="consent", consent=consent)
    grant(
        by=family.mette.person,
        employment=family.line,
        child=family.alma,
        kind="LOG",
        source_kind="log",
        source=family.alma.ref,
        basis=basis,
    )


def reads(family: Family) -> bool:
    try:
        return see(family.line.person, family.alma.ref).may("D1")
    except NotVisible:
        return False


def test_one_of_two_opens_nothing_and_two_of_two_do(family: Family) -> None:
    consent = family.ask()
    assert standing(consent).needed == 2
    family.says(family.camilla, "yes", consent)
    assert not shares(consent)
    with pytest.raises(RuleBroken, match="basis_needs_consent"):
        let_in(family, consent)
    family.says(family.rasmus, "yes", consent)
    assert shares(consent)
    let_in(family, consent)
    assert reads(family)


def test_silence_is_no_yes(family: Family) -> None:
    consent = family.ask()
    family.says(family.camilla, "yes", consent)
    with clock.frozen(clock.now() + timedelta(days=60)):
        assert not shares(consent)


def test_one_no_refuses_and_the_other_yes_changes_nothing(family: Family) -> None:
    consent = family.ask()
    family.says(family.camilla, "yes", consent)
    assert family.says(family.rasmus, "no", consent).state == "refused"
    assert not shares(consent)
    with pytest.raises(RuleBroken, match="question_is_closed"):
        family.says(family.rasmus, "yes", consent)


def test_one_withdrawal_ends_reading_at_the_next_question(family: Family) -> None:
    consent = family.given()
    let_in(family, consent)
    assert family.says(family.rasmus, "no", consent).state == "withdrawn"
    assert not reads(family)
    assert not shares(consent)


def test_the_period_ends_reading_without_a_job(family: Family) -> None:
    consent = family.given()
    let_in(family, consent)
    with clock.frozen(clock.local_midnight(consent.closes)):
        assert reads(family)
    with clock.frozen(clock.local_midnight(consent.closes + timedelta(days=1))):
        assert not reads(family)
        assert not shares(consent)


def test_a_new_custody_holder_who_has_not_said_yes_stops_it(family: Family) -> None:
    consent = family.given()
    let_in(family, consent)
    family.parent("Ida")
    assert not reads(family)
    assert not shares(consent)


@pytest.mark.parametrize("kind", ["ingen", "plejefamilie"])
def test_who_holds_no_custody_is_not_asked(family: Family, kind: str) -> None:
    family.parent("Ida", kind=kind)
    assert standing(family.ask()).needed == 2


def test_a_dead_parent_is_not_asked(family: Family) -> None:
    family.rasmus.dead = True
    family.rasmus.save()
    consent = family.ask()
    assert family.says(family.camilla, "yes", consent).state == "active"


def test_from_fifteen_the_young_person_alone_signs(family: Family) -> None:
    Child.objects.filter(pk=family.alma.pk).update(birth_date=date(2011, 3, 10))
    family.alma.refresh_from_db()
    consent = family.ask()
    assert [signer.guardian for signer in consent.signers.all()] == [None]
    assert family.says(None, "yes", consent).state == "active"
    assert shares(consent)


def test_parents_cannot_say_yes_for_the_time_after_the_fifteenth_birthday(family: Family) -> None:
    Child.objects.filter(pk=family.alma.pk).update(birth_date=date(2011, 6, 1))
    family.alma.refresh_from_db()
    with pytest.raises(RuleBroken, match="consent_ends_with_the_signers"):
        family.ask(closes=date(2026, 6, 1))
    assert family.ask(closes=date(2026, 5, 31)).state == "asked"


def test_changing_the_question_asks_everybody_again(family: Family) -> None:
    consent = family.given()
    let_in(family, consent)
    new = change_question(
        by=family.mette.person, consent=consent, seen=consent.version, question=family.question(why="Om skolestart")
    )
    consent.refresh_from_db()
    assert (consent.state, consent.replaced_by) == ("superseded", new)
    assert standing(new).given == 0
    assert not reads(family)


def test_the_same_question_is_not_asked_twice(family: Family) -> None:
    family.ask()
    with pytest.raises(RuleBroken, match="consent_is_asked"):
        family.ask()
    family.ask(purpose="meeting")


@pytest.mark.parametrize("name", ["nadia", "henrik", "line"])
def test_only_who_works_with_the_child_asks_and_notes(family: Family, name: str) -> None:
    other: Employment = getattr(family, name)
    consent = family.ask()
    signer = consent.signers.get(guardian=family.camilla)
    with pytest.raises(NotVisible):
        note_answer(by=other.person, signer=signer, seen=1, answer=Answer("yes", clock.today()))
    with pytest.raises(NotVisible):
        take_back_question(by=other.person, consent=consent, seen=consent.version)


def test_a_former_colleague_notes_nothing(family: Family) -> None:
    consent = family.ask()
    Employment.objects.filter(pk=family.mette.pk).update(closes=date(2026, 3, 9))
    with pytest.raises(NotVisible):
        family.says(family.camilla, "yes", consent)


def test_two_tabs_do_not_note_over_each_other(family: Family) -> None:
    consent = family.ask()
    signer = consent.signers.get(guardian=family.camilla)
    family.says(family.camilla, "yes", consent)
    with pytest.raises(Conflict):
        note_answer(by=family.jens.person, signer=signer, seen=signer.version, answer=Answer("yes", clock.today()))


def test_a_spoken_answer_is_kept_in_words_and_lies_in_the_past(family: Family) -> None:
    signer = family.ask().signers.get(guardian=family.camilla)
    for answer, code in (
        (Answer("yes", clock.today(), "spoken", " "), "consent_note_needed"),
        (Answer("yes", date(2026, 3, 11)), "consent_answer_in_the_future"),
    ):
        with pytest.raises(RuleBroken, match=code):
            note_answer(by=family.mette.person, signer=signer, seen=signer.version, answer=answer)


def test_the_job_gives_notice_and_ends_what_has_ended(family: Family) -> None:
    consent = family.given()
    with clock.frozen(clock.local_midnight(date(2026, 7, 5))):
        assert keep_consents_true() == "1 end soon, 0 ended, 0 began"
        assert keep_consents_true() == "0 end soon, 0 ended, 0 began"
    assert Task.objects.get(kind="consent.ends").due == consent.closes
    with clock.frozen(clock.local_midnight(date(2026, 8, 5))):
        assert keep_consents_true() == "0 end soon, 1 ended, 0 began"
    consent.refresh_from_db()
    assert consent.state == "expired"
    assert list(Task.objects.filter(done_at=None).values_list("kind", flat=True)) == ["consent.expire"]


def test_the_job_asks_a_new_custody_holder_while_the_question_stands(family: Family) -> None:
    consent = family.ask()
    family.says(family.camilla, "yes", consent)
    Custody.objects.filter(guardian=family.rasmus).update(closes=date(2026, 3, 9))
    ida = family.parent("Ida")
    keep_consents_true()
    assert consent.signers.get(guardian=ida).answer == "waiting"
    assert not consent.signers.get(guardian=family.rasmus).required
    assert family.says(ida, "yes", consent).state == "active"


def test_tasks_follow_the_answers(family: Family) -> None:
    consent = family.ask()
    assert Task.objects.get(kind="consent.wait").due == date(2026, 3, 19)
    family.says(family.camilla, "yes", consent)
    assert Task.objects.filter(kind="consent.wait", done_at=None).exists()
    family.says(family.rasmus, "yes", consent)
    assert not Task.objects.filter(done_at=None).exists()


def test_who_asked_is_told_when_a_colleague_notes_a_no(family: Family) -> None:
    consent = family.given()
    signer = consent.signers.get(guardian=family.rasmus)
    note_answer(by=family.jens.person, signer=signer, seen=signer.version, answer=Answer("no", clock.today()))
    assert Task.objects.get(kind="consent.withdraw").person == family.mette.person


def test_the_record_holds_codes_and_never_words(family: Family) -> None:
    family.given()
    changes = Change.objects.filter(child=family.alma.ref)
    assert {"consent.ask", "consent.answer", "consent.begin"} <= set(changes.values_list("action", flat=True))
    assert "aflevering" not in str(list(changes.values_list("facts", flat=True)))


def test_only_the_named_receiver_fits(family: Family) -> None:
    consent = family.given()
    colleague = family.employ("Bente", "ppr_psykolog", family.ppr)
    assert fits(consent, family.line)
    assert not fits(consent, colleague)
    assert not fits(consent, family.mette)
    consent.receiver_person = None
    assert fits(consent, colleague)


def test_a_relation_may_end_at_a_moment_to_come(family: Family) -> None:
    let_in(family, family.given())
    until = clock.now() + timedelta(days=14)
    assert end(by=family.mette.person, kind="LOG", source=family.alma.ref, at=until) == 1
    assert reads(family)
    with clock.frozen(until):
        assert not reads(family)


def test_everybody_who_works_with_the_child_sees_the_consents(family: Family) -> None:
    family.ask()
    assert len(consents(see(family.jens.person, family.alma.ref))) == 1
    with pytest.raises(NotVisible):
        consents(see(family.henrik.person, family.alma.ref))

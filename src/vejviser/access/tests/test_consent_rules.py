from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from vejviser.access import consent_rules as rules
from vejviser.access.consent_rules import Consent, CustodyHolder, SignerRule
from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import move

TODAY = date(2026, 3, 10)
CHILD, MOTHER, FATHER = UUID(int=1), UUID(int=2), UUID(int=3)
BORN = date(2017, 6, 1)


def refused(code: str) -> "pytest.RaisesExc[RuleBroken]":
    return pytest.raises(RuleBroken, match=f"^{code}$")


def holder(who: UUID, kind: str = "faelles", closes: date | None = None, dead: bool = False) -> CustodyHolder:
    return CustodyHolder(who, kind, date(2020, 1, 1), closes, dead)


JOINT = [holder(MOTHER), holder(FATHER)]


@pytest.mark.parametrize(
    ("custody", "signers"),
    [
        (JOINT, {MOTHER, FATHER}),
        ([holder(MOTHER, "ene"), holder(FATHER, "ingen")], {MOTHER}),
        ([holder(MOTHER), holder(FATHER, dead=True)], {MOTHER}),
        ([holder(MOTHER), holder(FATHER, closes=date(2026, 3, 9))], {MOTHER}),
        ([holder(MOTHER), holder(FATHER, closes=TODAY)], {MOTHER, FATHER}),
        ([holder(MOTHER), holder(FATHER, "plejefamilie")], {MOTHER}),
    ],
)
def test_who_signs_for_a_child_under_15(custody: list[CustodyHolder], signers: set[UUID]) -> None:
    assert rules.required_signers(CHILD, BORN, ["D3"], "advice", custody, TODAY) == signers


@pytest.mark.parametrize(
    "custody", [[], [holder(MOTHER, dead=True)], [holder(MOTHER, "plejefamilie")], [holder(FATHER, "ingen")]]
)
def test_nobody_can_sign_is_not_a_yes(custody: list[CustodyHolder]) -> None:
    with refused("nobody_can_sign"):
        rules.required_signers(CHILD, BORN, ["D3"], "advice", custody, TODAY)


@pytest.mark.parametrize(
    ("birth_date", "signers"),
    [
        (date(2011, 3, 11), {MOTHER, FATHER}),
        (date(2011, 3, 10), {CHILD}),
        (date(2008, 3, 10), {CHILD}),
        (date(2026, 6, 1), {MOTHER, FATHER}),
    ],
)
def test_the_signer_changes_on_the_15th_birthday(birth_date: date, signers: set[UUID]) -> None:
    assert rules.required_signers(CHILD, birth_date, ["D3"], "advice", JOINT, TODAY) == signers


def test_signers_are_dated_data_and_the_narrowest_row_wins() -> None:
    table = [
        *rules.DEFAULT_SIGNERS,
        SignerRule(12, 15, "young", data_class="D13"),
        SignerRule(12, 15, "custody", data_class="D13", purpose="transition"),
        SignerRule(10, 15, "young", data_class="D7", valid_from=date(2026, 7, 1)),
    ]
    born = date(2013, 1, 1)

    def signers(*classes: str, purpose: str = "advice") -> frozenset[UUID]:
        return rules.required_signers(CHILD, born, classes, purpose, JOINT, TODAY, table)

    assert signers("D3") == {MOTHER, FATHER}
    assert signers("D13") == {CHILD}
    assert signers("D13", purpose="transition") == {MOTHER, FATHER}
    assert signers("D3", "D13") == {CHILD, MOTHER, FATHER}
    assert signers("D7") == {MOTHER, FATHER}


ASKED = Consent(frozenset({MOTHER, FATHER}), True, {}, date(2026, 3, 4), date(2026, 9, 4))
ONE = replace(ASKED, answers={MOTHER: "yes"})
BOTH = replace(ASKED, answers={MOTHER: "yes", FATHER: "yes"})


@pytest.mark.parametrize(
    ("consent", "today", "state", "shares"),
    [
        (replace(ASKED, asked=False), TODAY, "draft", False),
        (ASKED, TODAY, "asked", False),
        (ONE, TODAY, "given", False),
        (BOTH, TODAY, "active", True),
        (BOTH, date(2026, 3, 3), "given", False),
        (BOTH, date(2026, 3, 4), "active", True),
        (BOTH, date(2026, 8, 4), "active", True),
        (BOTH, date(2026, 8, 5), "expiring", True),
        (BOTH, date(2026, 9, 4), "expiring", True),
        (BOTH, date(2026, 9, 5), "expired", False),
        (ONE, date(2026, 9, 5), "expired", False),
        (replace(BOTH, answers={MOTHER: "yes", FATHER: "no"}), TODAY, "refused", False),
        (replace(BOTH, withdrawn=True), TODAY, "withdrawn", False),
        (replace(BOTH, superseded=True), TODAY, "superseded", False),
        (replace(BOTH, required=frozenset({CHILD})), TODAY, "asked", False),
        (replace(BOTH, required=frozenset({MOTHER})), TODAY, "active", True),
        (replace(BOTH, required=frozenset()), TODAY, "asked", False),
    ],
)
def test_standing(consent: Consent, today: date, state: str, shares: bool) -> None:
    assert rules.standing(consent, today) == state
    assert rules.shares(consent, today) is shares


def test_one_of_two_is_counted_but_shares_nothing() -> None:
    assert rules.count(ONE) == (1, 2)
    assert not rules.shares(ONE, TODAY)


def test_a_yes_from_somebody_who_need_not_sign_does_not_count() -> None:
    stranger = replace(ASKED, answers={MOTHER: "yes", UUID(int=9): "yes"})
    assert rules.count(stranger) == (1, 2)
    assert not rules.shares(stranger, TODAY)


@pytest.mark.parametrize(
    ("consent", "signer", "answer", "event"),
    [
        (ASKED, MOTHER, "yes", "yes"),
        (ONE, FATHER, "no", "refuse"),
        (ONE, UUID(int=9), "yes", "not_a_signer"),
        (ASKED, CHILD, "yes", "not_a_signer"),
        (ASKED, MOTHER, "maybe", "answer_yes_or_no"),
        (replace(ONE, withdrawn=True), FATHER, "yes", "question_is_closed"),
        (replace(ASKED, asked=False), FATHER, "yes", "question_is_closed"),
        (BOTH, FATHER, "no", "question_is_closed"),
    ],
)
def test_answers(consent: Consent, signer: UUID, answer: str, event: str) -> None:
    if event in ("yes", "refuse"):
        assert rules.check_answer(consent, signer, answer, TODAY) == event
    else:
        with refused(event):
            rules.check_answer(consent, signer, answer, TODAY)


@pytest.mark.parametrize("consent", [ASKED, ONE, BOTH])
def test_one_alone_withdraws(consent: Consent) -> None:
    rules.check_withdrawal(consent, FATHER, TODAY)
    with refused("not_a_signer"):
        rules.check_withdrawal(consent, UUID(int=9), TODAY)


def test_who_turned_15_and_who_signed_before_may_both_withdraw() -> None:
    grown = replace(BOTH, required=frozenset({CHILD}))
    rules.check_withdrawal(grown, CHILD, TODAY)
    rules.check_withdrawal(grown, MOTHER, TODAY)


@pytest.mark.parametrize(
    ("why", "classes", "ends", "code"),
    [
        (" ", ["D3"], date(2026, 9, 4), "consent_needs_why"),
        ("Gode råd fra PPR", [], date(2026, 9, 4), "consent_needs_what"),
        ("Gode råd fra PPR", ["D3"], None, "consent_needs_end"),
        ("Gode råd fra PPR", ["D3"], TODAY, "consent_needs_end"),
        ("Gode råd fra PPR", ["D3"], date(2027, 3, 11), "consent_too_long"),
        ("Gode råd fra PPR", ["D3"], date(2027, 3, 10), ""),
    ],
)
def test_a_question_says_why_what_and_until(why: str, classes: list[str], ends: date | None, code: str) -> None:
    if code:
        with refused(code):
            rules.check_question(why, classes, TODAY, ends)
    else:
        rules.check_question(why, classes, TODAY, ends)


ENDS = {"expired", "withdrawn", "refused", "superseded"}


@pytest.mark.parametrize(
    ("state", "event", "target"),
    [
        ("draft", "ask", "asked"),
        ("asked", "yes", "given"),
        ("given", "yes", "given"),
        ("given", "begin", "active"),
        ("asked", "refuse", "refused"),
        ("active", "near_end", "expiring"),
        ("expiring", "expire", "expired"),
        ("active", "withdraw", "withdrawn"),
        ("expiring", "withdraw", "withdrawn"),
        ("active", "supersede", "superseded"),
    ],
)
def test_the_table(state: str, event: str, target: str) -> None:
    assert move(rules.CONSENT, state, event) == target


def test_nothing_leads_out_of_an_end_and_only_two_states_share() -> None:
    assert {name for name, state in rules.CONSENT.items() if not state.moves} == ENDS
    assert {"active", "expiring"} == rules.SHARING

from dataclasses import replace
from datetime import date

import pytest

from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import move
from vejviser.screening import rules
from vejviser.screening.rules import NextStep, Readiness

TODAY = date(2026, 3, 10)
DUE = date(2026, 3, 31)


def refused(code: str) -> "pytest.RaisesExc[RuleBroken]":
    return pytest.raises(RuleBroken, match=f"^{code}$")


@pytest.mark.parametrize(("unit_type", "number"), [("dagpleje", 1), ("sundhedspleje", 1), ("skole", 2), ("boernehave", 2)])
def test_how_many_assess(unit_type: str, number: int) -> None:
    assert rules.required_assessors(unit_type) == number


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2026, 3, 3), None),
        (date(2026, 3, 2), "0-2"),
        (date(2023, 3, 3), "0-2"),
        (date(2023, 3, 2), "3-5"),
        (date(2020, 3, 2), "6-9"),
        (date(2016, 3, 2), "10-14"),
        (date(2011, 3, 3), "10-14"),
        (date(2011, 3, 2), "15-17"),
        (date(2008, 3, 3), "15-17"),
        (date(2008, 3, 2), None),
    ],
)
def test_the_form_follows_the_age_on_the_first_day(born: date, band: str | None) -> None:
    assert rules.age_band(born, date(2026, 3, 2)) == band


READY = Readiness(starts=date(2026, 3, 2), children=14, covered=14, named=2, required=2)


@pytest.mark.parametrize(
    ("readiness", "codes"),
    [
        (READY, []),
        (replace(READY, named=3), []),
        (replace(READY, starts=TODAY), []),
        (replace(READY, covered=13), ["notice_missing"]),
        (replace(READY, covered=0), ["notice_missing"]),
        (replace(READY, named=1), ["assessors_missing"]),
        (replace(READY, starts=date(2026, 3, 11)), ["window_not_begun"]),
        (replace(READY, children=0, covered=0), ["no_children"]),
        (replace(READY, covered=13, named=0), ["notice_missing", "assessors_missing"]),
    ],
)
def test_what_a_group_waits_for(readiness: Readiness, codes: list[str]) -> None:
    assert rules.hindrances(readiness, TODAY) == codes
    if codes:
        with refused(codes[0]):
            rules.check_open(readiness, TODAY)
    else:
        rules.check_open(readiness, TODAY)


def test_a_window_has_length_and_groups() -> None:
    rules.check_window(TODAY, DUE, groups=1)
    with refused("window_ends_before_it_begins"):
        rules.check_window(TODAY, TODAY, groups=1)
    with refused("round_without_groups"):
        rules.check_window(TODAY, DUE, groups=0)


@pytest.mark.parametrize(
    ("state", "named", "noticed", "objection", "is_position", "code"),
    [
        ("open", True, True, "", True, ""),
        ("open", True, True, "rejected", True, ""),
        ("open", True, True, "withdrawn", True, ""),
        ("open", True, False, "", False, ""),
        ("open", True, True, "open", False, ""),
        ("planned", True, True, "", True, "round_is_not_open"),
        ("reflecting", True, True, "", True, "round_is_not_open"),
        ("closed", True, True, "", True, "round_is_not_open"),
        ("open", False, True, "", True, "round_is_not_open"),
        ("open", True, False, "", True, "notice_before_position"),
        ("open", True, True, "open", True, "objection_before_position"),
        ("open", True, True, "upheld", True, "objection_before_position"),
    ],
)
def test_who_may_still_assess(state: str, named: bool, noticed: bool, objection: str, is_position: bool, code: str) -> None:
    if code:
        with refused(code):
            rules.check_may_assess(state, named, noticed, objection, is_position)
    else:
        rules.check_may_assess(state, named, noticed, objection, is_position)


@pytest.mark.parametrize(
    ("position", "reason", "other", "code"),
    [
        ("trives", "", "", ""),
        ("opmaerksom", "", "", ""),
        ("bekymret", "", "", ""),
        ("", "fravaer", "", ""),
        ("", "andet", "Er på hospital", ""),
        ("", "", "", "position_or_reason"),
        ("trives", "fravaer", "", "position_or_reason"),
        ("fortsat_uenige", "", "", "unknown_position"),
        ("roed", "", "", "unknown_position"),
        ("", "syg", "", "unknown_reason"),
        ("", "andet", " ", "other_reason_needs_words"),
    ],
)
def test_a_choice_is_a_position_or_a_reason(position: str, reason: str, other: str, code: str) -> None:
    if code:
        with refused(code):
            rules.check_choice(position, reason, other)
    else:
        rules.check_choice(position, reason, other)


OFFERED = ["6-9.social.opmaerksom.1", "6-9.social.bekymret.1", "6-9.psykisk_emotionel.bekymret.1"]


def test_statements_belong_to_the_form_and_to_focus() -> None:
    rules.check_statements("trives", [], OFFERED)
    rules.check_statements("bekymret", OFFERED, OFFERED)
    with refused("statements_only_in_focus"):
        rules.check_statements("trives", OFFERED[:1], OFFERED)
    with refused("statements_only_in_focus"):
        rules.check_statements("", OFFERED[:1], OFFERED)
    with refused("statement_of_another_form"):
        rules.check_statements("opmaerksom", ["3-5.social.opmaerksom.1"], OFFERED)


def test_an_acute_statement_is_noticed_once() -> None:
    acute = OFFERED[2:]
    assert rules.newly_acute(OFFERED, [], acute) == set(acute)
    assert not rules.newly_acute(OFFERED, acute, acute)
    assert not rules.newly_acute(OFFERED[:2], [], acute)


@pytest.mark.parametrize(
    ("all_in", "by_owner", "today", "reason", "code"),
    [
        (True, False, TODAY, "", ""),
        (False, True, date(2026, 4, 1), "Pia er syg", ""),
        (False, False, date(2026, 4, 1), "Pia er syg", "not_all_have_assessed"),
        (False, True, DUE, "Pia er syg", "reveal_only_after_due"),
        (False, True, date(2026, 4, 1), " ", "reveal_needs_reason"),
    ],
)
def test_reveal(all_in: bool, by_owner: bool, today: date, reason: str, code: str) -> None:
    if code:
        with refused(code):
            rules.check_reveal(all_in, by_owner, DUE, today, reason)
    else:
        rules.check_reveal(all_in, by_owner, DUE, today, reason)


@pytest.mark.parametrize(
    ("state", "reason", "code"),
    [
        ("reflecting", "Jeg så hende også i går", ""),
        ("reflecting", "", "new_version_needs_reason"),
        ("open", "Jeg så hende også i går", "assessment_is_closed"),
        ("closed", "Jeg så hende også i går", "assessment_is_closed"),
    ],
)
def test_a_change_after_the_reveal_is_a_new_version(state: str, reason: str, code: str) -> None:
    if code:
        with refused(code):
            rules.check_new_version(state, reason)
    else:
        rules.check_new_version(state, reason)


@pytest.mark.parametrize(
    ("own", "focus", "same"),
    [
        (["trives", "trives"], False, True),
        (["trives"], False, True),
        (["opmaerksom", "trives"], True, False),
        (["opmaerksom", "opmaerksom"], True, True),
        (["bekymret"], True, True),
        ([], False, False),
    ],
)
def test_whom_the_group_talks_about(own: list[str], focus: bool, same: bool) -> None:
    assert rules.in_focus(own) is focus
    assert rules.see_the_same(own) is same


@pytest.mark.parametrize(
    ("outcome", "reason", "people", "own", "gaps"),
    [
        ("trives", "", 2, ["trives", "trives"], []),
        ("trives", "", 2, ["trives", "opmaerksom"], ["joint_needs_reason"]),
        ("trives", "Det var feriens træthed", 2, ["trives", "opmaerksom"], []),
        ("opmaerksom", "", 2, ["opmaerksom", "opmaerksom"], ["joint_needs_reason"]),
        ("fortsat_uenige", " ", 2, ["trives", "opmaerksom"], ["joint_needs_reason"]),
        ("fortsat_uenige", "Begge dele kan passe", 2, ["trives", "opmaerksom"], []),
        ("bekymret", "Sværere siden ferien", 0, ["bekymret", "opmaerksom"], ["joint_needs_people"]),
        ("", "", 0, ["bekymret"], ["joint_needs_outcome", "joint_needs_people", "joint_needs_reason"]),
        ("roed", "Sværere", 2, ["bekymret", "opmaerksom"], ["joint_needs_outcome"]),
    ],
)
def test_what_a_joint_assessment_lacks(outcome: str, reason: str, people: int, own: list[str], gaps: list[str]) -> None:
    assert rules.joint_gaps(outcome, reason, people, own) == gaps


@pytest.mark.parametrize(
    ("outcome", "needs"), [("trives", False), ("opmaerksom", True), ("bekymret", True), ("fortsat_uenige", True)]
)
def test_which_outcomes_end_in_a_next_step(outcome: str, needs: bool) -> None:
    assert rules.needs_next_step(outcome) is needs


STEP = NextStep("Tal med forældrene", has_owner=True, by=date(2026, 3, 17))


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (STEP, ""),
        (replace(STEP, by=TODAY), ""),
        (replace(STEP, by=date(2026, 3, 24)), ""),
        (replace(STEP, wait=True), ""),
        (replace(STEP, what=" "), "step_needs_words"),
        (replace(STEP, has_owner=False), "step_needs_owner"),
        (replace(STEP, by=None), "step_needs_date"),
        (replace(STEP, by=date(2026, 3, 9)), "agreement_date_past"),
        (replace(STEP, by=date(2026, 3, 25)), "step_too_late"),
        (replace(STEP, by=TODAY, wait=True), "wait_date_past"),
        (replace(STEP, by=date(2026, 3, 25), wait=True), "step_too_late"),
    ],
)
def test_a_next_step(step: NextStep, code: str) -> None:
    if code:
        with refused(code):
            rules.check_step(step, TODAY)
    else:
        rules.check_step(step, TODAY)


def test_what_a_missing_step_lacks() -> None:
    assert rules.step_gaps(None) == ["step_needs_words", "step_needs_owner", "step_needs_date"]
    assert rules.step_gaps(replace(STEP, has_owner=False)) == ["step_needs_owner"]
    assert rules.step_gaps(STEP) == []


@pytest.mark.parametrize(
    ("undecided", "without_step", "gaps", "code"),
    [
        (0, 0, [], ""),
        (1, 0, [], "joint_missing"),
        (0, 1, [], "step_missing"),
        (0, 0, ["step_needs_date"], "group_change_missing"),
    ],
)
def test_the_talk_cannot_end_while_something_is_missing(undecided: int, without_step: int, gaps: list[str], code: str) -> None:
    if code:
        with refused(code):
            rules.check_finish(undecided, without_step, gaps)
    else:
        rules.check_finish(undecided, without_step, gaps)


@pytest.mark.parametrize(
    ("outcome", "before", "talk"),
    [
        ("opmaerksom", None, True),
        ("bekymret", "opmaerksom", True),
        ("opmaerksom", "bekymret", True),
        ("trives", "opmaerksom", True),
        ("opmaerksom", "opmaerksom", False),
        ("trives", None, False),
        ("trives", "trives", False),
        ("fortsat_uenige", "trives", False),
    ],
)
def test_when_to_talk_with_the_parents(outcome: str, before: str | None, talk: bool) -> None:
    assert rules.talk_with_parents(outcome, before) is talk


@pytest.mark.parametrize(
    ("reason", "decision", "why", "code"),
    [
        (" ", "", "", "objection_needs_reason"),
        ("Vi vil ikke have det skrevet ned", "", "", ""),
        ("Vi vil ikke have det skrevet ned", "upheld", "", "decision_needs_reason"),
        ("Vi vil ikke have det skrevet ned", "rejected", " ", "decision_needs_reason"),
        ("Vi vil ikke have det skrevet ned", "upheld", "Runden kan undværes for barnet", ""),
    ],
)
def test_an_objection_is_a_reasoned_case(reason: str, decision: str, why: str, code: str) -> None:
    if code:
        with refused(code):
            rules.check_objection(reason, decision, why)
    else:
        rules.check_objection(reason, decision, why)


@pytest.mark.parametrize(
    ("state", "event", "target"),
    [
        ("planned", "open", "open"),
        ("open", "reveal", "reflecting"),
        ("reflecting", "finish", "closed"),
        ("planned", "cancel", "cancelled"),
        ("open", "cancel", "cancelled"),
        ("planned", "reveal", ""),
        ("reflecting", "open", ""),
        ("reflecting", "cancel", ""),
        ("closed", "open", ""),
    ],
)
def test_the_states_of_a_groups_round(state: str, event: str, target: str) -> None:
    if target:
        assert move(rules.GROUP_ROUND, state, event) == target
    else:
        with refused("not_from_this_state"):
            move(rules.GROUP_ROUND, state, event)

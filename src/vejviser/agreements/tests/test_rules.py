from datetime import date

import pytest

from vejviser.agreements import rules
from vejviser.agreements.rules import AGREEMENT, Answer, Promise
from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import move

TODAY = date(2026, 3, 10)


def refused(code: str) -> "pytest.RaisesExc[RuleBroken]":
    return pytest.raises(RuleBroken, match=f"^{code}$")


@pytest.mark.parametrize(
    ("promise", "code"),
    [
        (Promise("", "Mette", TODAY), "agreement_needs_what"),
        (Promise("  ", "Mette", TODAY), "agreement_needs_what"),
        (Promise("Vente ved lågen", " ", TODAY), "agreement_needs_who"),
        (Promise("Vente ved lågen", "Mette", None), "agreement_needs_date"),
        (Promise("Vente ved lågen", "Mette", date(2026, 3, 9)), "agreement_date_past"),
        (Promise("Vente ved lågen", "Mette", date(2026, 3, 20), date(2026, 3, 19)), "agreement_evaluated_too_early"),
    ],
)
def test_what_an_agreement_lacks(promise: Promise, code: str) -> None:
    with refused(code):
        rules.check_promise(promise, TODAY)


@pytest.mark.parametrize(
    "promise",
    [
        Promise("Vente ved lågen", "Mette", TODAY),
        Promise("Vente ved lågen", "Camilla og Rasmus", date(2026, 3, 31), date(2026, 3, 31)),
    ],
)
def test_a_whole_agreement(promise: Promise) -> None:
    rules.check_promise(promise, TODAY)


@pytest.mark.parametrize(
    ("reason", "until", "code"),
    [
        (" ", date(2026, 3, 20), "wait_needs_reason"),
        ("Hun er lige begyndt", None, "wait_needs_date"),
        ("Hun er lige begyndt", TODAY, "wait_date_past"),
    ],
)
def test_wait_and_see_is_a_decision(reason: str, until: date | None, code: str) -> None:
    with refused(code):
        rules.check_wait(reason, until, TODAY)
    rules.check_wait("Hun er lige begyndt", date(2026, 3, 11), TODAY)


@pytest.mark.parametrize(
    ("state", "by_when", "overdue", "days"),
    [
        ("open", date(2026, 3, 10), False, 0),
        ("open", date(2026, 3, 9), True, 1),
        ("open", date(2026, 3, 6), True, 4),
        ("done", date(2026, 3, 6), False, 4),
    ],
)
def test_overdue_begins_the_day_after(state: str, by_when: date, overdue: bool, days: int) -> None:
    assert rules.is_overdue(state, by_when, TODAY) is overdue
    assert rules.days_over(by_when, TODAY) == days


def test_a_first_step_comes_within_the_days() -> None:
    rules.check_within(date(2026, 3, 24), TODAY, 14)
    with refused("step_too_late"):
        rules.check_within(date(2026, 3, 25), TODAY, 14)


@pytest.mark.parametrize(
    ("answer", "age", "code"),
    [
        (Answer("number", number=11), None, "rating_from_0_to_10"),
        (Answer("number", number=-1), None, "rating_from_0_to_10"),
        (Answer("number"), None, "rating_from_0_to_10"),
        (Answer("number", number=7), 9, "small_children_answer_with_pictures"),
        (Answer("picture", picture="sol", number=10), 5, "rating_is_not_a_number"),
        (Answer("word", words="lidt", number=3), 5, "rating_is_not_a_number"),
        (Answer("picture"), 5, "rating_needs_picture"),
        (Answer("word", words=" "), 5, "rating_needs_words"),
        (Answer("mean", number=7), None, "rating_unknown_kind"),
    ],
)
def test_refused_ratings(answer: Answer, age: int | None, code: str) -> None:
    with refused(code):
        rules.check_answer(answer, age)


@pytest.mark.parametrize(
    ("answer", "age"),
    [
        (Answer("number", number=0), None),
        (Answer("number", number=10), 10),
        (Answer("picture", picture="sky_sol"), 5),
        (Answer("word", words="Det er svært, når mor går"), 5),
        (Answer("skipped"), 15),
    ],
)
def test_ratings_are_kept_as_given(answer: Answer, age: int | None) -> None:
    rules.check_answer(answer, age)


def test_an_agreement_that_is_given_up_says_why() -> None:
    rules.check_dropped("Vi fandt på noget bedre")
    with refused("dropping_needs_reason"):
        rules.check_dropped("")


@pytest.mark.parametrize(
    ("state", "event", "target"),
    [
        ("open", "finish", "done"),
        ("open", "replan", "open"),
        ("open", "drop", "dropped"),
        ("done", "reopen", "open"),
        ("dropped", "finish", ""),
        ("done", "drop", ""),
    ],
)
def test_states(state: str, event: str, target: str) -> None:
    if target:
        assert move(AGREEMENT, state, event) == target
    else:
        with refused("not_from_this_state"):
            move(AGREEMENT, state, event)

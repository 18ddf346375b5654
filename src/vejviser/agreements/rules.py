"""What an agreement and a rating need, wherever they are made. Pure.

A rating is one person's own answer on one day. Nothing here adds, averages or compares ratings, and nothing else may.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import State, Table

AGREEMENT: Table = {
    "open": State("do_it_by_the_date", {"finish": "done", "drop": "dropped", "replan": "open"}),
    "done": State("look_at_what_came_of_it", {"reopen": "open"}),
    "dropped": State("goal_stays"),
}
# What an agreement may come from: it carries the kind and the ref of that row.
SOURCES = ("concern", "screening", "log", "advice", "meeting", "intervention")
LOWEST, HIGHEST = 0, 10
NUMBERS_FROM_AGE = 10
ANSWERS = ("number", "picture", "word", "skipped")


@dataclass(frozen=True)
class Promise:
    """What somebody will do: `who` as written, `by_when` the last day, `evaluate_on` the day to look at it."""

    what: str
    who: str
    by_when: date | None
    evaluate_on: date | None = None


def check_promise(promise: Promise, today: date) -> date:
    """An agreement says what, who and by when, and is looked at after its last day. Returns the last day."""
    if not promise.what.strip():
        raise RuleBroken("agreement_needs_what")
    if not promise.who.strip():
        raise RuleBroken("agreement_needs_who")
    if promise.by_when is None:
        raise RuleBroken("agreement_needs_date")
    if promise.by_when < today:
        raise RuleBroken("agreement_date_past", day=promise.by_when)
    if promise.evaluate_on and promise.evaluate_on < promise.by_when:
        raise RuleBroken("agreement_evaluated_too_early", day=promise.by_when)
    return promise.by_when


def check_wait(reason: str, until: date | None, today: date) -> None:
    """To wait and see is a decision: it has a reason and a date to look again."""
    if not reason.strip():
        raise RuleBroken("wait_needs_reason")
    if until is None:
        raise RuleBroken("wait_needs_date")
    if until <= today:
        raise RuleBroken("wait_date_past", day=until)


def check_dropped(reason: str) -> None:
    """An agreement that is given up says why, so that the next one can be better."""
    if not reason.strip():
        raise RuleBroken("dropping_needs_reason")


def check_new_date(due: date | None, why: str, today: date) -> date:
    """The new last day: today or later, and with a reason."""
    if due is None:
        raise RuleBroken("agreement_needs_date")
    if due < today:
        raise RuleBroken("agreement_date_past", day=due)
    if not why.strip():
        raise RuleBroken("new_date_needs_reason")
    return due


def check_outcome(state: str, outcome: str) -> None:
    """What came of it is written about an agreement that is done."""
    if state != "done":
        raise RuleBroken("not_from_this_state", state=state, event="evaluate")
    if not outcome.strip():
        raise RuleBroken("outcome_needs_words")


def check_goal(words: str, aim: int | None) -> None:
    """A goal is words; a number from 0 to 10 may stand beside them."""
    if not words.strip():
        raise RuleBroken("goal_needs_words")
    if aim is not None and not LOWEST <= aim <= HIGHEST:
        raise RuleBroken("rating_from_0_to_10")


def check_order(order: Collection[UUID], goals: Collection[UUID]) -> None:
    """An order names every goal once."""
    if len(order) != len(goals) or set(order) != set(goals):
        raise RuleBroken("order_names_every_goal")


def is_overdue(state: str, by_when: date, today: date) -> bool:
    """Open after its last day; the day itself is in time."""
    return state == "open" and today > by_when


def days_over(by_when: date, today: date) -> int:
    """How many days past the last day; 0 when in time."""
    return max((today - by_when).days, 0)


def check_within(by_when: date, start: date, days: int) -> None:
    """A first step comes at most `days` days after `start`."""
    last = start + timedelta(days=days)
    if by_when > last:
        raise RuleBroken("step_too_late", last=last, days=days)


@dataclass(frozen=True)
class Answer:
    """How one person rates a goal: a whole number, a picture's key, own words, or "would rather not" (`skipped`)."""

    kind: str
    number: int | None = None
    picture: str = ""
    words: str = ""


def check_answer(answer: Answer, child_age: int | None = None) -> None:
    """`child_age` is given when the child itself answers: under 10 never with a number."""
    if answer.kind not in ANSWERS:
        raise RuleBroken("rating_unknown_kind", kind=answer.kind)
    if answer.number is not None and answer.kind != "number":
        raise RuleBroken("rating_is_not_a_number")
    checks = {"number": _check_number, "picture": _check_picture, "word": _check_word}
    if answer.kind in checks:
        checks[answer.kind](answer, child_age)


def check_name(name: str) -> None:
    """An answer is somebody's."""
    if not name:
        raise RuleBroken("rating_needs_name")


def _check_number(answer: Answer, child_age: int | None) -> None:
    if child_age is not None and child_age < NUMBERS_FROM_AGE:
        raise RuleBroken("small_children_answer_with_pictures", age=NUMBERS_FROM_AGE)
    if answer.number is None or not LOWEST <= answer.number <= HIGHEST:
        raise RuleBroken("rating_from_0_to_10")


def _check_picture(answer: Answer, child_age: int | None) -> None:
    if not answer.picture:
        raise RuleBroken("rating_needs_picture")


def _check_word(answer: Answer, child_age: int | None) -> None:
    if not answer.words.strip():
        raise RuleBroken("rating_needs_words")

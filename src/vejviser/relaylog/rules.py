"""The relay log: opened with consent, carried by exactly one holder, never without a next date. Pure.

A level belongs to the person who gave it. No function here averages, adds up or ranks levels; `span` only names the lowest
and the highest, so that a difference can be said in words. The duty to notify hangs on none.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import State, Table
from vejviser.foundation.workdays import add_months, add_workdays

LOG: Table = {
    "open": State("meet_on_the_next_date", {"close": "tail"}),
    "tail": State("read_until_the_tail_ends", {"reopen": "open", "end_tail": "closed"}),
    "closed": State("new_log_needs_new_consent"),
}
HANDOVER: Table = {
    "offered": State("receiver_answers", {"accept": "accepted", "decline": "declined", "withdraw": "withdrawn"}),
    "accepted": State("receiver_holds_the_baton"),
    "declined": State("giver_asks_somebody_else"),
    "withdrawn": State("giver_keeps_the_baton"),
}
CLOSE_REASONS = ("maal_naaet", "samtykke_trukket", "flyttet", "anden_indsats", "underretning", "fyldt_18")
# These end the log whatever is still missing: the family or life has decided.
CLOSE_AT_ONCE = frozenset({"samtykke_trukket", "flyttet", "underretning", "fyldt_18"})
EVALUATORS = ("child", "parents", "professionals")
BASES = ("own_task", "same_authority", "consent", "ssd", "law")
LEVELS = (1, 2, 3, 4, 5)
NUMBERS_FROM_AGE = 10
KINDS = ("staff", "guardian", "child", "network")
COLUMNS = ("worry", "works", "note", "dissent")
PICTURES = ("sun", "cloud_sun", "cloud", "rain", "fog")
ANSWER_WORKDAYS, TAIL_DAYS, STALL_WEEKS, REVIEW_MONTHS = 5, 14, 6, 3


def check_open(consent_shares: bool, next_date: date | None, today: date) -> None:
    """A log opens with the family's complete consent, whatever the level, and with a first date."""
    if not consent_shares:
        raise RuleBroken("log_needs_consent")
    check_next_date(next_date, today)


def check_next_date(next_date: date | None, today: date) -> None:
    """While a log is open there is always a date ahead."""
    if next_date is None:
        raise RuleBroken("log_needs_next_date")
    if next_date <= today:
        raise RuleBroken("log_next_date_past", day=next_date)


def check_next_what(what: str) -> None:
    """The next date is for something."""
    if not what.strip():
        raise RuleBroken("log_needs_next_what")


def check_holds(holds: bool) -> None:
    """Handing over, ending a place and ending the log are the holder's."""
    if not holds:
        raise RuleBroken("only_the_holder")


def check_basis(bases: Sequence[str]) -> str:
    """A participant stands on exactly one basis; returns it."""
    if len(bases) != 1 or bases[0] not in BASES:
        raise RuleBroken("participant_needs_one_basis")
    return bases[0]


def check_may_rest_on(basis: str, works_with_child: bool, same_authority: bool, consent_fits: bool) -> None:
    """Own task is for those who work with the child, same authority for those in it, a consent for whom it names."""
    stands = {"own_task": works_with_child, "same_authority": same_authority, "consent": consent_fits}
    if not stands.get(basis, True):
        raise RuleBroken(f"participant_not_by_{basis}")


def check_named(name: str, role: str) -> None:
    """A network person has a name and is somebody to the child."""
    if not name.strip() or not role.strip():
        raise RuleBroken("network_needs_name_and_role")


def check_leaves(kind: str, is_holder: bool) -> None:
    """The baton is handed over first; the child and those who hold custody stay by their own right."""
    if kind in ("child", "guardian"):
        raise RuleBroken("family_stays")
    if is_holder:
        raise RuleBroken("holder_hands_over_first")


def check_voice(own: bool, staff: bool) -> None:
    """One writes for oneself, for the child, the family and the network; never for another professional."""
    if staff and not own:
        raise RuleBroken("no_words_for_a_colleague")


def check_write(state: str, consent_shares: bool) -> None:
    """Writing needs an open log and a family that still says yes."""
    if not may_write(state):
        raise RuleBroken("log_is_closed")
    if not consent_shares:
        raise RuleBroken("log_consent_ended")


def check_text(text: str) -> None:
    """An entry holds words."""
    if not text.strip():
        raise RuleBroken("entry_needs_words")


def check_level_said(level: int | None, picture: str, words: str, child_age: int | None) -> None:
    """Everybody answers with a level; the child may answer with a picture or words, and under 10 only so."""
    if child_age is None and level not in LEVELS:
        raise RuleBroken("level_from_1_to_5")
    if child_age is not None and level is not None and child_age < NUMBERS_FROM_AGE:
        raise RuleBroken("small_children_choose_pictures")
    if level is None and not picture and not words.strip():
        raise RuleBroken("level_needs_an_answer")


def span(levels: Sequence[int]) -> tuple[int, int] | None:
    """The lowest and the highest own level, when people see it differently."""
    return (min(levels), max(levels)) if len(set(levels)) > 1 else None


def check_offer(giver_holds: bool, to_self: bool, open_offers: int) -> None:
    """Only the holder offers the baton, to somebody else, and to one person at a time."""
    if not giver_holds:
        raise RuleBroken("only_the_holder_hands_over")
    if to_self:
        raise RuleBroken("baton_to_somebody_else")
    if open_offers:
        raise RuleBroken("one_offer_at_a_time")


def check_answer(event: str, is_giver: bool, is_receiver: bool) -> None:
    """The receiver accepts or declines; the giver withdraws."""
    if event in ("accept", "decline") and not is_receiver:
        raise RuleBroken("only_the_receiver_answers")
    if event == "withdraw" and not is_giver:
        raise RuleBroken("only_the_giver_withdraws")


def giver_holds(state: str) -> bool:
    """Until the other has said yes the baton stays where it is."""
    return state != "accepted"


def leader_told_after(offered_on: date, workdays: int = ANSWER_WORKDAYS) -> date:
    """The last day to answer; on the next day the giver's leader is told."""
    return add_workdays(offered_on, workdays)


def leader_is_told(state: str, offered_on: date, today: date, workdays: int = ANSWER_WORKDAYS) -> bool:
    """Whether an offer has waited too long for its answer."""
    return state == "offered" and today > leader_told_after(offered_on, workdays)


def check_level_acted_on(level: int | None, reason: str, names: Collection[str]) -> None:
    """The level acted on is an agreement between named people with a reason, beside everybody's own level."""
    if level not in LEVELS:
        raise RuleBroken("level_from_1_to_5")
    if not reason.strip():
        raise RuleBroken("level_needs_reason")
    if not any(name.strip() for name in names):
        raise RuleBroken("level_needs_names")


def check_staff_only(staff_only: bool, reason: str, ends: date | None, today: date) -> None:
    """The family reads the same text; an exception has a reason and an end."""
    if not staff_only:
        return
    if not reason.strip():
        raise RuleBroken("staff_only_needs_reason")
    if ends is None or ends <= today:
        raise RuleBroken("staff_only_needs_end")


def hidden_from_family(staff_only_until: date | None, released_on: date | None) -> bool:
    """A staff-only entry stays hidden until a person has released it: the passing of time releases nothing."""
    return staff_only_until is not None and released_on is None


def release_is_due(staff_only_until: date, today: date) -> bool:
    """After the end somebody decides: the family reads it now, or there is a new end with a reason."""
    return today > staff_only_until


def check_release(hidden: bool) -> None:
    """Only what is hidden is released."""
    if not hidden:
        raise RuleBroken("family_reads_it_already")


def check_close(reason: str, evaluated: Collection[str], text_seen: bool, asked_by_parents: bool = False) -> None:
    """Parents may close it at any time. Otherwise all have looked back and the family has seen the closing text."""
    if reason not in CLOSE_REASONS:
        raise RuleBroken("close_needs_reason")
    if asked_by_parents or reason in CLOSE_AT_ONCE:
        return
    if set(EVALUATORS) - set(evaluated):
        raise RuleBroken("close_needs_evaluation")
    if not text_seen:
        raise RuleBroken("close_text_not_seen")


SIDES = {"child": "child", "guardian": "parents", "staff": "professionals"}


def side(kind: str) -> str:
    """On which side of the evaluation a participant stands; the network is on none."""
    return SIDES.get(kind, "")


def check_looked(picture: str, helped: str, declined: bool) -> None:
    """An evaluation holds words or a picture, or says that the person would rather not."""
    if not (declined or picture or helped.strip()):
        raise RuleBroken("look_back_needs_an_answer")


def tail_ends(closed_on: date, days: int = TAIL_DAYS) -> date:
    """The last day on which those who took part may read; nobody writes in a closed log."""
    return closed_on + timedelta(days=days)


def may_write(state: str) -> bool:
    """Only while it is open."""
    return state == "open"


def is_stalled(last_entry: date, today: date, weeks: int = STALL_WEEKS) -> bool:
    """Whether nothing has been written for so long that holder and leader are reminded."""
    return today >= last_entry + timedelta(weeks=weeks)


def next_review(review_on: date, today: date, months: int = REVIEW_MONTHS) -> date:
    """Who meets on or after the day of the review has held it; the next one comes so many months later."""
    return review_due(today, months) if today >= review_on else review_on


def review_due(opened_on: date, months: int = REVIEW_MONTHS) -> date:
    """The day on which everybody asks together whether the log still helps."""
    return add_months(opened_on, months)

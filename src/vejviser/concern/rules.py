"""A concern: somebody wonders. Private until it is shared, and never left without an end. Pure.

The level is the author's own. The duty to notify hangs on none of this: no function here takes a level and says whether
to notify.
"""

import re
from dataclasses import dataclass
from datetime import date

from vejviser.agreements.rules import check_wait
from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import State, Table

CONCERN: Table = {
    "open": State("agree_or_wait", {"agree": "agreed", "wait": "waiting", "withdraw": "withdrawn"}),
    "waiting": State("look_again_on_the_date", {"agree": "agreed", "wait": "waiting", "settle": "settled"}),
    "agreed": State("follow_the_agreement", {"agree": "agreed", "wait": "waiting", "settle": "settled"}),
    "settled": State("note_again_if_it_returns", {"reopen": "open"}),
    "withdrawn": State("nothing_more_is_asked"),
}
LEVELS = (1, 2, 3, 4, 5)
THRIVING = 1
_LIKE_CPR = re.compile(r"(?<!\d)(?:[0-2]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d\d[- ]?\d{4}(?!\d)")
ABOUT = ("child", "group", "environment")
ONWARD = ("advice", "log", "notification")
HOLD_GROUNDS = ("ground_4", "violence_suspected")


@dataclass(frozen=True)
class Words:
    """What the author writes in one version of a note; only `facts` is needed, and about a child the level 1-5."""

    facts: str
    level: int | None = None
    level_words: str = ""
    since: str = ""
    how_often: str = ""
    place: str = ""
    helped: str = ""
    tried: str = ""
    told_on: date | None = None
    why_not_told: str = ""


@dataclass(frozen=True)
class Seen:
    """What the author writes. `level` 1-5; `about` child, group or environment: the last two carry no child key."""

    facts: str
    level: int | None
    about: str = "child"
    has_child: bool = True
    told_parents_on: date | None = None
    why_not_told: str = ""


def check_seen(seen: Seen, today: date) -> None:
    """A concern holds what was seen and the author's level; only one about a child has a child."""
    if not seen.facts.strip():
        raise RuleBroken("concern_needs_facts")
    if seen.about not in ABOUT or seen.has_child != (seen.about == "child"):
        raise RuleBroken("concern_is_about_one_thing")
    if seen.about == "child" and seen.level not in LEVELS:
        raise RuleBroken("concern_needs_level")
    if seen.told_parents_on and seen.told_parents_on > today:
        raise RuleBroken("talk_is_in_the_future")


def mentions_cpr(*texts: str) -> bool:
    """Whether a text holds ten digits that begin like a date of birth; a replacement number's day is 60 higher."""
    return any(_LIKE_CPR.search(text) for text in texts)


def may_read(author: bool, shared: bool, works_with_child: bool) -> bool:
    """The author always; those who work with the child once it is shared; nobody else."""
    return author or (shared and works_with_child)


def check_share(author: bool, shared: bool) -> None:
    """Sharing is the author's own second act, and one that cannot be taken back."""
    if not author:
        raise RuleBroken("only_the_author_shares")
    if shared:
        raise RuleBroken("already_shared")


def check_ends(agreement_date: date | None, wait_reason: str, wait_until: date | None, today: date) -> str:
    """How a concern ends: the event "agree" for a dated agreement or "wait" for a reasoned wait. Raises otherwise."""
    if agreement_date:
        if agreement_date < today:
            raise RuleBroken("agreement_date_past", day=agreement_date)
        return "agree"
    if not wait_reason.strip() and wait_until is None:
        raise RuleBroken("concern_needs_an_end")
    check_wait(wait_reason, wait_until, today)
    return "wait"


def check_hold(ground: str, by_author: bool) -> None:
    """An abuse hold is set by the author of a notification on ground 4, or by whoever suspects violence."""
    if ground not in HOLD_GROUNDS:
        raise RuleBroken("hold_needs_ground")
    if ground == "ground_4" and not by_author:
        raise RuleBroken("hold_only_by_the_notifier")


def reaches_family(released_on: date | None, hold: bool, today: date) -> bool:
    """Only a dated act of staff releases, never the passing of time; and nothing while a hold lasts."""
    return not hold and released_on is not None and released_on <= today


def check_release(hold: bool, talked_on: date | None) -> None:
    """Before a text is released to the family, somebody has talked with them, and no hold stands."""
    if hold:
        raise RuleBroken("hold_stands")
    if talked_on is None:
        raise RuleBroken("talk_before_release")


def check_talk(day: date | None, today: date) -> date:
    """The day on which somebody talked with the parents: today or earlier."""
    if day is None:
        raise RuleBroken("talk_needs_day")
    if day > today:
        raise RuleBroken("talk_is_in_the_future")
    return day


def check_close_hold(why: str) -> None:
    """A hold is ended by a person, with a reason."""
    if not why.strip():
        raise RuleBroken("hold_end_needs_reason")


def to_do(state: str, about: str, level: int | None, talked: bool, hold: bool) -> str:
    """What a note asks of its author now: "talk", "end", "look" or "" for nothing.

    Under a hold nobody is asked to talk with the parents. A note that all is well asks for nothing.
    """
    if state == "waiting":
        return "look"
    if state != "open" or (about == "child" and level == THRIVING):
        return ""
    return "talk" if about == "child" and not talked and not hold else "end"

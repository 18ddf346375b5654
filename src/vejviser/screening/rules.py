"""The round of well-being: who may assess when, what stays apart, and what must be agreed before it ends. Pure.

Three records are never merged: an assessor's own, the joint one, and the agreement. Nothing here proposes a position,
and nothing counts statements or adds positions up: people choose.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from vejviser.agreements.rules import check_within
from vejviser.children.rules import age
from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import State, Table

GROUP_ROUND: Table = {
    "planned": State("cover_and_name", {"open": "open", "cancel": "cancelled"}),
    "open": State("assess_every_child", {"reveal": "reflecting", "cancel": "cancelled"}),
    "reflecting": State("agree_on_every_child_in_focus", {"finish": "closed"}),
    "closed": State("keep_the_agreements"),
    "cancelled": State("wait_for_the_next_round"),
}
OBJECTION: Table = {
    "open": State("leader_decides", {"uphold": "upheld", "reject": "rejected", "withdraw": "withdrawn"}),
    "upheld": State("child_is_left_out"),
    "rejected": State("family_is_told_why"),
    "withdrawn": State("child_takes_part"),
}
# While a case is open, and when the family was right, the child is not assessed.
OBJECTED = ("open", "upheld")
POSITIONS = ("trives", "opmaerksom", "bekymret")
FOCUS = frozenset({"opmaerksom", "bekymret"})
DISAGREE = "fortsat_uenige"
JOINT = (*POSITIONS, DISAGREE)
NOT_ASSESSED = ("nyt_barn", "fravaer", "kender_ikke_nok", "flytter", "indsigelse", "andet")
# The languages of the notice's text; a family with another one is not covered by it.
LANGUAGES = {"dansk": "da", "engelsk": "en", "arabisk": "ar", "ukrainsk": "uk", "tyrkisk": "tr", "polsk": "pl"}
CHANNELS = ("besked", "papir", "samtale")
UNIT_KINDS = (
    "sundhedspleje", "dagpleje", "vuggestue", "boernehave", "mini_sfo", "sfo", "skole", "klub", "ungdomstilbud",
)  # fmt: skip
ONE_ASSESSOR = frozenset({"dagpleje", "sundhedspleje"})
AGREEMENT_DAYS = 14
PARENT_TALK_WORKDAYS = 5
AGE_BANDS = {"0-2": (0, 2), "3-5": (3, 5), "6-9": (6, 9), "10-14": (10, 14), "15-17": (15, 17)}


def required_assessors(unit_type: str) -> int:
    """How many assess a child, when the municipality has not set its own number."""
    return 1 if unit_type in ONE_ASSESSOR else 2


def age_band(birth_date: date, first_day: date) -> str | None:
    """The band of the instrument, by the age on the round's first day; None before birth and from 18."""
    years = age(birth_date, first_day)
    return next((band for band, (low, high) in AGE_BANDS.items() if low <= years <= high), None)


@dataclass(frozen=True)
class Readiness:
    """What a group's round waits for: children, those covered by a notice, assessors named and required."""

    starts: date
    children: int
    covered: int
    named: int
    required: int


def hindrances(readiness: Readiness, today: date) -> list[str]:
    """Why the group cannot open today, as codes; empty when it can."""
    waits = {
        "no_children": readiness.children == 0,
        "notice_missing": readiness.covered < readiness.children,
        "assessors_missing": readiness.named < readiness.required,
        "window_not_begun": today < readiness.starts,
    }
    return [code for code, hinders in waits.items() if hinders]


def check_open(readiness: Readiness, today: date) -> None:
    """A group opens when every child is covered by a notice and the assessors are named. Raises the first hindrance."""
    for code in hindrances(readiness, today):
        raise RuleBroken(code, starts=readiness.starts, covered=readiness.covered, children=readiness.children)


def check_window(starts: date, due: date, groups: int) -> None:
    """A round has some groups and ends after it began."""
    if due <= starts:
        raise RuleBroken("window_ends_before_it_begins", starts=starts)
    if not groups:
        raise RuleBroken("round_without_groups")


def language_code(written: str) -> str:
    """The code of a language as a roster writes it, by name or code; unknown ones stay as they are, none is Danish."""
    word = written.strip().lower()
    return LANGUAGES.get(word, word) or "da"


def covers(spoken: Collection[str], languages: Collection[str]) -> bool:
    """Whether a notice reaches a family: every adult with custody can read it."""
    return set(spoken or {"da"}) <= set(languages)


def check_notice(channel: str, sent_on: date, languages: Collection[str], today: date) -> None:
    """A notice was sent in some way, in some languages, not in the future."""
    if channel not in CHANNELS:
        raise RuleBroken("notice_needs_channel")
    if not languages:
        raise RuleBroken("notice_needs_language")
    if sent_on > today:
        raise RuleBroken("notice_in_the_future", day=sent_on)


def check_may_assess(state: str, named: bool, noticed: bool, objection: str, is_position: bool) -> None:
    """Until the reveal, by named assessors; no position before the notice or against an objection."""
    if state != "open" or not named:
        raise RuleBroken("round_is_not_open")
    if is_position and not noticed:
        raise RuleBroken("notice_before_position")
    if is_position and objection in OBJECTED:
        raise RuleBroken("objection_before_position")


def check_choice(position: str, reason: str, other: str) -> None:
    """Either a position or a reason why not; "andet" says which."""
    if bool(position) == bool(reason):
        raise RuleBroken("position_or_reason")
    if position and position not in POSITIONS:
        raise RuleBroken("unknown_position")
    if reason and reason not in NOT_ASSESSED:
        raise RuleBroken("unknown_reason")
    if reason == "andet" and not other.strip():
        raise RuleBroken("other_reason_needs_words")


def check_statements(position: str, chosen: Collection[str], offered: Collection[str]) -> None:
    """Statements belong to attentive and concerned; "what works" may be written about every child."""
    if chosen and position not in FOCUS:
        raise RuleBroken("statements_only_in_focus")
    if set(chosen) - set(offered):
        raise RuleBroken("statement_of_another_form")


def newly_acute(chosen: Collection[str], before: Collection[str], acute: Collection[str]) -> frozenset[str]:
    """Statements now marked that mean: act today. They make a box and a task, and change nothing else."""
    return frozenset(chosen) & frozenset(acute) - frozenset(before)


def check_reveal(all_in: bool, by_owner: bool, due: date, today: date, reason: str) -> None:
    """Own assessments are laid side by side when all are in; or by the round's owner after due, with a reason."""
    if all_in:
        return
    if not by_owner:
        raise RuleBroken("not_all_have_assessed")
    if today <= due:
        raise RuleBroken("reveal_only_after_due", due=due)
    if not reason.strip():
        raise RuleBroken("reveal_needs_reason")


def check_new_version(state: str, reason: str) -> None:
    """After the reveal a change is a new version with a reason, as long as they still reflect."""
    if state != "reflecting":
        raise RuleBroken("assessment_is_closed")
    if not reason.strip():
        raise RuleBroken("new_version_needs_reason")


def in_focus(own: Collection[str]) -> bool:
    """Whether the group must talk about a child: somebody chose attentive or concerned."""
    return bool(FOCUS & set(own))


def see_the_same(own: Collection[str]) -> bool:
    """Whether everybody who assessed chose the same position."""
    return len(set(own)) == 1


def joint_gaps(outcome: str, reason: str, took_part: int, own: Collection[str]) -> list[str]:
    """What a joint assessment lacks, as codes. Only what all saw alike as thriving needs no reason."""
    plain = outcome == "trives" and set(own) == {"trives"}
    gaps = {
        "joint_needs_outcome": outcome not in JOINT,
        "joint_needs_people": not took_part,
        "joint_needs_reason": not plain and not reason.strip(),
    }
    return [code for code, lacking in gaps.items() if lacking]


def needs_next_step(outcome: str) -> bool:
    """Attentive, concerned and still disagreeing end in an agreement or a reasoned wait."""
    return outcome in FOCUS or outcome == DISAGREE


@dataclass(frozen=True)
class Change:
    """The one thing a group changes for everybody."""

    what: str
    has_owner: bool
    until: date | None


def change_gaps(change: Change) -> list[str]:
    """What the group's change lacks, as codes."""
    gaps = {
        "change_needs_words": not change.what.strip(),
        "change_needs_owner": not change.has_owner,
        "change_needs_date": change.until is None,
    }
    return [code for code, lacking in gaps.items() if lacking]


@dataclass(frozen=True)
class NextStep:
    """An agreement, or with `wait` the reason in `what` and in `by` the day to look again."""

    what: str
    has_owner: bool
    by: date | None
    wait: bool = False


def step_gaps(step: NextStep | None) -> list[str]:
    """What a next step lacks, as codes: words, owner, date. Somebody looks again after a wait too."""
    if step is None:
        return ["step_needs_words", "step_needs_owner", "step_needs_date"]
    gaps = {
        "step_needs_words": not step.what.strip(),
        "step_needs_owner": not step.has_owner,
        "step_needs_date": step.by is None,
    }
    return [code for code, lacking in gaps.items() if lacking]


def check_step(step: NextStep, today: date, days: int = AGREEMENT_DAYS) -> None:
    """A whole next step lies between today and `days` days from now; a wait looks again after today."""
    for code in step_gaps(step):
        raise RuleBroken(code)
    check_step_date(step, today, days)


def check_step_date(step: NextStep, today: date, days: int = AGREEMENT_DAYS) -> None:
    """The date of a step, as soon as there is one."""
    if step.by is None:
        return
    if step.by < today:
        raise RuleBroken("agreement_date_past", day=step.by)
    if step.wait and step.by == today:
        raise RuleBroken("wait_date_past", day=step.by)
    check_within(step.by, today, days)


def check_finish(undecided: int, without_step: int, group_change_gaps: Collection[str]) -> None:
    """The talk ends when every child in focus has a joint assessment and a next step, and the group one change."""
    if undecided:
        raise RuleBroken("joint_missing", count=undecided)
    if without_step:
        raise RuleBroken("step_missing", count=without_step)
    if group_change_gaps:
        raise RuleBroken("group_change_missing")


def talk_with_parents(outcome: str, before: str | None) -> bool:
    """A new attentive or concerned, or a change of position, is told to the parents."""
    known = before or "trives"
    return outcome != DISAGREE and outcome != known and (outcome in FOCUS or known in FOCUS)


def check_objection(reason: str, decision: str, decided_reason: str) -> None:
    """An objection is a reasoned case: the family's words, and the leader's reason when it is decided."""
    if not reason.strip():
        raise RuleBroken("objection_needs_reason")
    if decision in ("upheld", "rejected") and not decided_reason.strip():
        raise RuleBroken("decision_needs_reason")


def check_may_object(state: str, objection: str) -> None:
    """The family may object as long as the round runs, once."""
    if state not in ("planned", "open") or objection not in ("", "withdrawn"):
        raise RuleBroken("too_late_to_object")


def check_parent_talk(state: str, talked_on: date, parents_view: str, today: date) -> None:
    """The talk is about a joint assessment, has happened, and holds what the parents said."""
    if state != "closed":
        raise RuleBroken("talk_after_the_round")
    if talked_on > today:
        raise RuleBroken("talk_is_in_the_future")
    if not parents_view.strip():
        raise RuleBroken("talk_needs_view")

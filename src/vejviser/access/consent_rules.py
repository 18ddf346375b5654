"""Consent to sharing: who must say yes, and whether it shares anything today. Pure; ages change at local midnight.

One consent is one child, one receiver, one purpose, some data classes and a period. Its state is worked out from the
answers on each reading; no job has to run for a withdrawal, a refusal or an expiry to bite.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from vejviser.children.rules import age
from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import State, Table
from vejviser.foundation.workdays import add_months

CONSENT: Table = {
    "draft": State("ask_the_signers", {"ask": "asked", "supersede": "superseded"}),
    "asked": State(
        "wait_for_answers",
        {"yes": "given", "refuse": "refused", "withdraw": "withdrawn", "expire": "expired", "supersede": "superseded"},
    ),
    "given": State(
        "wait_for_the_rest",
        {
            "yes": "given",
            "begin": "active",
            "refuse": "refused",
            "withdraw": "withdrawn",
            "expire": "expired",
            "supersede": "superseded",
        },
    ),
    "active": State(
        "nothing_until_it_expires",
        {"near_end": "expiring", "withdraw": "withdrawn", "expire": "expired", "supersede": "superseded"},
    ),
    "expiring": State(
        "ask_again_if_needed",
        {"withdraw": "withdrawn", "expire": "expired", "supersede": "superseded", "prolong": "active"},
    ),
    "expired": State("ask_again_if_needed"),
    "withdrawn": State("help_goes_on_without_sharing"),
    "refused": State("help_goes_on_without_sharing"),
    "superseded": State("see_the_new_question"),
}
SHARING = frozenset({"active", "expiring"})
OPEN = frozenset({"asked", "given"})
MONTHS, NOTICE_DAYS = 12, 30
# One purpose, one question. "log" opens the relay log; "log_part" lets one more service take part in it.
PURPOSES = ("log", "log_part", "advice", "meeting", "intervention", "transition")
DATA_CLASSES = ("D1", "D3", "D5", "D6", "D7", "D10", "D13")
# What a participant of the relay log reads there: a yes to less would promise the family more than the house can keep.
LOG_PURPOSES, LOG_CLASSES = ("log", "log_part"), frozenset({"D1", "D5", "D10", "D13"})
LANGUAGES = ("da", "en", "uk", "ar", "tr", "pl")
ANY = "*"


@dataclass(frozen=True)
class SignerRule:
    """Who signs from one age to another: `who` is custody or young. The narrowest valid row wins."""

    from_age: int
    below_age: int
    who: str
    data_class: str = ANY
    purpose: str = ANY
    valid_from: date = date.min
    valid_to: date = date.max

    def fits(self, years: int, data_class: str, purpose: str, today: date) -> bool:
        return (
            self.from_age <= years < self.below_age
            and self.data_class in (ANY, data_class)
            and self.purpose in (ANY, purpose)
            and self.valid_from <= today <= self.valid_to
        )

    @property
    def narrowness(self) -> tuple[int, date]:
        return (self.data_class != ANY) + (self.purpose != ANY), self.valid_from


DEFAULT_SIGNERS = (SignerRule(-1, 15, "custody"), SignerRule(15, 200, "young"))


@dataclass(frozen=True)
class CustodyHolder:
    """One adult's row about the child on a day: only faelles and ene hold custody, and a dead adult never signs."""

    holder: UUID
    kind: str
    opens: date
    closes: date | None = None
    dead: bool = False

    def signs(self, today: date) -> bool:
        holds = self.kind in ("faelles", "ene") and not self.dead
        return holds and self.opens <= today and (self.closes is None or today <= self.closes)


def required_signers(
    child: UUID,
    birth_date: date,
    data_classes: Collection[str],
    purpose: str,
    custody: Iterable[CustodyHolder],
    today: date,
    rules: Sequence[SignerRule] = DEFAULT_SIGNERS,
) -> frozenset[UUID]:
    """Everybody who must say yes. Under 15 all who hold custody, from the 15th birthday the young person.

    Raises nobody_can_sign when no living adult holds custody: then there is no consent, and help needs another basis.
    """
    kinds = {_who(age(birth_date, today), dc, purpose, today, rules) for dc in data_classes or (ANY,)}
    signers = {child} if "young" in kinds else set()
    if "custody" in kinds:
        holders = {row.holder for row in custody if row.signs(today)}
        if not holders:
            raise RuleBroken("nobody_can_sign")
        signers |= holders
    return frozenset(signers)


def last_day(
    birth_date: date,
    data_classes: Collection[str],
    purpose: str,
    today: date,
    rules: Sequence[SignerRule] = DEFAULT_SIGNERS,
) -> date | None:
    """The day before the birthday on which somebody else becomes the one to sign; None when no birthday changes it."""
    years = age(birth_date, today)
    now = {_who(years, dc, purpose, today, rules) for dc in data_classes or (ANY,)}
    for later in sorted({rule.from_age for rule in rules if rule.from_age > years}):
        if {_who(later, dc, purpose, today, rules) for dc in data_classes or (ANY,)} != now:
            return _birthday(birth_date, later) - timedelta(days=1)
    return None


def _birthday(birth_date: date, years: int) -> date:
    """Who is born on 29 February has their birthday on 1 March in other years, as `age` counts."""
    return date(birth_date.year + years, birth_date.month, 1) + timedelta(days=birth_date.day - 1)


def _who(years: int, data_class: str, purpose: str, today: date, rules: Sequence[SignerRule]) -> str:
    fitting = [rule for rule in rules if rule.fits(years, data_class, purpose, today)]
    if not fitting:
        raise RuleBroken("nobody_can_sign")
    return max(fitting, key=lambda rule: rule.narrowness).who


@dataclass(frozen=True)
class Consent:
    """The facts of one consent on a day. `answers` hold "yes" or "no" by signer: silence is no entry.

    Both dates are inclusive. `required` are the signers of *today*: on a 15th birthday, or when custody changes, an old
    yes may no longer be enough.
    """

    required: frozenset[UUID]
    asked: bool
    answers: Mapping[UUID, str]
    begins: date
    ends: date
    withdrawn: bool = False
    superseded: bool = False


def standing(consent: Consent, today: date, notice_days: int = NOTICE_DAYS) -> str:
    """The state today. One "no" refuses, one withdrawal ends it, and a missing answer shares nothing."""
    if consent.superseded:
        return "superseded"
    if not consent.asked:
        return "draft"
    if consent.withdrawn:
        return "withdrawn"
    if any(consent.answers.get(signer) == "no" for signer in consent.required):
        return "refused"
    if today > consent.ends:
        return "expired"
    return _while_valid(consent, today, notice_days)


def _while_valid(consent: Consent, today: date, notice_days: int) -> str:
    given, needed = count(consent)
    if not given:
        return "asked"
    if given < needed or today < consent.begins:
        return "given"
    return "expiring" if today >= consent.ends - timedelta(days=notice_days) else "active"


def shares(consent: Consent, today: date) -> bool:
    """Whether the receiver may read now. "1 of 2" is no."""
    return bool(consent.required) and standing(consent, today) in SHARING


def count(consent: Consent) -> tuple[int, int]:
    """How many of the required signers have said yes, and how many there are: "1 of 2"."""
    return sum(consent.answers.get(signer) == "yes" for signer in consent.required), len(consent.required)


def check_answer(consent: Consent, signer: UUID, answer: str, today: date) -> str:
    """The event of an answer ("yes" or "refuse"). Only a required signer answers, while the question stands."""
    if signer not in consent.required:
        raise RuleBroken("not_a_signer")
    if answer not in ("yes", "no"):
        raise RuleBroken("answer_yes_or_no")
    if standing(consent, today) not in ("asked", "given"):
        raise RuleBroken("question_is_closed")
    return "yes" if answer == "yes" else "refuse"


def check_withdrawal(consent: Consent, by: UUID, today: date) -> None:
    """Whoever must sign today, or has signed, may end it alone and at once."""
    if by not in consent.required and by not in consent.answers:
        raise RuleBroken("not_a_signer")
    if standing(consent, today) not in (*SHARING, "asked", "given"):
        raise RuleBroken("question_is_closed")


def check_receiver(purpose: str, data_classes: Collection[str], has_receiver: bool) -> None:
    """A question names its receiver; one about the relay log covers all that a participant reads there."""
    if purpose not in PURPOSES or not has_receiver:
        raise RuleBroken("consent_needs_receiver")
    if purpose in LOG_PURPOSES and not set(data_classes) >= LOG_CLASSES:
        raise RuleBroken("consent_covers_the_log")


def check_noted(form: str, note: str, day: date, today: date) -> None:
    """A spoken answer is kept in words, and nobody answers tomorrow."""
    if form == "spoken" and not note.strip():
        raise RuleBroken("consent_note_needed")
    if day > today:
        raise RuleBroken("consent_answer_in_the_future")


def check_question(
    why: str,
    data_classes: Collection[str],
    begins: date,
    ends: date | None,
    months: int = MONTHS,
    last: date | None = None,
) -> None:
    """A question says why, what and until when: at most `months` months, not after `last`, when the signers change."""
    if not why.strip():
        raise RuleBroken("consent_needs_why")
    if not data_classes:
        raise RuleBroken("consent_needs_what")
    if ends is None or ends <= begins:
        raise RuleBroken("consent_needs_end")
    latest = add_months(begins, months)
    if ends > latest:
        raise RuleBroken("consent_too_long", months=months, last=latest)
    if last and ends > last:
        raise RuleBroken("consent_ends_with_the_signers", last=last)

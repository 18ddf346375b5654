"""The keys a municipality decides over ([cfg]): their kinds, defaults and limits. Pure.

A package's key is added here when the package is; `texts` of a key are in `setting_texts.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vejviser.foundation.results import RuleBroken
from vejviser.organisation.rules import FUNCTIONS

Value = int | float | bool | str | tuple[str, ...]
NUMBER, YES_NO, TEXT, CODES, LINES = "number", "yes_no", "text", "codes", "lines"


@dataclass(frozen=True)
class Key:
    """One key. `by_scope` are defaults of single unit types; `demo` is the default in demo mode, if it is another.

    Numbers lie between `least` and `most`, codes come from `codes`. A `fixed` key is shown, and changed by nobody.
    """

    name: str
    kind: str
    default: Value
    by_scope: Mapping[str, Value] = field(default_factory=dict)
    demo: Value | None = None
    least: int = 1
    most: int = 1000
    codes: tuple[str, ...] = ()
    fixed: bool = False


KEYS = {
    key.name: key
    for key in (
        Key("municipality.name", TEXT, ""),
        Key("screening.rounds_per_year_min", NUMBER, 2, most=12),
        Key("screening.required_assessors", NUMBER, 2, by_scope={"dagpleje": 1, "sundhedspleje": 1}, most=5),
        Key("screening.agreement_within_days", NUMBER, 14, most=60),
        Key("screening.retention_years", NUMBER, 5, most=18),
        Key("screening.follows_child", YES_NO, False),
        Key("screening.parents_see_joint", YES_NO, True),
        Key("concern.talk_task_wd", NUMBER, 5, most=30),
        Key("concern.parental_care_level", YES_NO, False),
        Key("log.handover_answer_wd", NUMBER, 5, most=30),
        Key("log.stall_weeks", NUMBER, 6, most=26),
        Key("log.review_months", NUMBER, 3, most=12),
        Key("log.tail_days", NUMBER, 14, most=90),
        Key("log.lens_ics", YES_NO, False),
        Key("log.lens_sos", YES_NO, False),
        Key("consent.months", NUMBER, 12, most=36),
        Key("consent.notice_before_days", NUMBER, 30, most=90),
        Key("referral.intake", YES_NO, False),
        Key("referral.assess_clock_hours", NUMBER, 24, most=24),
        Key("referral.receipt_wd", NUMBER, 6, most=6),
        Key("guide.level_names", LINES, ()),
        Key("guide.duty_question", TEXT, ""),
        Key("roster.max_drop_percent", NUMBER, 5, least=0, most=100),
        Key("access.intake_tail_days", NUMBER, 14, least=0, most=90),
        Key("access.moved_text_days", NUMBER, 30, least=0, most=90),
        Key("unit.functions", CODES, ("guide", "concern", "log"), demo=FUNCTIONS, codes=FUNCTIONS),
        Key("audit.payload_months", NUMBER, 24, least=24, most=120),
        Key("audit.seal_seconds", NUMBER, 10, fixed=True),
        Key("audit.checkpoint_minutes", NUMBER, 10, fixed=True),
        Key("drafts.days", NUMBER, 14, fixed=True),
        Key("session.idle_minutes", NUMBER, 30, fixed=True),
        Key("session.warn_minutes", NUMBER, 28, fixed=True),
        Key("session.longest_hours", NUMBER, 10, fixed=True),
    )
}


def default(name: str, scope: str = "", *, demo: bool = False) -> Value:
    """What holds until the municipality decides. Raises KeyError for an unknown key."""
    key = KEYS[name]
    return key.demo if demo and key.demo is not None else key.by_scope.get(scope, key.default)


def checked(name: str, value: object) -> Value:
    """The value in the key's own type. Raises RuleBroken("setting_…") for one that cannot be."""
    key = KEYS.get(name)
    if key is None:
        raise RuleBroken("setting_unknown", key=name)
    if key.fixed:
        raise RuleBroken("setting_fixed", key=name)
    return _CHECKS[key.kind](key, value)


def typed(stored: Value | list[str]) -> Value:
    """A stored value as the program uses it: lists are tuples."""
    return tuple(stored) if isinstance(stored, list) else stored


def _number(key: Key, value: object) -> Value:
    if isinstance(value, bool) or not isinstance(value, int | float) or not key.least <= value <= key.most:
        raise RuleBroken("setting_number", key=key.name, least=key.least, most=key.most)
    return value


def _yes_no(key: Key, value: object) -> Value:
    if not isinstance(value, bool):
        raise RuleBroken("setting_yes_no", key=key.name)
    return value


def _text(key: Key, value: object) -> Value:
    if not isinstance(value, str):
        raise RuleBroken("setting_text", key=key.name)
    return value.strip()


def _codes(key: Key, value: object) -> Value:
    chosen = value if isinstance(value, list | tuple) else ()
    if not isinstance(value, list | tuple) or not set(chosen) <= set(key.codes):
        raise RuleBroken("setting_codes", key=key.name)
    return tuple(code for code in key.codes if code in chosen)


def _lines(key: Key, value: object) -> Value:
    if not isinstance(value, list | tuple) or not all(isinstance(line, str) for line in value):
        raise RuleBroken("setting_text", key=key.name)
    return tuple(str(line).strip() for line in value)


_CHECKS = {NUMBER: _number, YES_NO: _yes_no, TEXT: _text, CODES: _codes, LINES: _lines}

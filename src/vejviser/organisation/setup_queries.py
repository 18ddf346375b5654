"""What the page about the set-up shows: decisions, switches and jobs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.foundation.models import Job
from vejviser.organisation.models import Setting
from vejviser.organisation.rules import FUNCTIONS, UNIT_TYPES
from vejviser.organisation.setting_queries import functions_on, value
from vejviser.organisation.setting_rules import KEYS, typed
from vejviser.organisation.setting_texts import TOPICS, WORDS, said
from vejviser.organisation.unit_texts import FUNCTION_NAMES, UNIT_NAMES


@dataclass(frozen=True)
class Decided:
    """One row: the value in words, for which type of unit, who decided, when it holds from and why."""

    value: str
    scope: str
    by: str
    row: Setting


@dataclass(frozen=True)
class Line:
    """A key with its name and sentence, what holds now in general, and what has been decided."""

    name: str
    sentence: str
    now: str
    decided: list[Decided]
    fixed: bool


@dataclass(frozen=True)
class Topic:
    """The keys under one heading."""

    name: str
    lines: list[Line]


def topics() -> list[Topic]:
    """Every key by topic; decisions that no longer hold are left out, those of later days are in."""
    rows, names = _standing(), _names()
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    for key in KEYS.values():
        name, sentence = WORDS[key.name]
        decided = [_decided(row, names) for row in rows.get(key.name, [])]
        line = Line(str(name), str(sentence), said(value(key.name)), decided, key.fixed)
        lines[key.name.split(".")[0]].append(line)
    return [Topic(str(name), lines[topic]) for topic, name in TOPICS.items()]


def switches() -> tuple[list[str], list[tuple[str, list[bool]]]]:
    """The function table: names of the functions, and for each type of unit which of them are on."""
    rows = [(str(UNIT_NAMES[kind]), [function in functions_on(kind) for function in FUNCTIONS]) for kind in UNIT_TYPES]
    return [str(FUNCTION_NAMES[function]) for function in FUNCTIONS], rows


def jobs() -> list[Job]:
    """Every job that has a next run, those that failed first."""
    return sorted(Job.objects.order_by("name"), key=lambda job: job.last_ok is not False)


def _standing() -> Mapping[str, list[Setting]]:
    """By key: the row that holds now for each scope, and rows of later days."""
    today = clock.today()
    now: dict[tuple[str, str], Setting] = {}
    later: list[Setting] = []
    for row in Setting.objects.order_by("valid_from", "pk"):
        if row.valid_from > today:
            later.append(row)
        else:
            now[row.key, row.scope] = row
    by_key: defaultdict[str, list[Setting]] = defaultdict(list)
    for row in [*now.values(), *later]:
        by_key[row.key].append(row)
    return by_key


def _names() -> Mapping[UUID, str]:
    deciders = Setting.objects.exclude(by=None).values("by")
    return {person.ref: person.full_name for person in Person.objects.filter(ref__in=deciders)}


def _decided(row: Setting, names: Mapping[UUID, str]) -> Decided:
    scope = str(UNIT_NAMES.get(row.scope, ""))
    return Decided(said(typed(row.value)), scope, names.get(row.by, "") if row.by else "", row)

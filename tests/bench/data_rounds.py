"""Rounds in bulk: all but the last closed with joint assessments; in the last, every class is open to be assessed."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.bench.bulk import write
from tests.bench.data_places import Town
from vejviser.foundation import clock
from vejviser.screening.models import CurrentPosition, GroupRound, JointAssessment, Notice, Round, RoundChild
from vejviser.screening.queries.instruments import edition

APART, OPEN_FOR = timedelta(days=183), timedelta(days=28)


def build_rounds(town: Town, rounds: int) -> int:
    """So many rounds of every class; gives the number of joint assessments."""
    newest, joint = clock.today() - timedelta(days=8), 0
    for number in range(rounds - 1):
        joint += _closed(town, newest - APART * (rounds - 1 - number))
    write(CurrentPosition, _positions(town, newest - APART))
    _open(town, newest)
    return joint


def _round(town: Town, starts: date, state: str) -> list[GroupRound]:
    row = Round.objects.create(name=f"Runde {starts:%Y-%m}", edition=edition(), planned_by=town.teacher)
    rows = (GroupRound(round=row, group=group, starts=starts, due=starts + OPEN_FOR, state=state) for group in town.groups)
    return write(GroupRound, rows, keep=True)


def _closed(town: Town, starts: date) -> int:
    group_rounds = _round(town, starts, "closed")
    rows = write(RoundChild, _children(town, group_rounds), keep=True)
    joint = (
        JointAssessment(row=row, outcome=_outcome(n), step="Vi siger godmorgen ved navn.", step_by=starts + OPEN_FOR)
        for n, row in enumerate(rows)
    )
    write(JointAssessment, joint)
    return len(rows)


def _open(town: Town, starts: date) -> None:
    group_rounds = _round(town, starts, "open")
    by = town.teacher.ref
    notices = (
        Notice(group_round=one, edition=edition(), channel="besked", sent_on=starts, languages=["da"], by=by)
        for one in group_rounds
    )
    told = write(Notice, notices, keep=True)
    write(RoundChild, _children(town, group_rounds, told))


def _children(town: Town, group_rounds: list[GroupRound], told: list[Notice] | None = None) -> Iterator[RoundChild]:
    for number, (child, room) in enumerate(zip(town.children, town.class_of, strict=True)):
        yield RoundChild(
            group_round=group_rounds[room], child=child, notice=told[room] if told else None, before=_outcome(number)
        )


def _positions(town: Town, since: date) -> Iterator[CurrentPosition]:
    last = {one.group_id: one for one in GroupRound.objects.filter(starts=since)}
    for number, (child, room) in enumerate(zip(town.children, town.class_of, strict=True)):
        group = town.groups[room]
        if group.pk in last:
            yield CurrentPosition(child=child, group=group, group_round=last[group.pk], outcome=_outcome(number), since=since)


def _outcome(number: int) -> str:
    """One child in twenty is a cause for worry, three are looked at more closely."""
    return {0: "bekymret", 1: "opmaerksom", 2: "opmaerksom", 3: "opmaerksom"}.get(number % 20, "trives")

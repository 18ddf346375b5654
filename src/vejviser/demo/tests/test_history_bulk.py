"""A group whose round was written in bulk has the rows of one that lived it through the actions."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import models, transaction

from vejviser.accounts.models import Person
from vejviser.agreements.models import Agreement
from vejviser.demo import history_bulk
from vejviser.demo.history_bulk_ready import Told, tell
from vejviser.demo.history_play import play
from vejviser.demo.history_story import Days
from vejviser.demo.history_town import living
from vejviser.screening.actions.plan import plan_round
from vejviser.screening.models import (
    CurrentPosition,
    GroupRound,
    JointAssessment,
    Notice,
    OwnAssessment,
    ParentTalk,
    Reflection,
    RoundChild,
)

DAYS = Days(date(2026, 1, 12), date(2026, 1, 26), date(2026, 1, 29), date(2026, 2, 2), date(2026, 2, 5))
TIMES = (models.DateTimeField, models.AutoField)
# Fields that hold an id of a row made on the way, told by what the row is about instead.
BY = {"row": "row__child", "notice": "notice__channel", "reflection": "reflection__change"}
PATHS = {
    GroupRound: "pk", Notice: "group_round", RoundChild: "group_round", OwnAssessment: "row__group_round",
    JointAssessment: "row__group_round", ParentTalk: "row__group_round", Reflection: "group_round",
    CurrentPosition: "group_round",
}  # fmt: skip


def fields(model: type[models.Model]) -> list[str]:
    found = [field for field in model._meta.concrete_fields if not isinstance(field, TIMES)]
    return [BY.get(field.name, field.name) for field in found if field.name not in ("ref", "source")]


def values(rows: models.QuerySet[Any]) -> list[str]:
    return sorted(repr(tuple(row.items())) for row in rows.values(*fields(rows.model)))


def everything(group_round: GroupRound) -> dict[str, list[str]]:
    """All rows of the round and of what was agreed in it, without ids, refs and times."""
    found = {model.__name__: values(model._default_manager.filter(**{path: group_round.pk})) for model, path in PATHS.items()}
    joints = JointAssessment.objects.filter(row__group_round=group_round)
    sources = [*joints.values_list("ref", flat=True), Reflection.objects.get(group_round=group_round).ref]
    found["agreements"] = values(Agreement.objects.filter(source__in=sources))
    found["took_part"] = sorted(map(repr, joints.values_list("row__child", "took_part")))
    return found


def told_and_undone(group_round: GroupRound, tells: Callable[[], None]) -> dict[str, list[str]]:
    with transaction.atomic():
        tells()
        found = everything(group_round)
        transaction.set_rollback(True)
    return found


def a_class(name: str) -> Told:
    """A planned round of a class that nobody has told about, with an invented story."""
    with living(date(2026, 1, 5)):
        planner = Person.objects.get(source_id="emp-birgitte")
        made = plan_round(by=planner, name=name, starts=DAYS.opened, due=date(2026, 2, 6), kinds=["skole", "sfo"])
    rounds = GroupRound.objects.filter(round=made).exclude(group__name="2.B").select_related("round", "group__unit")
    told = tell(list(rounds), DAYS)
    return max(told, key=lambda one: sum(story.decided is not None for _, story in one.pairs))


@pytest.mark.commits
@pytest.mark.parametrize("name", ["Vinter 2026", "Prøverunde"])
def test_written_in_bulk_as_lived(town: str, name: str) -> None:
    one = a_class(name)
    assert sum(story.decided is not None for _, story in one.pairs) > 1
    lived = told_and_undone(one.group_round, lambda: play(one.group_round, one.story))
    written = told_and_undone(one.group_round, lambda: history_bulk.write_stories([one], DAYS))
    assert {key: len(rows) for key, rows in lived.items()} == {key: len(rows) for key, rows in written.items()}
    for key, rows in lived.items():
        assert written[key] == rows, key


@pytest.mark.commits
def test_the_comparison_sees_a_difference(town: str) -> None:
    one = a_class("Vinter 2026")
    written = told_and_undone(one.group_round, lambda: history_bulk.write_stories([one], DAYS))

    def with_another_word() -> None:
        history_bulk.write_stories([one], DAYS)
        Reflection.objects.filter(group_round=one.group_round).update(change="Noget andet")

    assert told_and_undone(one.group_round, with_another_word) != written

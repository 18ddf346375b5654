"""An objection is a reasoned case for the leader; until it is decided nobody assesses the child."""

import pytest

from vejviser.foundation.results import NotVisible, RuleBroken
from vejviser.screening import tasks
from vejviser.screening.actions.assess import Choice, choose, reveal
from vejviser.screening.actions.families import decide_objection, object_to_round
from vejviser.screening.models import JointAssessment, OwnAssessment
from vejviser.screening.tests.conftest import School
from vejviser.worklist.models import Task

WORDS = "Vi vil ikke have det skrevet ned"


def test_the_leader_gets_the_case_and_nobody_assesses_meanwhile(school: School) -> None:
    school.open()
    row = object_to_round(by=school.jonas, row=school.row("Ella"), words=WORDS)
    assert Task.objects.get(kind=tasks.OBJECTION).person == school.ulla
    with pytest.raises(RuleBroken, match="objection_before_position"):
        choose(by=school.pia, row=row, choice=Choice(position="trives"))
    with pytest.raises(RuleBroken, match="too_late_to_object"):
        object_to_round(by=school.pia, row=row, words=WORDS)


def test_the_others_do_not_wait_for_it(school: School) -> None:
    group_round = school.open()
    object_to_round(by=school.jonas, row=school.row("Ella"), words=WORDS)
    for name in ("Anton", "Filippa", "Karla", "Åse"):
        for person in (school.jonas, school.pia):
            choose(by=person, row=school.row(name), choice=Choice(position="trives"))
    assert reveal(by=school.pia, group_round=group_round).state == "reflecting"


def test_upheld_leaves_the_child_out_and_deletes_what_was_assessed(school: School) -> None:
    school.open()
    school.assess(school.jonas)
    row = object_to_round(by=school.jonas, row=school.row("Ella"), words=WORDS)
    decide_objection(by=school.ulla, row=row, event="uphold", reason="Kan undværes for barnet", seen=row.version)
    assert not OwnAssessment.objects.filter(row=row).exists()
    assert not JointAssessment.objects.filter(row=row).exists()
    assert not Task.objects.filter(kind=tasks.OBJECTION, done_at=None).exists()
    assert school.row("Ella").objection == "upheld"


def test_rejected_needs_a_reason_and_lets_the_child_take_part(school: School) -> None:
    school.open()
    row = object_to_round(by=school.jonas, row=school.row("Ella"), words=WORDS)
    with pytest.raises(RuleBroken, match="decision_needs_reason"):
        decide_objection(by=school.ulla, row=row, event="reject", reason=" ", seen=row.version)
    decide_objection(by=school.ulla, row=row, event="reject", reason="Opgaven følger af loven", seen=row.version)
    line = choose(by=school.pia, row=row, choice=Choice(position="trives"))
    assert (line.own and line.own.position) == "trives"


@pytest.mark.parametrize("name", ["jonas", "henrik", "ib", "nadia"])
def test_only_the_units_leader_decides(school: School, name: str) -> None:
    school.open()
    row = object_to_round(by=school.jonas, row=school.row("Ella"), words=WORDS)
    with pytest.raises(NotVisible):
        decide_objection(by=getattr(school, name), row=row, event="uphold", reason="Nej", seen=row.version)


def test_it_is_too_late_after_the_reveal_and_needs_words_before(school: School) -> None:
    school.open()
    with pytest.raises(RuleBroken, match="objection_needs_reason"):
        object_to_round(by=school.jonas, row=school.row("Ella"), words="")
    school.assess(school.jonas)
    school.assess(school.pia)
    group_round = school.row("Ella").group_round
    reveal(by=school.jonas, group_round=group_round)
    with pytest.raises(RuleBroken, match="too_late_to_object"):
        object_to_round(by=school.jonas, row=school.row("Ella"), words=WORDS)

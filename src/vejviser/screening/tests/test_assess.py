"""Own assessments: saved at once, blind to each other, and side by side only after the reveal."""

from datetime import date
from uuid import uuid4

import pytest

from vejviser.agreements.rules import Answer
from vejviser.children.models import Custody, Guardian
from vejviser.foundation import clock
from vejviser.foundation.crypto import blind_index
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.screening import permissions, tasks
from vejviser.screening.actions.assess import (
    Choice,
    choose,
    describe,
    finish_own,
    keep_child_words,
    reveal,
    see_it_differently,
)
from vejviser.screening.models import GroupRound, OwnAssessment, RoundChild
from vejviser.screening.queries.assess import Line, form_of, own_of, page
from vejviser.screening.tests.conftest import School, enrol
from vejviser.worklist.models import Task

SAD = "6-9.psykisk_emotionel.bekymret.2"
ACUTE = "6-9.psykisk_emotionel.bekymret.1"
AFTER = clock.local_midnight(date(2026, 4, 1))


def see_page(school: School, person: str, group_round: GroupRound) -> list[tuple[str, str, str]]:
    room = permissions.assess.get(getattr(school, person), ref=group_round.ref)
    return [(x.sight.child.first_name, x.own.position if x.own else "", x.before) for x in page(room).lines]


def chosen(line: Line) -> OwnAssessment:
    assert line.own is not None
    return line.own


def test_the_page_is_alphabetical_with_nothing_chosen(school: School) -> None:
    group_round = school.open()
    assert see_page(school, "jonas", group_round) == [(name, "", "") for name in school.children]


def test_a_choice_is_kept_and_the_same_tap_changes_nothing(school: School) -> None:
    group_round = school.open()
    row, tap = school.row("Ella"), Choice(position="trives", id=uuid4())
    first = chosen(choose(by=school.jonas, row=row, choice=tap))
    again = chosen(choose(by=school.jonas, row=row, choice=tap))
    assert (first.pk, first.version) == (again.pk, again.version)
    changed = chosen(choose(by=school.jonas, row=row, choice=Choice(position="opmaerksom", id=uuid4())))
    assert (changed.pk, changed.version) == (first.pk, 2)
    assert ("Ella", "opmaerksom", "") in see_page(school, "jonas", group_round)


def test_assessors_are_blind_to_each_other_until_the_reveal(school: School) -> None:
    group_round = school.open()
    school.assess(school.jonas, Ella="bekymret")
    assert see_page(school, "pia", group_round) == [(name, "", "") for name in school.children]
    assert own_of(school.pia, school.row("Ella")) is None
    with pytest.raises(NotVisible):
        permissions.reflect.get(school.pia, ref=group_round.ref)


@pytest.mark.parametrize("name", ["nadia", "ole", "emil", "ulla", "henrik", "ib"])
def test_near_misses_neither_see_nor_choose(school: School, name: str) -> None:
    group_round, person = school.open(), getattr(school, name)
    with pytest.raises(NotVisible):
        permissions.assess.get(person, ref=group_round.ref)
    with pytest.raises(NotVisible):
        choose(by=person, row=school.row("Ella"), choice=Choice(position="trives"))


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (Choice(), "position_or_reason"),
        (Choice(position="fortsat_uenige"), "unknown_position"),
        (Choice(reason="andet"), "other_reason_needs_words"),
    ],
)
def test_refused_choices(school: School, choice: Choice, code: str) -> None:
    school.open()
    with pytest.raises(RuleBroken, match=code):
        choose(by=school.jonas, row=school.row("Ella"), choice=choice)


def test_a_new_child_waits_for_the_notice(school: School) -> None:
    school.open()
    school.children["Ny"] = enrol("Ny", school.unit, school.group)
    group_round = GroupRound.objects.get(group=school.group)
    row = RoundChild.objects.create(group_round=group_round, child=school.children["Ny"])
    with pytest.raises(RuleBroken, match="notice_before_position"):
        choose(by=school.jonas, row=row, choice=Choice(position="trives"))
    choose(by=school.jonas, row=row, choice=Choice(reason="nyt_barn"))
    school.tell(group_round)
    assert chosen(choose(by=school.jonas, row=row, choice=Choice(position="trives"))).position == "trives"


def test_statements_need_a_position_in_focus_and_go_with_it(school: School) -> None:
    school.open()
    row = school.row("Filippa")
    with pytest.raises(RuleBroken, match="position_first"):
        describe(by=school.jonas, row=row, statements=[SAD], works="", seen=1)
    own = chosen(choose(by=school.jonas, row=row, choice=Choice(position="bekymret")))
    assert describe(by=school.jonas, row=row, statements=[SAD], works="Tegner med Ida", seen=own.version) == frozenset()
    own = chosen(choose(by=school.jonas, row=row, choice=Choice(position="trives")))
    assert (own.statements, own.works) == ([], "Tegner med Ida")


def test_an_older_page_does_not_overwrite_statements(school: School) -> None:
    school.open()
    row = school.row("Filippa")
    own = chosen(choose(by=school.jonas, row=row, choice=Choice(position="bekymret")))
    describe(by=school.jonas, row=row, statements=[SAD], works="Tegner", seen=own.version)
    with pytest.raises(Conflict):
        describe(by=school.jonas, row=row, statements=[], works="", seen=own.version)


def test_an_acute_statement_makes_a_task_for_today_and_sets_nothing_else(school: School) -> None:
    school.open()
    row = school.row("Filippa")
    own = chosen(choose(by=school.jonas, row=row, choice=Choice(position="opmaerksom")))
    assert describe(by=school.jonas, row=row, statements=[ACUTE], works="", seen=own.version) == {ACUTE}
    task = Task.objects.get(kind=tasks.ACT_TODAY)
    assert (task.person, task.due, task.child) == (school.jonas, clock.today(), row.child.ref)
    kept = own_of(school.jonas, row)
    assert kept is not None
    assert kept.position == "opmaerksom"


def test_the_childs_words_are_kept_as_given(school: School) -> None:
    school.open()
    row = school.row("Filippa")
    question = form_of(row).questions[0].id
    words = keep_child_words(by=school.pia, row=row, question=question, answer=Answer("picture", picture="ansigt_4"))
    assert (words.picture, words.number) == ("ansigt_4", None)
    with pytest.raises(RuleBroken, match="small_children_answer_with_pictures"):
        keep_child_words(by=school.pia, row=row, question=question, answer=Answer("number", number=4))
    with pytest.raises(RuleBroken, match="question_of_another_form"):
        keep_child_words(by=school.pia, row=row, question="0-2.barn.ro", answer=Answer("word", words="ja"))


def test_finishing_needs_every_child_and_the_last_one_calls_to_the_talk(school: School) -> None:
    group_round = school.open()
    with pytest.raises(RuleBroken, match="some_not_assessed"):
        finish_own(by=school.jonas, group_round=group_round)
    school.assess(school.jonas, Åse="fravaer")
    assert not finish_own(by=school.jonas, group_round=group_round)
    assert not Task.objects.filter(kind=tasks.REFLECT).exists()
    school.assess(school.pia)
    assert finish_own(by=school.pia, group_round=group_round)
    assert Task.objects.filter(kind=tasks.REFLECT, done_at=None).count() == 2
    assert not Task.objects.filter(kind=tasks.ASSESS, done_at=None).exists()


def test_the_reveal_waits_for_everybody(school: School) -> None:
    group_round = school.open()
    school.assess(school.jonas)
    with pytest.raises(RuleBroken, match="not_all_have_assessed"):
        reveal(by=school.jonas, group_round=group_round)
    school.assess(school.pia, Ella="opmaerksom")
    assert reveal(by=school.jonas, group_round=group_round).state == "reflecting"


def test_only_the_owner_reveals_early_after_the_last_day_with_a_reason(school: School) -> None:
    group_round = school.open()
    school.assess(school.jonas)
    with pytest.raises(RuleBroken, match="reveal_only_after_due"):
        reveal(by=school.ulla, group_round=group_round, reason="Pia er syg")
    with clock.frozen(AFTER):
        with pytest.raises(RuleBroken, match="not_all_have_assessed"):
            reveal(by=school.jonas, group_round=group_round, reason="Pia er syg")
        with pytest.raises(RuleBroken, match="reveal_needs_reason"):
            reveal(by=school.ulla, group_round=group_round)
        for stranger in (school.henrik, school.nadia):
            with pytest.raises(NotVisible):
                reveal(by=stranger, group_round=group_round, reason="Pia er syg")
        revealed = reveal(by=school.ulla, group_round=group_round, reason="Pia er syg")
    assert (revealed.state, revealed.early_reason) == ("reflecting", "Pia er syg")


def test_nobody_waits_for_an_assessor_of_the_childs_own_family(school: School) -> None:
    group_round = school.open()
    mother = Guardian.objects.create(first_name="M", last_name="T", source_id="m", cpr_hash=blind_index("0101800000"))
    Custody.objects.create(child=school.children["Ella"], guardian=mother, kind="ene", opens="2025-08-01", source_id="cm")
    type(school.pia).objects.filter(pk=school.pia.pk).update(cpr_hash=mother.cpr_hash)
    assert "Ella" not in [name for name, *_rest in see_page(school, "pia", group_round)]
    school.assess(school.jonas)
    for name in ("Anton", "Filippa", "Karla", "Åse"):
        choose(by=school.pia, row=school.row(name), choice=Choice(position="trives"))
    assert reveal(by=school.pia, group_round=group_round).state == "reflecting"


def test_after_the_reveal_a_change_is_a_new_version(school: School) -> None:
    school.talk(Karla="opmaerksom")
    row = school.row("Karla")
    with pytest.raises(RuleBroken, match="round_is_not_open"):
        choose(by=school.jonas, row=row, choice=Choice(position="trives"))
    with pytest.raises(RuleBroken, match="new_version_needs_reason"):
        see_it_differently(by=school.jonas, row=row, position="trives", why=" ")
    see_it_differently(by=school.jonas, row=row, position="trives", why="Jeg så hende også om eftermiddagen")
    versions = OwnAssessment.objects.filter(row=row, assessor=school.jonas).order_by("pk")
    assert [(one.position, one.current) for one in versions] == [("opmaerksom", False), ("trives", True)]

"""The talk: one joint assessment per child beside everybody's own, and no end before every next step has owner and date."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from vejviser.agreements.models import Agreement
from vejviser.foundation import clock
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.screening import permissions, tasks
from vejviser.screening.actions.families import note_parent_talk
from vejviser.screening.actions.plan import plan_round
from vejviser.screening.actions.reflect import (
    GroupTalk,
    Joint,
    bring_into_talk,
    finish_talk,
    save_group_talk,
    save_joint,
)
from vejviser.screening.models import CurrentPosition, GroupRound, JointAssessment, OwnAssessment, RoundChild
from vejviser.screening.queries.reflect import talk
from vejviser.screening.tests.conftest import School
from vejviser.worklist.models import Task

SOON, LATE = date(2026, 3, 17), date(2026, 3, 25)


def written(school: School, **changes: object) -> Joint:
    whole = Joint(
        outcome="bekymret",
        reason="Det er blevet sværere siden vinterferien",
        took_part=[school.jonas, school.pia],
        step="Tal med forældrene",
        owner=school.jonas,
        by=SOON,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def change(school: School) -> GroupTalk:
    return GroupTalk({}, "", "Legegrupper i 10-pausen", school.pia, date(2026, 4, 10))


def decide(school: School, name: str, **changes: object) -> JointAssessment:
    return save_joint(by=school.jonas, row=school.row(name), written=written(school, **changes), seen=1)


def settle(school: School, group_round: GroupRound, **changes: object) -> GroupRound:
    decide(school, "Filippa", **changes)
    save_group_talk(by=school.pia, group_round=group_round, written=change(school), seen=1)
    return finish_talk(by=school.jonas, group_round=group_round)


def test_both_views_stand_beside_each_other(school: School) -> None:
    group_round = school.talk(Filippa="bekymret", Karla="opmaerksom")
    found = talk(permissions.reflect.get(school.pia, ref=group_round.ref))
    assert [card.row.child.first_name for card in found.in_talk] == ["Filippa", "Karla"]
    (filippa, _karla) = found.in_talk
    assert [(own.assessor.first_name, own.position) for own in filippa.own] == [("Jonas", "bekymret"), ("Pia", "trives")]
    assert filippa.differs
    assert filippa.outcome == ""
    assert len(found.thriving) == 3
    assert not found.ready


def test_nothing_is_joint_before_the_talk_has_ended(school: School) -> None:
    school.talk(Filippa="bekymret")
    decide(school, "Filippa")
    assert not CurrentPosition.objects.exists()
    assert not Agreement.objects.exists()


def test_the_end_makes_agreements_positions_and_the_task_to_talk_with_parents(school: School) -> None:
    group_round = settle(school, school.talk(Filippa="bekymret"))
    assert group_round.state == "closed"
    promised = Agreement.objects.get(child=school.children["Filippa"])
    assert (promised.what, promised.owner, promised.by_when) == ("Tal med forældrene", school.jonas, SOON)
    assert Agreement.objects.get(group=school.group).what == "Legegrupper i 10-pausen"
    current = dict(CurrentPosition.objects.values_list("child__first_name", "outcome"))
    assert current == {"Anton": "trives", "Ella": "trives", "Filippa": "bekymret", "Karla": "trives", "Åse": "trives"}
    task = Task.objects.get(kind=tasks.PARENTS)
    assert (task.person, task.child, task.due) == (school.jonas, school.children["Filippa"].ref, SOON)
    assert not Task.objects.filter(kind=tasks.REFLECT, done_at=None).exists()


def test_afterwards_the_page_still_shows_only_whom_they_talked_about(school: School) -> None:
    group_round = settle(school, school.talk(Filippa="bekymret"))
    found = talk(permissions.reflect.get(school.pia, ref=group_round.ref))
    assert [card.row.child.first_name for card in found.in_talk] == ["Filippa"]
    assert len(found.thriving) == 4


def test_own_and_joint_assessments_are_never_merged(school: School) -> None:
    settle(school, school.talk(Filippa="bekymret"), outcome="opmaerksom")
    own = OwnAssessment.objects.filter(row__child=school.children["Filippa"]).order_by("assessor__first_name")
    assert [one.position for one in own] == ["bekymret", "trives"]
    assert JointAssessment.objects.get(row__child=school.children["Filippa"]).outcome == "opmaerksom"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"outcome": ""}, "joint_missing"),
        ({"reason": " "}, "joint_missing"),
        ({"took_part": []}, "joint_missing"),
        ({"step": ""}, "step_missing"),
        ({"owner": None}, "step_missing"),
        ({"by": None}, "step_missing"),
        ({"outcome": "fortsat_uenige", "by": None}, "step_missing"),
    ],
)
def test_the_talk_cannot_end_while_something_is_missing(school: School, changes: dict[str, object], code: str) -> None:
    group_round = school.talk(Filippa="bekymret")
    with pytest.raises(RuleBroken, match=code):
        settle(school, group_round, **changes)
    group_round.refresh_from_db()
    assert group_round.state == "reflecting"
    assert not Agreement.objects.exists()


def test_a_child_in_focus_without_a_card_holds_the_end_back(school: School) -> None:
    group_round = school.talk(Filippa="bekymret", Karla="opmaerksom")
    with pytest.raises(RuleBroken, match="joint_missing") as broken:
        settle(school, group_round)
    assert broken.value.facts == {"count": 1}


def test_the_group_changes_one_thing(school: School) -> None:
    group_round = school.talk()
    with pytest.raises(RuleBroken, match="group_change_missing"):
        finish_talk(by=school.jonas, group_round=group_round)


def test_still_disagreeing_is_an_outcome_with_a_step_and_without_a_talk_about_it(school: School) -> None:
    settle(school, school.talk(Filippa="bekymret"), outcome="fortsat_uenige", reason="Begge dele kan passe")
    assert CurrentPosition.objects.get(child=school.children["Filippa"]).outcome == "fortsat_uenige"
    assert Agreement.objects.filter(child=school.children["Filippa"]).exists()
    assert not Task.objects.filter(kind=tasks.PARENTS).exists()


def test_a_wait_is_kept_with_its_reason_and_date(school: School) -> None:
    settle(school, school.talk(Filippa="opmaerksom"), outcome="opmaerksom", step="Hun er lige kommet hjem", waits=True)
    row = Agreement.objects.get(child=school.children["Filippa"])
    assert (row.waits, row.what, row.by_when) == (True, "Hun er lige kommet hjem", SOON)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"by": date(2026, 3, 9)}, "agreement_date_past"),
        ({"by": LATE}, "step_too_late"),
        ({"by": date(2026, 3, 10), "waits": True}, "wait_date_past"),
        ({"outcome": "roed"}, "joint_needs_outcome"),
    ],
)
def test_refused_cards(school: School, changes: dict[str, object], code: str) -> None:
    school.talk(Filippa="bekymret")
    with pytest.raises(RuleBroken, match=code):
        decide(school, "Filippa", **changes)


def test_only_those_named_for_the_group_take_part(school: School) -> None:
    school.talk(Filippa="bekymret")
    for changes in ({"owner": school.nadia}, {"took_part": [school.ole]}):
        with pytest.raises(RuleBroken, match="not_of_the_group"):
            decide(school, "Filippa", **changes)


def test_a_child_nobody_marked_can_be_talked_about(school: School) -> None:
    group_round = school.talk()
    joint = bring_into_talk(by=school.pia, row=school.row("Ella"))
    assert joint.outcome == ""
    found = talk(permissions.reflect.get(school.pia, ref=group_round.ref))
    assert [card.row.child.first_name for card in found.in_talk] == ["Ella"]


def test_two_tabs_do_not_overwrite_each_other(school: School) -> None:
    school.talk(Filippa="bekymret")
    decide(school, "Filippa")
    decide(school, "Filippa", reason="Rettet af Jonas")
    with pytest.raises(Conflict):
        save_joint(by=school.pia, row=school.row("Filippa"), written=written(school), seen=1)


@pytest.mark.parametrize("name", ["nadia", "ole", "emil", "ulla", "henrik", "ib"])
def test_near_misses_take_no_part(school: School, name: str) -> None:
    group_round, person = school.talk(Filippa="bekymret"), getattr(school, name)
    attempts: list[Callable[[], object]] = [
        lambda: permissions.reflect.get(person, ref=group_round.ref),
        lambda: save_joint(by=person, row=school.row("Filippa"), written=written(school), seen=1),
        lambda: save_group_talk(by=person, group_round=group_round, written=change(school), seen=1),
        lambda: finish_talk(by=person, group_round=group_round),
    ]
    for attempt in attempts:
        with pytest.raises(NotVisible):
            attempt()


def test_the_talk_is_over_after_the_end(school: School) -> None:
    group_round = settle(school, school.talk(Filippa="bekymret"))
    with pytest.raises(RuleBroken, match="assessment_is_closed"):
        decide(school, "Filippa")
    with pytest.raises(RuleBroken, match="not_from_this_state"):
        finish_talk(by=school.jonas, group_round=group_round)


def next_round(school: School) -> GroupRound:
    """The next half year's round of the class, opened."""
    starts, due = date(2026, 10, 1), date(2026, 11, 15)
    with clock.frozen(clock.local_midnight(starts)):
        row = plan_round(by=school.ib, name="Efterår 2026", starts=starts, due=due, kinds=["skole"])
        return school.tell(GroupRound.objects.select_related("group__unit", "round").get(round=row))


def test_the_next_round_remembers_what_the_group_chose(school: School) -> None:
    settle(school, school.talk(Filippa="bekymret"), outcome="opmaerksom")
    autumn = next_round(school)
    before = dict(RoundChild.objects.filter(group_round=autumn).values_list("child__first_name", "before"))
    assert before["Filippa"] == "opmaerksom"
    assert before["Ella"] == "trives"


def test_the_current_position_never_drifts_from_the_joint_assessments(school: School) -> None:
    settle(school, school.talk(Filippa="bekymret"))
    for current in CurrentPosition.objects.select_related("child", "group"):
        last = JointAssessment.objects.filter(
            row__child=current.child, row__group_round__group=current.group, row__group_round__state="closed"
        ).latest("row__group_round__closed_at")
        assert current.outcome == last.outcome


def test_the_talk_with_the_parents_comes_after_and_ends_the_task(school: School) -> None:
    group_round = school.talk(Filippa="bekymret")
    noted: dict[str, Any] = {"row": school.row("Filippa"), "parents_view": "Hun er glad derhjemme", "talked_on": clock.today()}
    with pytest.raises(RuleBroken, match="talk_after_the_round"):
        note_parent_talk(by=school.jonas, **noted)
    settle(school, group_round)
    with pytest.raises(RuleBroken, match="talk_needs_view"):
        note_parent_talk(by=school.jonas, **{**noted, "parents_view": ""})
    with pytest.raises(RuleBroken, match="talk_is_in_the_future"):
        note_parent_talk(by=school.jonas, **{**noted, "talked_on": SOON})
    with pytest.raises(NotVisible):
        note_parent_talk(by=school.nadia, **noted)
    note_parent_talk(by=school.jonas, **noted)
    assert not Task.objects.filter(kind=tasks.PARENTS, done_at=None).exists()

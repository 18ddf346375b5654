"""What lists, the year and the child's page read: states and joint assessments, never a position before its time."""

from datetime import date

import pytest

from vejviser.access.permissions import see
from vejviser.foundation import clock
from vejviser.foundation.results import NotVisible
from vejviser.organisation.models import Setting, Unit
from vejviser.screening.actions.plan import plan_round
from vejviser.screening.models import CurrentPosition
from vejviser.screening.queries import history, instruments, status
from vejviser.screening.queries.year import LEFT, WIDTH, year
from vejviser.screening.rules import AGE_BANDS, FOCUS, POSITIONS
from vejviser.screening.tests.conftest import DUE, STARTS, School, enrol, make_group, make_unit, name_for
from vejviser.screening.tests.test_reflect import settle


@pytest.mark.parametrize("band", AGE_BANDS)
def test_every_age_has_a_form_of_four_dimensions(band: str) -> None:
    form = instruments.instrument(band)
    assert form is not None
    assert len(form.dimensions) == 4
    assert all(set(dimension.statements) == set(POSITIONS) for dimension in form.dimensions)
    assert not form.validated
    assert form.acute <= form.ids
    assert form.questions


def test_the_forms_offer_no_statement_of_thriving_to_mark() -> None:
    form = instruments.instrument("6-9")
    assert form is not None
    assert {one.id.split(".")[2] for one in form.statements()} == FOCUS


def test_small_children_never_get_a_scale_of_numbers() -> None:
    kinds = {band: form.scale.stored_as for band in AGE_BANDS if (form := instruments.instrument(band))}
    assert kinds == {"0-2": "text", "3-5": "picture", "6-9": "picture", "10-14": "integer", "15-17": "integer"}


def test_a_leader_reads_states_and_days_of_the_whole_house(school: School) -> None:
    assert status.days_to_agreement(school.ulla) is None
    with clock.frozen(clock.local_midnight(STARTS)):
        group_round = school.open()
    assert [row.group.name for row in status.led(school.ulla)] == ["2.B"]
    assert not status.status(group_round).all_in
    school.assess(school.jonas)
    school.assess(school.pia)
    assert status.status(group_round).all_in
    assert status.led(school.henrik) == []


def test_days_to_agreement_run_from_opening_to_the_end_of_the_talk(school: School) -> None:
    with clock.frozen(clock.local_midnight(STARTS)):
        school.open()
    school.assess(school.jonas, Filippa="bekymret")
    school.assess(school.pia)
    group_round = school.row("Ella").group_round
    settle(school, school.reveal(group_round))
    assert status.days_to_agreement(school.ulla) == 8
    assert status.days_to_agreement(school.henrik) is None


def test_the_year_draws_notice_and_window_in_days(school: School) -> None:
    school.open()
    (bar,) = year(school.ib, clock.today()).bars
    assert bar.window.label == "skole"
    assert (bar.x, bar.told_x) == (LEFT + WIDTH * 60 // 366, LEFT + WIDTH * 42 // 366)
    assert year(school.henrik, clock.today()).bars == ()


def test_the_childs_line_is_made_of_joint_assessments(school: School) -> None:
    school.talk(Filippa="bekymret")
    sight = see(school.jonas, school.children["Filippa"].ref)
    assert history.passed(sight) == []
    settle(school, school.row("Filippa").group_round, outcome="opmaerksom")
    (one,) = history.passed(see(school.jonas, school.children["Filippa"].ref))
    assert (one.round, one.group, one.outcome, one.told_parents) == ("Forår 2026", "2.B", "opmaerksom", False)


def test_school_and_afternoon_are_lines_of_their_own(school: School) -> None:
    settle(school, school.talk(Filippa="bekymret"))
    sfo = make_unit("Søvangens SFO", "sfo")
    group = make_group(sfo, "2.B SFO", "sfo")
    _bring_everybody(school, sfo, "e2")
    both = School(**{**vars(school), "unit": sfo, "group": group})
    for person in (school.jonas, school.pia):
        name_for(person.employments.get(), group)
    plan_round(by=school.ib, name="Forår 2026 SFO", starts=STARTS, due=DUE, kinds=["sfo"])
    settle(both, both.run(Filippa="opmaerksom"), outcome="opmaerksom")
    sight = see(school.jonas, school.children["Filippa"].ref)
    assert [[one.outcome for one in line] for line in history.lines(sight)] == [["bekymret"], ["opmaerksom"]]
    assert CurrentPosition.objects.filter(child=school.children["Filippa"]).count() == 2


@pytest.mark.parametrize(("follows", "rounds"), [(False, 0), (True, 1)])
def test_positions_stay_with_the_kind_of_unit_unless_they_follow_the_child(school: School, follows: bool, rounds: int) -> None:
    settle(school, school.talk(Filippa="bekymret"))
    child, club = school.children["Filippa"], make_unit("Klub Fyret", "klub")
    child.enrolments.update(closes=date(2026, 3, 9))
    group = make_group(club, "Fyret", "hold")
    child.enrolments.create(unit=club, group=group, opens=date(2026, 3, 10), source_id="e3")
    name_for(school.nadia.employments.get(), group)
    Setting.objects.create(key="screening.follows_child", value=follows, valid_from=clock.today())
    assert len(history.passed(see(school.nadia, child.ref))) == rounds
    with pytest.raises(NotVisible):
        see(school.jonas, child.ref)


def _bring_everybody(school: School, unit: Unit, key: str) -> None:
    group = unit.groups.get()
    for name, child in school.children.items():
        child.enrolments.create(unit=unit, group=group, opens=STARTS, source_id=f"{key}-{name}")


def test_a_child_without_a_form_is_not_in_the_round(school: School) -> None:
    enrol("Unborn", school.unit, school.group, born=date(2026, 5, 1))
    assert set(school.plan().children.values_list("child__first_name", flat=True)) == set(school.children)

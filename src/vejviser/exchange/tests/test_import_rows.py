"""What an import writes: new rows, changes, moves, and nothing at all the second time."""

from datetime import date

import pytest
from django.db import IntegrityError

from vejviser.accounts.models import Person
from vejviser.audit.models import Change
from vejviser.children.models import Child, Enrolment, Guardian
from vejviser.exchange.models import ImportRun
from vejviser.exchange.roster_apply import apply_plan
from vejviser.exchange.roster_plan import make_plan
from vejviser.exchange.roster_problems import Refused
from vejviser.exchange.tests import files
from vejviser.exchange.tests.importing import child, enrolments, everything, numbers, run
from vejviser.foundation.clock import local_midnight
from vejviser.foundation.crypto import blind_index
from vejviser.organisation.models import Assignment, Employment, Group, Setting, Unit

pytestmark = pytest.mark.django_db


def test_everything_is_made_and_linked() -> None:
    plan = run()
    assert {kind: numbers(plan, kind)[0] for kind in plan.counts()} == {
        "units": 2, "groups": 2, "employees": 2, "assignments": 2, "children": 2, "guardians": 4, "enrolments": 2,
    }  # fmt: skip
    [place] = enrolments("c1")
    assert (place.unit.name, place.group and place.group.name, place.opens) == (
        "Børnehuset Mælkebøtten", "Solsikkerne", date(2023, 5, 1),
    )  # fmt: skip
    assert Unit.objects.filter(district__code="vest").count() == 2
    work = Assignment.objects.get(employment__person__source_id="e1")
    assert (work.group_id, work.assesses, work.opens_at) == (place.group_id, True, local_midnight(date(2021, 8, 1)))
    assert (work.employment.role, work.employment.unit_id, work.manual) == ("paedagog", place.unit_id, False)
    assert not work.employment.person.has_usable_password()


def test_a_number_is_stored_encrypted_and_found_by_its_hash() -> None:
    run()
    alma = Child.objects.get(cpr_hash=blind_index("1405204010"))
    assert (alma.cpr, alma.source_id, alma.name_fold) == ("1405204010", "c1", "alma vestergaard")


def test_the_second_time_nothing_changes() -> None:
    run()
    before = everything()
    plan = run()
    assert plan.changes_nothing()
    assert {numbers(plan, kind)[:2] for kind in plan.counts()} == {(0, 0)}
    assert everything() == before


def test_a_change_is_written_and_only_that() -> None:
    run()
    others = {row.pk: row.version for row in Child.objects.exclude(source_id="c1")}
    plan = run(boern=files.edited(files.CHILDREN, 1, efternavn="Holm", adresse="Skovvej 2"))
    alma = child()
    assert (alma.last_name, alma.address, alma.version, alma.name_fold) == ("Holm", "Skovvej 2", 2, "alma holm")
    assert numbers(plan, "children") == (0, 1, 1, 0)
    assert {row.pk: row.version for row in Child.objects.exclude(source_id="c1")} == others


def test_an_empty_cell_is_unknown_and_deletes_nothing() -> None:
    run()
    run(boern=files.edited(files.CHILDREN, 1, adresse="", cpr=""))
    assert (child().address, child().cpr, child().version) == ("Engvej 4", "1405204010", 1)


def test_a_changed_number_keeps_the_child() -> None:
    run(boern=files.edited(files.CHILDREN, 1, cpr="740520-4015"))
    ref = child().ref
    run()
    assert (child().ref, child().cpr, child().cpr_hash) == (ref, "1405204010", blind_index("1405204010"))


def test_a_new_id_with_a_known_number_is_the_same_child() -> None:
    run()
    ref = child().ref
    tables = {
        name: [[("d1" if cell == "c1" else cell) for cell in row] for row in table]
        for name, table in (("boern", files.CHILDREN), ("guardians", files.GUARDIANS), ("enrolments", files.ENROLMENTS))
    }
    plan = run(tables)
    assert child("d1").ref == ref
    assert numbers(plan, "children") == (0, 1, 1, 0)
    assert run(tables).changes_nothing()


def test_a_name_is_never_enough() -> None:
    run(boern=files.edited(files.CHILDREN, 1, cpr=""))
    again = files.edited(files.CHILDREN, 1, cpr="", barn_id="d1")
    plan = run(boern=again, guardians=files.GUARDIANS[:1] + files.GUARDIANS[3:], enrolments=files.without(files.ENROLMENTS, 1))
    assert numbers(plan, "children") == (1, 0, 1, 1)
    assert Child.objects.filter(first_name="Alma").count() == 2


def test_twins_stay_two_children() -> None:
    twin = [*files.CHILDREN[1]]
    twin[1:4] = ["c3", "140520-4045", "Alba"]
    run(boern=[*files.CHILDREN, twin])
    assert Child.objects.filter(birth_date=date(2020, 5, 14)).count() == 2
    assert run(boern=[*files.CHILDREN, twin]).changes_nothing()


def test_a_class_move_ends_the_old_place_the_day_before_the_new() -> None:
    run()
    moved = files.edited(files.ENROLMENTS, 1, unit_id="u2", group_id="g2", **{"from": "2026-03-02"})
    plan = run(enrolments=moved, allow_drops=False)
    assert [(row.unit.source_id, row.opens, row.closes) for row in enrolments()] == [
        ("u1", date(2023, 5, 1), date(2026, 3, 1)),
        ("u2", date(2026, 3, 2), None),
    ]
    assert numbers(plan, "enrolments") == (1, 1, 1, 0)
    assert run(enrolments=moved).changes_nothing()


def test_a_move_that_is_to_come_leaves_the_child_where_it_is_until_then() -> None:
    run()
    moved = files.edited(files.ENROLMENTS, 1, unit_id="u2", group_id="g2", **{"from": "2026-08-01"})
    run(enrolments=moved, allow_drops=False)
    assert [row.closes for row in enrolments()] == [date(2026, 7, 31), None]
    assert run(enrolments=moved).changes_nothing()


def test_a_corrected_group_leaves_the_days_that_were() -> None:
    run()
    other = [*files.GROUPS, ["org", "g3", "u1", "Bierne", "stue", "01-08-2015", ""]]
    run(grupper=other, enrolments=files.edited(files.ENROLMENTS, 1, group_id="g3"))
    places = [(row.group.source_id, row.opens, row.closes) for row in enrolments() if row.group]
    assert places == [("g1", date(2023, 5, 1), date(2026, 3, 9)), ("g3", date(2023, 5, 1), None)]


def test_a_corrected_first_day_changes_the_row() -> None:
    run()
    plan = run(enrolments=files.edited(files.ENROLMENTS, 1, **{"from": "2023-06-01"}))
    assert [(row.opens, row.closes) for row in enrolments()] == [(date(2023, 6, 1), None)]
    assert numbers(plan, "enrolments") == (0, 1, 1, 0)


def _without_c1() -> dict[str, files.Table]:
    return {
        "boern": files.without(files.CHILDREN, 1),
        "guardians": [*files.GUARDIANS[:1], *files.GUARDIANS[3:]],
        "enrolments": files.without(files.ENROLMENTS, 1),
    }


def test_a_child_that_moves_away_leaves_its_place_and_keeps_its_family() -> None:
    run()
    plan = run(_without_c1())
    assert [row.closes for row in enrolments()] == [date(2026, 3, 9)]
    assert child().custodies.filter(closes=None).count() == 2
    assert (numbers(plan, "children"), numbers(plan, "guardians")) == ((0, 0, 1, 1), (0, 0, 2, 0))
    assert run(_without_c1()).changes_nothing()
    run()
    assert [row.closes for row in enrolments()] == [None]


def test_a_child_that_is_gone_leaves_its_place_even_without_a_file_of_enrolments() -> None:
    run()
    run(boern=files.without(files.CHILDREN, 1), guardians=[], enrolments=[])
    assert [row.closes for row in enrolments()] == [date(2026, 3, 9)]
    assert [row.closes for row in enrolments("c2")] == [None]


def test_more_drops_than_the_limit_are_refused_and_nothing_is_written() -> None:
    run()
    before = everything()
    with pytest.raises(Refused) as refused:
        run(_without_c1(), allow_drops=False)
    assert {problem.code for problem in refused.value.problems} == {"too_many_drops"}
    assert [problem.file for problem in refused.value.problems] == ["boern.csv", "enrolments.csv"]
    assert everything() == before


def test_the_limit_is_the_municipalitys() -> None:
    run()
    Setting.objects.create(key="roster.max_drop_percent", value=60, valid_from=date(2026, 1, 1))
    run(_without_c1(), allow_drops=False)
    Setting.objects.create(key="roster.max_drop_percent", value=1, valid_from=date(2026, 4, 1))
    assert run(_without_c1(), allow_drops=False).changes_nothing()


def test_one_wrong_row_stops_everything() -> None:
    plan = make_plan(files.roster_of(boern=files.edited(files.CHILDREN, 2, foedselsdato="31-02-2017")))
    with pytest.raises(Refused) as refused:
        apply_plan(plan, by=None)
    assert [problem.code for problem in refused.value.problems] == ["not_a_date"]
    assert not any(everything().values())


def test_a_failure_half_way_leaves_nothing_behind() -> None:
    """A closed employment written by hand stands in the way of the files' one of the same first day."""
    run(employees=files.without(files.EMPLOYEES, 1), assignments=files.without(files.ASSIGNMENTS, 1))
    person = Person.objects.create(source="pay", source_id="e1", first_name="Mette", last_name="Lindqvist")
    first = date(2021, 8, 1)
    unit = Unit.objects.get(source_id="u1")
    Employment.objects.create(person=person, unit=unit, role="paedagog", opens=first, closes=first)
    before = everything()
    with pytest.raises(IntegrityError):
        run(boern=files.edited(files.CHILDREN, 1, efternavn="Holm"), grupper=files.edited(files.GROUPS, 1, navn="Bierne"))
    assert everything() == before
    assert ImportRun.objects.count() == 1


def test_files_may_refer_to_what_is_known_from_before() -> None:
    run()
    new = [files.ENROLMENTS[0], ["reg", "c1", "u2", "", "2026-03-01", ""], *files.ENROLMENTS[1:]]
    others: dict[str, files.Table] = {name: () for name in files.SET if name != "enrolments"}
    plan = run(others, enrolments=new)
    assert list(plan.counts()) == ["enrolments"]
    assert [row.unit.source_id for row in enrolments()] == ["u1", "u2"]


def test_a_row_left_out_of_its_own_file_cannot_be_referred_to() -> None:
    run()
    plan = make_plan(files.roster_of(grupper=files.without(files.GROUPS, 1)))
    assert {(problem.file, problem.code) for problem in plan.roster.problems} == {
        ("assignments.csv", "unknown_group"),
        ("enrolments.csv", "unknown_group"),
    }


def test_a_number_that_belongs_to_another_known_child_is_refused() -> None:
    run()
    tables = _without_c1() | {"boern": [files.CHILDREN[0], [*files.CHILDREN[2][:2], "140520-4010", "Sofus", "Holm",
                                                            "14-05-2020", "adresse", ""]]}  # fmt: skip
    plan = make_plan(files.roster_of(**tables))
    assert [(problem.code, problem.row) for problem in plan.roster.problems] == [("cpr_of_another", 2)]


def test_an_adult_of_two_children_is_one_person() -> None:
    sibling = [files.GUARDIANS[0], *files.GUARDIANS[1:], ["reg", "c2", "p1", *files.GUARDIANS[1][3:]]]
    run(guardians=sibling)
    assert Guardian.objects.get(source_id="p1").custodies.count() == 2


def test_one_line_in_the_record_and_no_names_in_it() -> None:
    run()
    [change] = Change.objects.all()
    [made] = ImportRun.objects.all()
    assert (change.action, change.row, change.child) == ("import_roster", made.ref, None)
    assert change.facts["children"] == {"new": 2, "changed": 0, "unchanged": 0, "drops": 0}
    assert "Alma" not in str(change.facts) + str(made.files) + str(made.counts)


def test_a_unit_that_closes_in_the_file_closes() -> None:
    run()
    run(units=files.edited(files.UNITS, 2, to="2026-07-31", district="Øst"))
    school = Unit.objects.get(source_id="u2")
    assert (school.closes, school.district and school.district.code) == (date(2026, 7, 31), "oest")
    assert Group.objects.get(source_id="g2").version == 1


def test_a_place_that_never_began_never_does() -> None:
    later = [*files.ENROLMENTS, ["reg", "c1", "u2", "", "2026-08-01", ""]]
    run(enrolments=later)
    run()
    assert not Enrolment.objects.filter(closes=None, unit__source_id="u2", child__source_id="c1").exists()
    assert not Enrolment.objects.filter(closes__gte=date(2026, 3, 10)).exists()

from pathlib import Path

import pytest
from django.utils.translation import override

from vejviser.exchange.roster_check import check
from vejviser.exchange.roster_keys import references
from vejviser.exchange.roster_read import read_roster
from vejviser.exchange.tests import files


def _problems(folder: Path, **changed: files.Table) -> list[str]:
    roster = read_roster(files.write_set(folder, **changed))
    check(roster, references(roster, {}, {}))
    with override("en"):
        return [str(problem) for problem in roster.problems]


def test_the_good_set_is_good(tmp_path: Path) -> None:
    assert _problems(tmp_path) == []


BOTH = "Check both in the source."
NOWHERE = "in the files or known from before."
CASES: list[tuple[str, files.Table, str]] = [
    ("boern", files.edited(files.CHILDREN, 1, cpr="150520-4017"),
     f"boern.csv row 2, column foedselsdato: The CPR number has another birth date. {BOTH}"),
    ("boern", files.edited(files.CHILDREN, 2, cpr="140520-4010", foedselsdato="14-05-2020"),
     f"boern.csv row 3, column cpr: The CPR number stands in row 2 too. {BOTH}"),
    ("boern", [*files.CHILDREN, files.CHILDREN[1]],
     "boern.csv row 4, column barn_id: Stands in row 2 too. Keep one of them."),
    ("enrolments", files.edited(files.ENROLMENTS, 1, to="2023-04-30"),
     'enrolments.csv row 2, column to: "2023-04-30" lies before the first day. Write a later day, or leave it empty.'),
    ("enrolments", [*files.ENROLMENTS, ["reg", "c1", "u1", "g1", "2024-08-01", ""]],
     "enrolments.csv row 4, column child_id: Stands in row 2 too. Keep one of them."),
    ("enrolments", files.edited(files.ENROLMENTS, 1, group_id="g2"),
     'enrolments.csv row 2, column group_id: "g2" is a group of another unit.'),
    ("assignments", files.edited(files.ASSIGNMENTS, 1, group_id="G-4471"),
     f'assignments.csv row 2, column group_id: "G-4471" is not the id of a group {NOWHERE}'),
    ("assignments", files.edited(files.ASSIGNMENTS, 2, employee_id="e9"),
     f'assignments.csv row 3, column employee_id: "e9" is not the id of an employee {NOWHERE}'),
    ("grupper", files.edited(files.GROUPS, 2, enhed_id="u9"),
     f'grupper.csv row 3, column enhed_id: "u9" is not the id of a unit {NOWHERE}'),
    ("employees", [*files.EMPLOYEES, ["pay", "e1", "Mette", "Holm", "", "leder", "u2", "2026-01-01", ""]],
     "employees.csv row 4, column last_name: Row 2 says something else about the same person. Make them agree."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "table", "sentence"), CASES, ids=[case[2][:40] for case in CASES])
def test_rows_held_against_each_other(tmp_path: Path, name: str, table: files.Table, sentence: str) -> None:
    assert sentence in _problems(tmp_path, **{name: table})


def test_a_second_employment_of_the_same_person_is_fine(tmp_path: Path) -> None:
    again = ["pay", "e1", "Mette", "Lindqvist", "", "leder", "u2", "2026-01-01", ""]
    assert _problems(tmp_path, employees=[*files.EMPLOYEES, again]) == []


def test_a_replacement_number_has_the_birth_date_it_carries(tmp_path: Path) -> None:
    assert _problems(tmp_path, boern=files.edited(files.CHILDREN, 1, cpr="740520-4010")) == []


def test_an_unborn_child_has_a_term_date_and_no_number(tmp_path: Path) -> None:
    header = [*files.CHILDREN[0], "ufoedt"]
    unborn = ["reg", "c3", "", "Barn", "Holm", "01-06-2026", "ingen", "", "ja"]
    table = [header, *([*row, ""] for row in files.CHILDREN[1:]), unborn]
    assert _problems(tmp_path, boern=table) == []


def test_a_child_that_another_source_knows_is_found(tmp_path: Path) -> None:
    assert _problems(tmp_path, enrolments=files.edited(files.ENROLMENTS, 1, source="other")) == []


def test_an_id_that_two_sources_use_means_neither(tmp_path: Path) -> None:
    twins = [*files.UNITS, ["tax", "u1", "Klub Fyret", "klub", "Vest", "2015-08-01", ""]]
    problems = _problems(tmp_path, units=twins, employees=files.edited(files.EMPLOYEES, 1, source="reg"))
    assert any('"u1" is not the id of a unit' in line for line in problems)

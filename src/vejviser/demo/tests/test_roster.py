from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vejviser.children import cpr
from vejviser.children.rules import age
from vejviser.demo.roster import make_world, write_roster
from vejviser.demo.roster_world import World
from vejviser.exchange.roster_check import check
from vejviser.exchange.roster_keys import references
from vejviser.exchange.roster_read import read_roster

DAY = date(2026, 3, 10)
CHILDREN = 2_500
CLASS_2B = """
Aksel Alberte Amira Anton Asta Bertram Ella Elliot Filippa Hassan Ida Johan Karla Lærke Magnus Malik Mathilde Nikoline
Oskar Rosa Sofus Tilde Viktor Yasmin Zeynep
"""


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(DAY, CHILDREN, 2026)


def _names(world: World, group: str) -> list[str]:
    there = {row.child_id for row in world.enrolments if row.group_id == group and not row.closes}
    return sorted(child.first_name for child in world.children if child.child_id in there)


def _bonds(world: World, child: str) -> list[tuple[Any, ...]]:
    rows = [row for row in world.guardians if row.child_id == child and not row.closes]
    return [(row.first_name, row.custody, row.lives_with, row.contact_ban) for row in rows]


@pytest.mark.parametrize("day", [DAY, date(2026, 11, 22), date(2027, 8, 1), date(2028, 2, 29)])
def test_every_file_reads_back_clean_on_any_day(tmp_path: Path, day: date) -> None:
    roster = read_roster(write_roster(tmp_path, day, 300))
    check(roster, references(roster, {}, {}))
    assert (roster.problems, roster.ignored) == ([], [])
    assert {kind: bool(rows) for kind, rows in roster.rows.items()} == dict.fromkeys(roster.rows, True)
    assert len(roster.rows) == 7


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    first, again, other = (write_roster(tmp_path / name, DAY, 150, seed) for name, seed in (("a", 1), ("b", 1), ("c", 2)))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]
    assert first[4].read_bytes() != other[4].read_bytes()


def test_as_many_children_as_asked_for(world: World) -> None:
    assert len(world.children) == CHILDREN
    assert all(-1 <= age(child.birth_date, DAY) < 18 for child in world.children)


def test_no_number_can_be_a_persons(world: World) -> None:
    people: list[Any] = [*world.children, *world.guardians, *world.employees]
    numbers = [row.cpr for row in people if row.cpr]
    assert not any(cpr.passes_modulus_11(number) for number in numbers)
    own = [child.cpr for child in world.children if child.cpr]
    assert len(set(own)) == len(own)
    assert all(cpr.birth_date(child.cpr) == child.birth_date for child in world.children if child.cpr)


def test_the_cast_is_where_its_stories_are(world: World) -> None:
    solsikkerne = _names(world, "group-solsikkerne")
    assert len(solsikkerne) == 22
    assert {"Alma", "Konrad", "Viggo", "Agnes", "Ingrid", "Omar"} <= set(solsikkerne)
    assert [len(_names(world, f"group-{key}")) for key in ("kloeverne", "humlebierne", "2b-sfo")] == [20, 14, 23]
    assert _names(world, "group-2b") == sorted(CLASS_2B.split())
    assert "Elias" in _names(world, "group-9a")
    assert "Elias" in _names(world, "group-fyret-unge")


def test_the_cast_works_where_it_should(world: World) -> None:
    work = {(row.employee_id, row.group_id): row for row in world.assignments}
    on_solsikkerne = {employee for employee, group in work if group == "group-solsikkerne"}
    assert on_solsikkerne == {"emp-mette", "emp-jens", "emp-ole"}
    assert work["emp-ole", "group-solsikkerne"].closes == date(2026, 2, 28)
    assert {employee for employee, group in work if group == "group-2b"} == {"emp-jonas", "emp-pia"}
    assert [row for row in world.assignments if row.employee_id in ("emp-tina", "emp-ali", "emp-emil", "emp-signe")] == []
    everywhere = [row.unit_id for row in world.assignments if row.employee_id == "emp-karin" and not row.group_id]
    assert "unit-maelkeboetten" in everywhere


@pytest.mark.parametrize(
    ("child", "bonds"),
    [
        ("child-alma", [("Camilla", "faelles", True, False), ("Rasmus", "faelles", True, False)]),
        ("child-filippa", [("Trine", "faelles", True, False), ("Mads", "faelles", False, False)]),
        ("child-malik", [("Hodan", "ene", True, False), ("Idris", "ingen", False, False)]),
        ("child-sofus", [("Laila", "ene", True, False), ("Dennis", "ingen", False, True)]),
        ("child-yasmin", [("Shirin", "ene", False, False), ("Lisbeth", "plejefamilie", True, False)]),
        ("child-zeynep", [("Elif", "ene", True, False)]),
    ],
)
def test_the_families_of_the_cast(world: World, child: str, bonds: list[tuple[Any, ...]]) -> None:
    assert _bonds(world, child) == bonds


def test_relations_between_families_of_the_cast(world: World) -> None:
    bonds = {key: {row.guardian_id for row in world.guardians if row.child_id == f"child-{key}"} for key in
             ("konrad", "elias", "tilde", "viktor")}  # fmt: skip
    assert len(bonds["konrad"] & bonds["elias"]) == 1
    assert bonds["tilde"] == bonds["viktor"]
    [sofus] = [child for child in world.children if child.child_id == "child-sofus"]
    assert (sofus.protection, sofus.protection_to) == ("adresse", None)


def test_the_municipality_has_every_kind_of_family_and_unit() -> None:
    world = make_world(DAY, 8_500, 2026)
    assert 100 <= len(world.units) <= 130
    assert 1_400 <= len(world.employees) <= 1_700
    classes = [row.group_id for row in world.groups if row.kind == "klasse"]
    pupils = Counter(row.group_id for row in world.enrolments)
    assert 20 <= sum(pupils[group] for group in classes) / len(classes) <= 22
    assert {row.custody for row in world.guardians} == {"faelles", "ene", "ingen", "plejefamilie"}
    assert {row.protection for row in world.children} == {"ingen", "adresse", "navn_og_adresse"}
    assert any(row.unborn for row in world.children)
    assert any(cpr.is_replacement(row.cpr) for row in world.children if row.cpr)
    guardians = {row.cpr for row in world.guardians}
    assert any(row.cpr in guardians for row in world.employees)
    assert any(row.closes for row in world.guardians)


def test_a_child_of_the_cast_has_its_age_on_any_day() -> None:
    for day in (date(2026, 3, 10), date(2026, 12, 24), date(2027, 6, 30)):
        born = {child.child_id: child.birth_date for child in make_world(day, 60, 1).children}
        assert [age(born[f"child-{key}"], day) for key in ("alma", "konrad", "viggo", "elias")] == [5, 4, 3, 15]

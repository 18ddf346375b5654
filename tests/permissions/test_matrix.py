"""The cast × the named children: who is what to whom, written by hand, and what docs/access.csv lets each page show."""

import csv
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.permissions.walk import Page, look_at, signed_in
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.demo.cast import CAST
from vejviser.foundation import clock

MATRIX = Path(__file__).resolve().parents[2] / "docs" / "access.csv"
KEYS = [member.key for company in CAST for member in company.members if company.staff]
CHILDREN = ("alma", "konrad", "viggo", "agnes", "karla", "filippa", "malik", "amira", "elias")
SUN, CLASS = ("alma", "konrad", "viggo", "agnes"), ("karla", "filippa", "malik", "amira")
# person → role, and the relations (with basis) to each child. Who is not here is a near miss to every one of them.
TIES: dict[str, tuple[str, dict[str, list[str]]]] = {
    "mette": ("paedagog", {child: ["INST own_task", "LOG own_task"] for child in SUN}),
    "jens": ("paedagog", {c: ["INST own_task", *([] if c == "viggo" else ["LOG own_task"])] for c in SUN}),
    "emil": ("paedagog", {child: ["INST own_task"] for child in SUN}),
    "henrik": ("leder", {child: ["LEAD own_task"] for child in SUN}),
    "karin": (
        "sundhedsplejerske",
        {c: ["HV own_task", *(["LOG consent"] if c == "alma" else [])] for c in SUN},
    ),
    "line": ("ppr_psykolog", {"alma": ["LOG consent"]}),
    "sara": ("frontteam", {"alma": ["LOG consent"]}),
    "jonas": ("laerer", {child: ["INST own_task"] for child in CLASS}),
    "pia": ("paedagog", {child: ["INST own_task"] for child in CLASS}),
    "ulla": ("leder", {child: ["LEAD own_task"] for child in (*CLASS, "elias")}),
    "sofie": ("laerer", {"elias": ["INST own_task"]}),
    "amir": ("paedagog", {"elias": ["INST own_task"]}),
    "signe": ("myndighedsraadgiver", {"malik": ["CASE law"]}),
    "bo": ("forebyggelseskonsulent", {"konrad": ["INTV consent"]}),
    "karl": ("ekstern_udfoerer", {"elias": ["INTV consent"]}),
}

# A position stays with the kind of unit that chose it: the club does not read the school's.
CHOSEN_ELSEWHERE = {("amir", "elias"): {"D3"}}


@dataclass
class Allowed:
    """The data classes that must be on a page where there is something to show, and those that may be."""

    must: set[str]
    may: set[str]


def _allowed(key: str, child: str) -> Allowed | None:
    """Read from the file line by line; None when there is no relation at all."""
    role, ties = TIES.get(key, ("", {}))
    if child not in ties:
        return None
    found = Allowed(set(), set())
    with MATRIX.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            granted = any(
                tie.split()[0] in (row["relation"], "-") and tie.split()[1] in row["basis"].split("|") for tie in ties[child]
            )
            own = row["relation"] == "-"
            if row["role"] == role and row["when"] != "reasoned_look" and (granted or own):
                found.may.add(row["data_class"])
                if set(row["right"]) & {"R", "S"} and not own and row["when"] in ("", "first_name_age"):
                    found.must.add(row["data_class"])
    return found


@pytest.fixture(scope="module")
def pages(town_to_read: str) -> dict[tuple[str, str], Page]:
    """Every child page as every one of the cast."""
    pk_of = dict(Child.objects.values_list("ref", "pk"))
    refs = dict(Child.objects.filter(source_id__in=[f"child-{c}" for c in CHILDREN]).values_list("source_id", "ref"))
    found = {}
    with clock.frozen(datetime(2026, 3, 10, 9, 0, tzinfo=UTC)):
        for key in KEYS:
            client = signed_in(Person.objects.get(source_id=f"emp-{key}"))
            for child in CHILDREN:
                found[key, child] = look_at(client, f"/boern/{refs[f'child-{child}']}/", pk_of)
    return found


@pytest.mark.parametrize("child", CHILDREN)
@pytest.mark.parametrize("key", KEYS)
def test_a_childs_page_is_what_the_matrix_says(key: str, child: str, pages: dict[tuple[str, str], Page]) -> None:
    page, allowed = pages[key, child], _allowed(key, child)
    if allowed is None:
        assert page.status == 404
        assert page.marks == set()
        return
    assert page.status == 200
    # A leader's marks stand for metadata that is there for every child.
    somebody_sees = set().union(*(pages[other, child].marks for other in KEYS if TIES.get(other, "")[:1] != ("leder",)))
    assert page.marks <= allowed.may
    assert allowed.must & somebody_sees - CHOSEN_ELSEWHERE.get((key, child), set()) <= page.marks

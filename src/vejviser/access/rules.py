"""The access matrix of docs/access.csv as values: which right a role holds to a data class by a relation. Pure.

Rights: R read, W write, O own entries, S what was shared with that relation, M metadata only.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[3] / "docs" / "access.csv"
RELATIONS = (
    "INST",
    "LEAD",
    "HV",
    "PPR",
    "CUST",
    "SELF",
    "FRONT",
    "INTAKE",
    "CASE",
    "LOG",
    "MEET",
    "INTV",
    "OWN",
    "BG",
    "SAMPLE",
)
DERIVED = ("INST", "LEAD", "HV", "PPR")
BASES = (
    "own_task", "consent", "ssd", "law", "same_authority", "own_right", "own_duty", "emergency", "control", "health_law",
    "underretning",
)  # fmt: skip
# What narrows a right; every code is checked by the page that shows the data class.
WHEN = (
    "", "phone_only", "under_2", "item_window", "reasoned_look", "first_name_age", "own_thread", "author_only", "own_only",
    "joint_after_talk", "not_staff_only", "approved", "released_or_agreed",
)  # fmt: skip
# Rights that wait for an act of their own before they count.
_NOT_BY_ITSELF = ("reasoned_look",)


@dataclass(frozen=True)
class Grant:
    """One line of the matrix."""

    role: str
    relation: str
    bases: frozenset[str]
    data_class: str
    rights: frozenset[str]
    when: str


@cache
def matrix() -> tuple[Grant, ...]:
    """Every line of docs/access.csv, checked against the closed lists. Raises ValueError on an unknown code."""
    with SOURCE.open(encoding="utf-8", newline="") as lines:
        return tuple(_grant(line) for line in csv.DictReader(lines))


@cache
def openings(data_class: str, right: str) -> frozenset[str]:
    """The ways ("role:relation:basis") by which a data class may be read ("R"), written ("W"), …."""
    return frozenset(
        f"{grant.role}:{grant.relation}:{basis}"
        for grant in matrix()
        if grant.data_class == data_class and right in grant.rights and grant.when not in _NOT_BY_ITSELF
        for basis in grant.bases
    )


def rights(ways: Iterable[str]) -> dict[str, dict[str, frozenset[str]]]:
    """For ways ("role:relation:basis") to a child: data class → right → the conditions under which it holds ("" = always).

    Lists ask it for every child with the same few ways: the answer is shared and read only.
    """
    return _rights(frozenset(ways))


@cache
def _rights(ways: frozenset[str]) -> dict[str, dict[str, frozenset[str]]]:
    found: dict[str, dict[str, set[str]]] = {}
    for way in ways:
        for grant in _grants_of(way):
            for right in grant.rights:
                found.setdefault(grant.data_class, {}).setdefault(right, set()).add(grant.when)
    return {dc: {right: frozenset(when) for right, when in by.items()} for dc, by in found.items()}


@cache
def _grants_of(way: str) -> tuple[Grant, ...]:
    """The lines of the way, and those without a relation: what a role writes itself is its own by any way."""
    role, relation, basis = way.split(":")
    return tuple(
        grant
        for grant in matrix()
        if grant.role == role
        and (grant.relation == "-" or (grant.relation == relation and basis in grant.bases))
        and grant.when not in _NOT_BY_ITSELF
    )


def _grant(line: dict[str, str]) -> Grant:
    grant = Grant(
        line["role"],
        line["relation"],
        frozenset(line["basis"].split("|")),
        line["data_class"],
        frozenset(line["right"]),
        line["when"],
    )
    if grant.relation not in (*RELATIONS, "-") or not grant.bases <= set(BASES) or grant.when not in WHEN:
        raise ValueError(f"docs/access.csv: unknown code in {line}")
    return grant

"""Mit hus: who each child has first, a stand-in for a day, and what the payroll system proposes."""

from collections.abc import Iterable

from vejviser.children.models import Child
from vejviser.children.queries import open_enrolments
from vejviser.demo.history_town import Town
from vejviser.organisation.actions import set_primaries, stand_in
from vejviser.organisation.proposal_actions import propose

FIRST_OF_METTE = ("alma", "konrad", "ingrid", "omar", "bjoerk", "iben", "ida", "isak", "asger", "carla", "emil-s")
FIRST_OF_JENS = ("agnes", "freja", "hugo", "luna", "mira", "nohr", "otto", "saga", "theo", "vilma")


def write(town: Town) -> None:
    """Mælkebøtten as Henrik has it on the day."""
    with town.on("2025-08-11", "09:00"):
        _first(town, "ole", "solsikkerne", [town.child("viggo")])
    with town.on("2025-09-08", "09:00"):
        _first(town, "mette", "solsikkerne", map(town.child, FIRST_OF_METTE))
        _first(town, "jens", "solsikkerne", map(town.child, FIRST_OF_JENS))
    with town.on("2026-01-05", "09:00"):
        _first(town, "nadia", "kloeverne", _children(town, "kloeverne"))
        youngest = _children(town, "humlebierne")
        _first(town, "gry", "humlebierne", youngest[::2])
        _first(town, "tove", "humlebierne", youngest[1::2])


def write_today(town: Town) -> None:
    """Ali is new and stands in no room yet; Emil stands in for a day."""
    with town.on("2026-03-10", "07:12"):
        group = town.group("humlebierne")
        propose(
            source="loen", source_id="emp-ali", employment=town.work("ali"), unit=group.unit, group=group,
            opens=town.at("2026-03-09"), closes=None, assesses=False,
        )  # fmt: skip
        stand_in(by=town.person("henrik"), employment=town.work("emil"), group=town.group("solsikkerne"))


def _first(town: Town, key: str, group: str, children: Iterable[Child]) -> None:
    row = town.place(key, group)
    refs = [child.ref for child in children]
    set_primaries(by=town.person("henrik"), assignment=row, seen=row.version, children=refs)


def _children(town: Town, group: str) -> list[Child]:
    rows = open_enrolments().filter(group=town.group(group)).select_related("child").order_by("child__name_sort")
    return [row.child for row in rows]

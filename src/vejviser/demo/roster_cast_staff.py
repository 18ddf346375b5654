"""The cast at work: who is employed where and works with whom, on 10 March 2026."""

from typing import NamedTuple

from vejviser.demo.roster_places import Places
from vejviser.demo.roster_world import Assignment, Employee, World, days_ago


class Worker(NamedTuple):
    """`works` is "group" or "unit:" (the whole of it), with "+" when the person assesses there; dates move with the day."""

    key: str
    first: str
    last: str
    role: str
    unit: str
    since: str
    works: tuple[str, ...] = ()
    until: str = ""
    female: bool = True


MAELKEBOETTEN = (
    Worker("mette", "Mette", "Lindqvist", "pædagog", "maelkeboetten", "2021-08-01", ("solsikkerne+",)),
    Worker("jens", "Jens", "Holt", "pædagog", "maelkeboetten", "2024-02-01", ("solsikkerne+",), female=False),
    Worker("nadia", "Nadia", "Riber", "pædagog", "maelkeboetten", "2023-11-01", ("kloeverne+",)),
    Worker("ole", "Ole", "Friis", "pædagog", "maelkeboetten", "2022-02-01", ("solsikkerne",), "2026-02-28", False),
    Worker("henrik", "Henrik", "Toft", "leder", "maelkeboetten", "2019-08-01", female=False),
    Worker("gry", "Gry", "Holm", "pædagog", "maelkeboetten", "2022-05-01", ("humlebierne+",)),
    Worker("tove", "Tove", "Rask", "pædagog", "maelkeboetten", "2024-01-15", ("humlebierne+",)),
    Worker("ali", "Ali", "Demir", "pædagog", "maelkeboetten", "2026-03-09", female=False),
    Worker("ronja", "Ronja", "Dam", "pædagog", "maelkeboetten", "2025-09-01"),
    Worker("per", "Per", "Lykke", "pædagog", "maelkeboetten", "2025-11-01", female=False),
    Worker("emil", "Emil", "Skov", "pædagog", "maelkeboetten", "2025-06-01", female=False),
)
SCHOOL_AND_CLUB = (
    Worker("jonas", "Jonas", "Bech", "lærer", "soevangskolen", "2020-08-01", ("2b+",), female=False),
    Worker("pia", "Pia", "Lund", "pædagog", "soevangskolen", "2021-08-01", ("2b+", "2b-sfo+")),
    Worker("sofie", "Sofie", "Dahl", "lærer", "soevangskolen", "2018-08-01", ("9a+",)),
    Worker("amir", "Amir", "Nasser", "pædagog", "klub-fyret", "2022-08-01", ("fyret-unge+",), female=False),
    Worker("tina", "Tina", "Marcussen", "lærer", "soevangskolen", "2017-08-01"),
    Worker("ulla", "Ulla", "Winther", "leder", "soevangskolen", "2016-08-01"),
    Worker("gitte", "Gitte", "Olsen", "dagplejer", "dagplejen-vest", "2014-03-01", ("gitte+",)),
)
ADVISERS = (
    Worker("karin", "Karin", "Storm", "sundhedsplejerske", "sundhedsplejen-vest", "2015-01-01",
           ("sundhedsplejen-vest:", "maelkeboetten:", "dagplejen-vest:")),
    Worker("line", "Line", "Aagaard", "ppr-psykolog", "ppr", "2019-02-01", ("maelkeboetten:", "soevangskolen:")),
    Worker("sara", "Sara", "Dalsgaard", "frontteam", "familieraadgivningen", "2020-01-01"),
    Worker("aase", "Åse", "Krogh", "skolesocialrådgiver", "aabrinkskolen", "2021-01-01", ("aabrinkskolen:",)),
    Worker("signe", "Signe", "Ørum", "myndighedsrådgiver", "familieraadgivningen", "2018-05-01"),
    Worker("bo", "Bo", "Vester", "forebyggelseskonsulent", "familieraadgivningen", "2022-01-01", female=False),
    Worker("karl", "Karl", "Lind", "ekstern udfører", "springbraet", "2023-01-01", female=False),
    Worker("anne", "Anne", "Kjær", "forum-koordinator", "familieraadgivningen", "2021-06-01"),
)  # fmt: skip
TOWN_HALL = (
    Worker("lone", "Lone", "Marker", "centerchef", "boern-og-unge", "2012-01-01"),
    Worker("birgitte", "Birgitte", "Vang", "projektleder", "boern-og-unge", "2024-09-01"),
    Worker("eva", "Eva", "Thorsen", "evaluator", "boern-og-unge", "2025-01-01"),
    Worker("poul", "Poul", "Riis", "politiker", "boern-og-unge", "2022-01-01", female=False),
    Worker("dorthe", "Dorthe", "Krag", "DPO", "boern-og-unge", "2018-05-25"),
    Worker("ib", "Ib", "Lauritsen", "systemadministrator", "boern-og-unge", "2016-01-01", female=False),
)


def build(world: World, places: Places) -> None:
    """Employ the cast and set them to work; where Emil stands in on the one day is for Henrik to say, on Mit hus."""
    for worker in (*MAELKEBOETTEN, *SCHOOL_AND_CLUB, *ADVISERS, *TOWN_HALL):
        _employ(world, worker)
        for work in worker.works:
            world.assignments.append(_assignment(world, places, worker, work))


def _employ(world: World, worker: Worker) -> None:
    born = days_ago(world.day, world.random, 27 * 365, 62 * 365)
    employee = Employee(
        employee_id=f"emp-{worker.key}",
        cpr=world.number(born, worker.female),
        first_name=worker.first,
        last_name=worker.last,
        email=f"{worker.key}@fjordlund.example",
        role=worker.role,
        unit_id=f"unit-{worker.unit}",
        opens=world.at(worker.since),
        closes=world.at(worker.until) if worker.until else None,
    )
    world.employees.append(employee)


def _assignment(world: World, places: Places, worker: Worker, work: str) -> Assignment:
    place, assesses = work.removesuffix("+"), work.endswith("+")
    unit, group = f"unit-{place.removesuffix(':')}", ""
    opens = world.at(worker.since)
    if not place.endswith(":"):
        found = next(one for one in world.groups if one.group_id == f"group-{place}")
        unit, group, opens = found.unit_id, found.group_id, max(opens, found.opens)
    closes = world.at(worker.until) if worker.until else None
    return Assignment(f"emp-{worker.key}", unit, group, assesses, opens, closes)

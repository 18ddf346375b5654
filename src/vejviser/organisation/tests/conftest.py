"""Two houses, their leaders and their people on Tuesday 10 March 2026, 10.00."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.organisation.models import Assignment, Employment, Group, Unit

START = date(2025, 8, 1)


@dataclass
class House:
    """A unit with its rooms and employments by name."""

    unit: Unit
    rooms: dict[str, Group]
    people: dict[str, Employment]

    def room(self, name: str) -> Group:
        return self.rooms[name]

    def person(self, name: str) -> Person:
        return self.people[name].person


def employ(unit: Unit, name: str, role: str = "paedagog", closes: date | None = None) -> Employment:
    person = Person.objects.create(first_name=name, last_name="Test", source_id=f"{unit.name}-{name}")
    return Employment.objects.create(person=person, unit=unit, role=role, opens=START, closes=closes)


def assign(work: Employment, group: Group | None, unit: Unit | None = None, **more: object) -> Assignment:
    opened = clock.local_midnight(START)
    return Assignment.objects.create(
        employment=work, unit=unit or work.unit, group=group, **{"opens_at": opened, "source": "roster", **more}
    )


def make_house(name: str, rooms: list[str], people: dict[str, str], kind: str = "boernehave") -> House:
    unit = Unit.objects.create(name=name, kind=kind, opens=START, source_id=name)
    groups = {
        room: Group.objects.create(unit=unit, name=room, kind="stue", opens=START, source_id=f"{name}-{room}") for room in rooms
    }
    return House(unit, groups, {person: employ(unit, person, role) for person, role in people.items()})


@pytest.fixture
def house() -> House:
    """Mælkebøtten: Mette and Jens on Solsikkerne, Nadia on Kløverne, Ali nowhere yet."""
    here = make_house(
        "Mælkebøtten",
        ["Kløverne", "Solsikkerne"],
        {"Henrik": "leder", "Mette": "paedagog", "Jens": "paedagog", "Nadia": "paedagog", "Ali": "paedagog"},
    )
    for name in ("Mette", "Jens"):
        assign(here.people[name], here.room("Solsikkerne"), assesses=True)
    assign(here.people["Nadia"], here.room("Kløverne"), assesses=True)
    return here


@pytest.fixture
def next_door() -> House:
    """Another kindergarten, led by Ulla."""
    there = make_house("Skovbrynet", ["Egernene"], {"Ulla": "leder", "Bodil": "paedagog"})
    assign(there.people["Bodil"], there.room("Egernene"))
    return there


def browser_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client

"""Two rooms of one house and the people around them; each differs from the next by one thing."""

from dataclasses import dataclass
from datetime import date

import pytest

from vejviser.accounts.models import Person
from vejviser.children.models import Child, Enrolment
from vejviser.foundation import clock
from vejviser.organisation.models import Assignment, Employment, Group, Unit

START = date(2025, 8, 1)


@dataclass(frozen=True)
class House:
    """Konrad is in Solsikkerne with Mette and Jens; Nadia works next door, Ole did until February, Henrik leads."""

    unit: Unit
    room: Group
    next_door: Group
    konrad: Child
    mette: Person
    jens: Person
    nadia: Person
    ole: Person
    henrik: Person


@pytest.fixture
def house(db: None) -> House:
    unit = Unit.objects.create(name="Mælkebøtten", kind="boernehave", opens=START, source_id="u")
    room, next_door = (
        Group.objects.create(unit=unit, name=name, kind="stue", opens=START, source_id=name)
        for name in ("Solsikkerne", "Kløverne")
    )
    konrad = Child.objects.create(first_name="Konrad", last_name="Brandt", birth_date=date(2021, 9, 2), source_id="k")
    Enrolment.objects.create(child=konrad, unit=unit, group=room, opens=START, source_id="e")
    mette, jens, ole = (work(name, unit, room) for name in ("Mette", "Jens", "Ole"))
    Employment.objects.filter(person=ole).update(closes=date(2026, 2, 28))
    nadia = work("Nadia", unit, next_door)
    henrik = work("Henrik", unit, None, role="leder")
    return House(unit, room, next_door, konrad, mette, jens, nadia, ole, henrik)


def work(name: str, unit: Unit, group: Group | None, role: str = "paedagog") -> Person:
    """An employment since August and, with a group, an assignment to it."""
    person = Person.objects.create(first_name=name, last_name="Test", source_id=name)
    job = Employment.objects.create(person=person, unit=unit, role=role, opens=START, source_id=name)
    if group:
        opened = clock.local_midnight(START)
        Assignment.objects.create(employment=job, unit=unit, group=group, opens_at=opened, source_id=name)
    return person

"""Ways to a child: derived by join, ended by dates, and never to one's own family."""

from datetime import date, timedelta

import pytest

from vejviser.access.queries import list_sights, moved_lately, see
from vejviser.accounts.models import Person
from vejviser.children.models import Child, Custody, Enrolment, Guardian
from vejviser.foundation import clock
from vejviser.foundation.crypto import blind_index
from vejviser.foundation.results import NotVisible
from vejviser.organisation.models import Assignment, Employment, Group, Unit

pytestmark = pytest.mark.django_db
START = date(2025, 8, 1)


@pytest.fixture
def house() -> Unit:
    return Unit.objects.create(name="Mælkebøtten", kind="boernehave", opens=START, source_id="u")


@pytest.fixture
def room(house: Unit) -> Group:
    return Group.objects.create(unit=house, name="Solsikkerne", kind="stue", opens=START, source_id="g")


@pytest.fixture
def alma(house: Unit, room: Group) -> Child:
    child = Child.objects.create(first_name="Alma", last_name="Vestergaard", birth_date=date(2020, 8, 4), source_id="alma")
    Enrolment.objects.create(child=child, unit=house, group=room, opens=START, source_id="e")
    return child


def employ(name: str, role: str, unit: Unit) -> Employment:
    person = Person.objects.create(first_name=name, last_name="Test", source_id=name)
    return Employment.objects.create(person=person, unit=unit, role=role, opens=START, source_id=name)


def assign(work: Employment, unit: Unit, group: Group | None, **more: object) -> Assignment:
    opened = clock.local_midnight(START)
    return Assignment.objects.create(employment=work, unit=unit, group=group, opens_at=opened, source_id=work.source_id, **more)


def sees(work: Employment, child: Child) -> bool:
    try:
        see(work.person, child.ref)
    except NotVisible:
        return False
    return True


def test_the_room_gives_the_relation_and_the_sentence(house: Unit, room: Group, alma: Child) -> None:
    mette = employ("Mette", "paedagog", house)
    assign(mette, house, room)
    sight = see(mette.person, alma.ref)
    assert [way.relation for way in sight.ways] == ["INST"]
    assert sight.may("D3", "W")
    assert not sight.may("D5")
    assert "Solsikkerne" in sight.sentence


def test_the_room_next_door_gives_nothing(house: Unit, room: Group, alma: Child) -> None:
    nadia = employ("Nadia", "paedagog", house)
    assign(nadia, house, Group.objects.create(unit=house, name="Kløverne", kind="stue", opens=START, source_id="k"))
    assert not sees(nadia, alma)
    assert list_sights(nadia.person) == []


def test_a_stand_in_sees_until_six(house: Unit, room: Group, alma: Child) -> None:
    emil = employ("Emil", "paedagog", house)
    assign(emil, house, room, closes_at=clock.now() + timedelta(hours=8))
    assert sees(emil, alma)
    with clock.frozen(clock.now() + timedelta(hours=8)):
        assert not sees(emil, alma)


def test_an_ended_employment_ends_the_relation(house: Unit, room: Group, alma: Child) -> None:
    ole = employ("Ole", "paedagog", house)
    assign(ole, house, room)
    Employment.objects.filter(pk=ole.pk).update(closes=date(2026, 2, 28))
    assert not sees(ole, alma)


def test_the_leader_sees_that_the_child_is_there_but_no_position(house: Unit, room: Group, alma: Child) -> None:
    sight = see(employ("Henrik", "leder", house).person, alma.ref)
    assert sight.may("D3", "M")
    assert not sight.may("D3")
    assert not sight.may("D10")


@pytest.mark.parametrize(("own_authority", "seen"), [("kommunen", True), ("regionen", False)])
def test_an_adviser_needs_the_same_authority(house: Unit, alma: Child, own_authority: str, seen: bool) -> None:
    ppr = Unit.objects.create(name="PPR", kind="ppr", opens=START, source_id="ppr", authority=own_authority)
    line = employ("Line", "ppr_psykolog", ppr)
    assign(line, house, None)
    assert sees(line, alma) is seen


def test_staff_never_see_their_own_family_through_work(house: Unit, room: Group, alma: Child) -> None:
    mother = employ("Mor", "paedagog", house)
    assign(mother, house, room)
    assert sees(mother, alma)
    Person.objects.filter(pk=mother.person.pk).update(cpr_hash=blind_index("010180-0000"))
    guardian = Guardian.objects.create(first_name="M", last_name="T", source_id="m", cpr_hash=blind_index("0101800000"))
    Custody.objects.create(child=alma, guardian=guardian, kind="faelles", opens=START, source_id="c")
    assert not sees(mother, alma)


@pytest.mark.parametrize(("days_ago", "told"), [(1, True), (30, True), (31, False)])
def test_a_moved_child_is_told_of_for_thirty_days(house: Unit, room: Group, alma: Child, days_ago: int, told: bool) -> None:
    mette = employ("Mette", "paedagog", house)
    assign(mette, house, room)
    Enrolment.objects.update(closes=clock.today() - timedelta(days=days_ago))
    assert not sees(mette, alma)
    assert moved_lately(mette.person, alma.ref) is told

"""Who a child has first: chosen by the leader of the child's house, with every name on the page recorded."""

from datetime import date

import pytest
from django.test import Client

from vejviser.access.house_queries import counts
from vejviser.access.permissions import see
from vejviser.accounts.models import Person
from vejviser.audit.models import Look, LookChild
from vejviser.children.models import Child, Custody, Enrolment, Guardian
from vejviser.foundation import clock
from vejviser.foundation.crypto import blind_index
from vejviser.organisation.models import Assignment, Employment, Group, Primary, Unit

pytestmark = pytest.mark.django_db
START = date(2025, 8, 1)


def employ(unit: Unit, name: str, role: str = "paedagog") -> Employment:
    person = Person.objects.create(first_name=name, last_name="Test", source_id=name)
    return Employment.objects.create(person=person, unit=unit, role=role, opens=START)


def assign(work: Employment, room: Group) -> Assignment:
    return Assignment.objects.create(employment=work, unit=room.unit, group=room, opens_at=clock.local_midnight(START))


def enrol(name: str, room: Group) -> Child:
    child = Child.objects.create(first_name=name, last_name="Test", birth_date=date(2021, 5, 1), source_id=name)
    Enrolment.objects.create(child=child, unit=room.unit, group=room, opens=START, source_id=name)
    return child


@pytest.fixture
def house() -> Unit:
    return Unit.objects.create(name="Mælkebøtten", kind="boernehave", opens=START, source_id="u")


@pytest.fixture
def room(house: Unit) -> Group:
    return Group.objects.create(unit=house, name="Solsikkerne", kind="stue", opens=START, source_id="g")


@pytest.fixture
def mette(house: Unit, room: Group) -> Assignment:
    return assign(employ(house, "Mette"), room)


@pytest.fixture
def jens(house: Unit, room: Group) -> Assignment:
    return assign(employ(house, "Jens"), room)


@pytest.fixture
def henrik(house: Unit) -> Employment:
    return employ(house, "Henrik", "leder")


@pytest.fixture
def page(henrik: Employment) -> Client:
    client = Client()
    client.force_login(henrik.person)
    return client


def address(row: Assignment) -> str:
    return f"/mit-hus/primaer/{row.ref}/"


def choose(page: Client, row: Assignment, *children: Child) -> int:
    row.refresh_from_db()
    given = {"version": row.version, "children": [child.ref for child in children]}
    return page.post(address(row), given).status_code


def held(row: Assignment) -> set[str]:
    return set(Child.objects.filter(ref__in=row.primaries.values("child")).values_list("first_name", flat=True))


def test_the_leader_chooses_and_the_sentence_of_the_adult_changes(page: Client, mette: Assignment, room: Group) -> None:
    alma, person = enrol("Alma", room), mette.employment.person
    before = see(person, alma.ref).sentence
    assert choose(page, mette, alma) == 302
    assert see(person, alma.ref).sentence != before
    assert "checked" in page.get(address(mette)).content.decode()


def test_a_child_that_is_chosen_again_moves(page: Client, mette: Assignment, jens: Assignment, room: Group) -> None:
    alma, viggo = enrol("Alma", room), enrol("Viggo", room)
    choose(page, mette, alma, viggo)
    assert "(Mette)" in page.get(address(jens)).content.decode()
    choose(page, jens, alma)
    assert (held(mette), held(jens)) == ({"Viggo"}, {"Alma"})


def test_every_name_on_the_page_is_a_recorded_look(page: Client, mette: Assignment, room: Group) -> None:
    children = {enrol(name, room).ref for name in ("Alma", "Viggo", "Omar")}
    assert page.get(address(mette)).status_code == 200
    assert set(LookChild.objects.values_list("child", flat=True)) == children
    assert set(LookChild.objects.values_list("relation", "data_classes")) == {("LEAD", "D1")}


def test_children_of_another_room_are_not_there_and_cannot_be_chosen(
    page: Client, mette: Assignment, house: Unit, room: Group
) -> None:
    next_room = Group.objects.create(unit=house, name="Kløverne", kind="stue", opens=START, source_id="k")
    stranger = enrol("Konrad", next_room)
    assert "Konrad" not in page.get(address(mette)).content.decode()
    assert choose(page, mette, stranger) == 200
    assert held(mette) == set()


def test_a_child_of_the_leaders_own_family_stays_as_it_is(
    page: Client, henrik: Employment, mette: Assignment, room: Group
) -> None:
    alma, own = enrol("Alma", room), enrol("Own", room)
    Primary.objects.create(assignment=mette, child=own.ref)
    Person.objects.filter(pk=henrik.person.pk).update(cpr_hash=blind_index("0101800000"))
    father = Guardian.objects.create(first_name="H", last_name="T", source_id="h", cpr_hash=blind_index("0101800000"))
    Custody.objects.create(child=own, guardian=father, kind="faelles", opens=START, source_id="c")
    assert "Own" not in page.get(address(mette)).content.decode()
    choose(page, mette, alma)
    assert held(mette) == {"Alma", "Own"}


def test_of_two_leaders_the_second_sees_what_the_first_did(page: Client, mette: Assignment, room: Group) -> None:
    alma = enrol("Alma", room)
    choose(page, mette, alma)
    assert page.post(address(mette), {"version": 1, "children": []}).status_code == 409
    assert held(mette) == {"Alma"}


def test_nobody_but_the_leader_of_this_house(mette: Assignment, room: Group) -> None:
    enrol("Alma", room)
    next_door = Unit.objects.create(name="Skovbrynet", kind="boernehave", opens=START, source_id="s")
    ulla, former = employ(next_door, "Ulla", "leder"), employ(mette.unit, "Former", "leder")
    Employment.objects.filter(pk=former.pk).update(closes=date(2026, 3, 9))
    for stranger in (ulla.person, former.person, mette.employment.person):
        client = Client()
        client.force_login(stranger)
        assert client.get(address(mette)).status_code == 404
    assert Look.objects.filter(refused=True).count() == 3
    assert not LookChild.objects.exists()


def test_the_numbers_on_my_house(page: Client, mette: Assignment, jens: Assignment, room: Group) -> None:
    alma, viggo, gone = enrol("Alma", room), enrol("Viggo", room), enrol("Gone", room)
    choose(page, mette, alma, gone)
    Enrolment.objects.filter(child=gone).update(closes=date(2026, 3, 9))
    found = counts(room.unit)
    assert (found.children, found.without_primary, found.primaries) == ({room.pk: 2}, {room.pk: 1}, {mette.pk: 1})
    choose(page, jens, viggo)
    Assignment.objects.filter(pk=mette.pk).update(closes_at=clock.now())
    assert counts(room.unit).without_primary == {room.pk: 1}


def test_my_house_says_who_is_missing_a_primary_adult(page: Client, mette: Assignment, room: Group) -> None:
    alma = enrol("Alma", room)
    enrol("Viggo", room)
    choose(page, mette, alma)
    words = page.get("/mit-hus/").content.decode()
    assert "1 barn har ingen primær voksen" in words
    assert "Primær for 1" in words
    assert "2 børn" in words
    assert "Alma" not in words
    assert not LookChild.objects.filter(look__action="view:my_house").exists()

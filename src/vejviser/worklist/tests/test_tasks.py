"""Giving, ticking and reminding; and that tasks are their owner's alone."""

import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client

from vejviser.accounts.models import Person
from vejviser.audit.models import Change
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.worklist import kinds
from vejviser.worklist.actions import finish, give, tick
from vejviser.worklist.jobs import remind_of_tasks
from vejviser.worklist.models import Task
from vejviser.worklist.queries import open_tasks

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_kinds() -> Iterator[None]:
    before = dict(kinds.kinds)
    kinds.offer(kinds.Kind("test.read", "Read %(what)s", "Given to you", "Read", by_hand=True))
    kinds.offer(kinds.Kind("test.deed", "Do %(what)s", "Given to you", "Open"))
    yield
    kinds.kinds.clear()
    kinds.kinds.update(before)


@pytest.fixture
def mette() -> Person:
    return Person.objects.create(first_name="Mette", last_name="L", source_id="emp-mette")


def task(person: Person, kind: str = "test.read", days: int = 0) -> Task:
    due = clock.today() + timedelta(days=days)
    return give(to=person, kind=kind, source=uuid.uuid4(), link="/x/", due=due, facts={"what": "it"})


def post(person: Person, one: Task) -> int:
    client = Client()
    client.force_login(person)
    return client.post(f"/opgaver/{one.ref}/faerdig/").status_code


def test_giving_twice_moves_the_open_task(mette: Person) -> None:
    first = task(mette)
    again = give(to=mette, kind=first.kind, source=first.source, link="/y/", due=clock.today() + timedelta(days=3))
    assert again.pk == first.pk
    assert open_tasks(mette).get().link == "/y/"


def test_finishing_one_persons_task_leaves_the_others(mette: Person) -> None:
    jens = Person.objects.create(first_name="Jens", last_name="H", source_id="emp-jens")
    source = uuid.uuid4()
    for person in (mette, jens):
        give(to=person, kind="test.deed", source=source, link="/x/")
    assert finish(by=mette, kind="test.deed", source=source, person=mette) == 1
    assert list(open_tasks(jens).values_list("source", flat=True)) == [source]


def test_a_task_is_ticked_off_by_its_owner_and_recorded(mette: Person) -> None:
    one = task(mette)
    assert post(mette, one) == 302
    assert not open_tasks(mette)
    assert Change.objects.get(action="task.tick").person == mette.ref


def test_a_colleague_cannot_tick_it_off(mette: Person) -> None:
    nadia = Person.objects.create(first_name="Nadia", last_name="R", source_id="emp-nadia")
    one = task(mette)
    assert post(nadia, one) == 404
    assert open_tasks(mette).count() == 1


def test_a_task_that_asks_for_a_deed_is_not_ticked_off(mette: Person) -> None:
    one = task(mette, "test.deed")
    with pytest.raises(RuleBroken):
        tick(by=mette, task=one)
    assert post(mette, one) == 422
    assert open_tasks(mette).count() == 1


def test_a_look_at_the_address_ticks_nothing_off(mette: Person) -> None:
    one = task(mette)
    client = Client()
    client.force_login(mette)
    assert client.get(f"/opgaver/{one.ref}/faerdig/").status_code == 302
    assert open_tasks(mette).count() == 1


def test_the_job_marks_what_is_due_and_nothing_twice(mette: Person) -> None:
    today, late, later = task(mette), task(mette, days=-4), task(mette, days=1)
    assert remind_of_tasks().startswith("2 ")
    assert remind_of_tasks().startswith("0 ")
    marked = set(Task.objects.filter(reminded_on=clock.today()).values_list("pk", flat=True))
    assert marked == {today.pk, late.pk}
    assert later.pk not in marked

"""Who reads a note before and after it is shared: near misses only."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from vejviser.access.permissions import see
from vejviser.accounts.models import Person
from vejviser.agreements.tests.conftest import House, work
from vejviser.children.models import Enrolment
from vejviser.concern import actions, queries
from vejviser.concern.models import Note
from vejviser.concern.permissions import note_own, note_read
from vejviser.concern.rules import Words
from vejviser.concern.sections import _events
from vejviser.foundation import clock
from vejviser.organisation.models import Assignment, Employment

Write = Callable[..., Note]


def reads(person: Person, note: Note) -> bool:
    return note_read.rows(person).filter(ref=note.ref).exists()


@pytest.mark.parametrize("name", ["jens", "nadia", "ole", "henrik"])
def test_before_sharing_only_the_author_reads(house: House, write: Write, name: str) -> None:
    note = write()
    assert reads(house.mette, note)
    assert not reads(getattr(house, name), note)


@pytest.mark.parametrize(
    ("name", "after"), [("jens", True), ("mette", True), ("nadia", False), ("ole", False), ("henrik", False)]
)
def test_after_sharing_the_room_reads(house: House, write: Write, name: str, after: bool) -> None:
    note = actions.share_note(by=house.mette, note=write())
    person: Person = getattr(house, name)
    assert reads(person, note) is after
    assert note_own.rows(person).filter(ref=note.ref).exists() is (name == "mette")


def test_a_health_visitor_of_the_house_is_not_the_room(house: House, write: Write) -> None:
    karin = work("Karin", house.unit, None, role="sundhedsplejerske")
    Assignment.objects.create(employment=karin.employments.get(), unit=house.unit, source_id="hv")
    assert see(karin, house.konrad.ref).may("D3")
    assert not reads(karin, actions.share_note(by=house.mette, note=write()))


def test_a_stand_in_reads_until_six(house: House, write: Write) -> None:
    emil = work("Emil", house.unit, None)
    until = clock.now() + timedelta(hours=8)
    Assignment.objects.create(
        employment=emil.employments.get(), unit=house.unit, group=house.room, closes_at=until, source_id="emil"
    )
    note = actions.share_note(by=house.mette, note=write())
    [audience] = queries.audiences(house.mette, note, see(house.mette, house.konrad.ref))
    assert reads(emil, note)
    assert (audience.people, audience.today_only, audience.leaders) == ([house.jens], [emil], [house.henrik])
    with clock.frozen(until):
        assert not reads(emil, note)


def test_the_named_readers_are_those_who_then_read(house: House, write: Write) -> None:
    """What the page promises before sharing is what the permission gives after it."""
    note = write()
    [promised] = queries.audiences_of(house.mette, see(house.mette, house.konrad.ref))
    actions.share_note(by=house.mette, note=note)
    everybody = (house.jens, house.nadia, house.ole, house.henrik)
    assert {*promised.people, *promised.today_only} == {person for person in everybody if reads(person, note)}


def test_a_child_who_moves_to_the_next_room_takes_no_note_along(house: House, write: Write) -> None:
    note = actions.share_note(by=house.mette, note=write())
    today = clock.today()
    Enrolment.objects.update(closes=today - timedelta(days=1))
    Enrolment.objects.create(child=house.konrad, unit=house.unit, group=house.next_door, opens=today, source_id="moved")
    assert not reads(house.jens, note)
    assert not reads(house.nadia, note)
    assert reads(house.mette, note)
    assert queries.sight_of(house.mette, note) is None


def test_an_author_who_leaves_the_work_leaves_the_notes(house: House, write: Write) -> None:
    note = write()
    Employment.objects.filter(person=house.mette).update(closes=date(2026, 3, 9))
    assert not reads(Person.objects.get(pk=house.mette.pk), note)


def test_a_room_s_note_is_read_in_the_room_after_sharing(house: House, write: Write) -> None:
    note = write(about="group", child=None, group=house.room, level=None)
    assert not reads(house.jens, note)
    actions.share_note(by=house.mette, note=note)
    assert reads(house.jens, note)
    assert not any(reads(person, note) for person in (house.nadia, house.ole, house.henrik))
    [audience] = queries.audiences(house.mette, note, None)
    assert audience.people == [house.jens]


def test_colleagues_read_nothing_of_what_was_before_the_sharing(house: House, write: Write) -> None:
    note = write()
    actions.correct_note(by=house.mette, note=note, words=Words("Rettet", 2))
    actions.note_talk(by=house.mette, note=note, day=clock.today(), parents_words="Privat")
    with clock.frozen(clock.now() + timedelta(hours=1)):
        actions.share_note(by=house.mette, note=note)
    with clock.frozen(clock.now() + timedelta(hours=2)):
        actions.correct_note(by=house.mette, note=note, words=Words("Rettet igen", 2))
    assert [one.kind for one in queries.happened_to(house.jens, note)] == ["share"]
    assert [one.kind for one in queries.happened_to(house.mette, note)] == ["talk", "share"]
    assert [one.facts for one in queries.earlier_of(house.jens, note)] == ["Rettet"]
    assert len(queries.earlier_of(house.mette, note)) == 2


def test_the_sentence_says_whose_note_it_is(house: House, write: Write) -> None:
    note = actions.share_note(by=house.mette, note=write())
    assert note_read.sentence(house.mette, note) != note_read.sentence(house.jens, note)
    assert "Mette Test" in note_read.sentence(house.jens, note)
    assert "Solsikkerne" in note_read.sentence(house.jens, note)


def test_a_private_note_is_on_no_time_line(house: House, write: Write) -> None:
    private, shared = write(), write()
    actions.share_note(by=house.mette, note=shared)
    assert [event.link for event in _events(see(house.jens, house.konrad.ref))] == [shared.address()]
    assert [event.data_class for event in _events(see(house.mette, house.konrad.ref))] == ["D4"]
    assert private in queries.of_child(see(house.mette, house.konrad.ref))
    assert _events(see(house.henrik, house.konrad.ref)) == []


def test_last_written_about_comes_first(house: House, write: Write) -> None:
    write()
    options, sights = queries.choices(house.mette)
    assert [option.value for option in options] == [
        f"child:{house.konrad.ref}",
        f"group:{house.room.ref}",
        f"environment:{house.room.ref}",
    ]
    assert [sight.child for sight in sights] == [house.konrad]
    assert queries.choices(house.ole) == ([], [])

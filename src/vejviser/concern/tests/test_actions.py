"""A note from writing to its end: what is kept, which task stands, what a hold stops."""

import uuid
from collections.abc import Callable
from datetime import date

import pytest

from vejviser.accounts.models import Person
from vejviser.agreements.models import Agreement
from vejviser.agreements.tests.conftest import House
from vejviser.audit.models import Change
from vejviser.children.models import Enrolment
from vejviser.concern import actions, tasks
from vejviser.concern.models import AbuseHold, Earlier, Happened, Note
from vejviser.concern.queries import hold_on
from vejviser.concern.rules import Words
from vejviser.concern.tests.conftest import FACTS
from vejviser.foundation import clock
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.organisation.models import Group
from vejviser.worklist.queries import open_tasks

Write = Callable[..., Note]
TODAY, TUESDAY_NEXT = date(2026, 3, 10), date(2026, 3, 17)


def todo(person: Person) -> list[tuple[str, date | None]]:
    return [(task.kind, task.due) for task in open_tasks(person)]


def test_a_note_is_private_asks_for_the_talk_and_is_recorded_without_its_words(house: House, write: Write) -> None:
    note = write()
    assert (note.state, note.shared_at, note.author) == ("open", None, house.mette)
    assert todo(house.mette) == [(tasks.TALK, TUESDAY_NEXT)]
    change = Change.objects.get(row=note.ref)
    assert (change.action, change.child) == ("note.write", house.konrad.ref)
    assert FACTS not in str(change.facts)


def test_sending_the_form_twice_writes_one_note(house: House, write: Write) -> None:
    ref = uuid.uuid4()
    assert write(ref=ref) == write(ref=ref)
    assert Note.objects.count() == Change.objects.count() == 1


@pytest.mark.parametrize("name", ["nadia", "ole"])
def test_only_about_children_one_sees(house: House, write: Write, name: str) -> None:
    with pytest.raises(NotVisible):
        write(by=getattr(house, name))
    assert not Note.objects.exists()


def test_about_a_room_without_a_child(house: House, write: Write) -> None:
    note = write(about="environment", child=None, group=house.room, level=None)
    assert (note.child, note.group) == (None, house.room)
    assert todo(house.mette) == [(tasks.END, TUESDAY_NEXT)]
    with pytest.raises(NotVisible):
        write(about="group", child=None, group=house.next_door, level=None)
    with pytest.raises(RuleBroken, match="concern_is_about_one_thing"):
        write(about="group")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"level": 1}, []),
        ({"level": 3}, [tasks.TALK]),
        ({"level": 3, "told_on": TODAY}, [tasks.END]),
        ({"level": 3, "why_not_told": "Ferie"}, [tasks.TALK]),
        ({"level": 5, "violence": True}, [tasks.END]),
    ],
)
def test_what_a_new_note_asks_for(house: House, write: Write, given: dict[str, object], expected: list[str]) -> None:
    write(**given)
    assert [kind for kind, _due in todo(house.mette)] == expected


def test_a_correction_keeps_the_version_before(house: House, write: Write) -> None:
    note = write(helped="Jens ventede")
    actions.correct_note(by=house.mette, note=note, words=Words("Stod ved døren i 5 minutter", 3), seen=1)
    kept = Earlier.objects.get()
    assert (kept.facts, kept.level, kept.helped) == (FACTS, 2, "Jens ventede")
    note.refresh_from_db()
    assert (note.facts, note.level, note.helped) == ("Stod ved døren i 5 minutter", 3, "")
    with pytest.raises(Conflict):
        actions.correct_note(by=house.mette, note=note, words=Words("Andet", 3), seen=1)
    assert Earlier.objects.count() == 1


def test_sharing_is_the_author_s_second_act_and_final(house: House, write: Write) -> None:
    note = write()
    with pytest.raises(RuleBroken, match="only_the_author_shares"):
        actions.share_note(by=house.jens, note=note)
    actions.share_note(by=house.mette, note=note)
    assert note.group == house.room
    with pytest.raises(RuleBroken, match="already_shared"):
        actions.share_note(by=house.mette, note=note)
    assert Change.objects.get(action="note.share").facts == {"group": str(house.room.ref)}


def test_sharing_needs_a_room_the_author_knows_the_child_from(house: House, write: Write) -> None:
    note = write()
    with pytest.raises(RuleBroken, match="share_needs_room"):
        actions.share_note(by=house.mette, note=note, group=house.next_door)
    Enrolment.objects.update(closes=date(2026, 3, 9))
    with pytest.raises(NotVisible):
        actions.share_note(by=house.mette, note=note)
    assert not Note.objects.exclude(shared_at=None).exists()


def test_the_only_room_is_chosen_by_itself(house: House, write: Write) -> None:
    sfo = Group.objects.create(unit=house.unit, name="Aften", kind="stue", opens=TODAY, source_id="aften")
    Enrolment.objects.create(child=house.konrad, unit=house.unit, group=sfo, opens=TODAY, source_id="to")
    note = actions.share_note(by=house.mette, note=write())
    assert note.group == house.room


def test_the_talk_is_noted_and_the_end_is_asked_for(house: House, write: Write) -> None:
    note = write()
    actions.note_talk(by=house.mette, note=note, day=TODAY, parents_words="Glad derhjemme", child_words="Det larmer")
    talk = Happened.objects.get()
    assert (talk.kind, talk.words, talk.child_words) == ("talk", "Glad derhjemme", "Det larmer")
    assert todo(house.mette) == [(tasks.END, TUESDAY_NEXT)]
    with pytest.raises(RuleBroken, match="talk_is_in_the_future"):
        actions.note_talk(by=house.mette, note=note, day=TUESDAY_NEXT)


def test_a_concern_ends_in_a_dated_agreement(house: House, write: Write) -> None:
    note = write(told_on=TODAY)
    made = actions.agree(by=house.mette, note=note, what="Fast voksen", who=house.jens, due=TUESDAY_NEXT)
    assert (made.source_kind, made.source, made.child) == ("concern", note.ref, house.konrad)
    assert note.state == "agreed"
    assert todo(house.mette) == []
    with pytest.raises(RuleBroken, match="agreement_needs_date"):
        actions.agree(by=house.mette, note=note, what="Fast voksen", who=house.jens, due=None)
    assert Agreement.objects.count() == 1


def test_or_in_a_reasoned_wait_that_is_as_private_as_the_note(house: House, write: Write) -> None:
    note = write()
    with pytest.raises(RuleBroken, match="wait_needs_reason"):
        actions.wait(by=house.mette, note=note, why="", until=TUESDAY_NEXT)
    actions.wait(by=house.mette, note=note, why="Lige startet", until=TUESDAY_NEXT)
    assert (note.state, note.look_again) == ("waiting", TUESDAY_NEXT)
    assert todo(house.mette) == [(tasks.LOOK, TUESDAY_NEXT)]
    assert not Agreement.objects.exists()
    actions.close_note(by=house.mette, note=note, words="Han leger igen")
    assert (note.state, note.look_again, todo(house.mette)) == ("settled", None, [])
    actions.reopen_note(by=house.mette, note=note)
    assert [kind for kind, _due in todo(house.mette)] == [tasks.TALK]


def test_an_open_note_can_be_withdrawn_and_then_rests(house: House, write: Write) -> None:
    note = actions.close_note(by=house.mette, note=write())
    assert (note.state, todo(house.mette)) == ("withdrawn", [])
    with pytest.raises(RuleBroken, match="not_from_this_state"):
        actions.reopen_note(by=house.mette, note=note)


@pytest.mark.parametrize("name", ["jens", "nadia", "ole", "henrik"])
def test_nobody_but_the_author_changes_a_note_even_a_shared_one(house: House, write: Write, name: str) -> None:
    note = actions.share_note(by=house.mette, note=write())
    person: Person = getattr(house, name)
    for attempt in (
        lambda: actions.correct_note(by=person, note=note, words=Words("Andet", 1)),
        lambda: actions.note_talk(by=person, note=note, day=TODAY),
        lambda: actions.agree(by=person, note=note, what="Vente", who="mor", due=TUESDAY_NEXT),
        lambda: actions.wait(by=person, note=note, why="Vente", until=TUESDAY_NEXT),
        lambda: actions.close_note(by=person, note=note),
    ):
        with pytest.raises(NotVisible):
            attempt()


def test_suspected_violence_shields_the_child_and_nobody_is_sent_to_the_parents(house: House, write: Write) -> None:
    before = write(by=house.jens)
    assert [kind for kind, _due in todo(house.jens)] == [tasks.TALK]
    note = write(violence=True)
    assert hold_on(house.konrad.ref)
    assert [kind for kind, _due in todo(house.jens)] == [tasks.END]
    write(by=house.jens)
    assert tasks.TALK not in [kind for kind, _due in todo(house.jens)]
    hold = AbuseHold.objects.get(source=note.ref)
    with pytest.raises(NotVisible):
        actions.close_hold(by=house.jens, hold=hold, why="Afklaret")
    with pytest.raises(RuleBroken, match="hold_end_needs_reason"):
        actions.close_hold(by=house.mette, hold=hold, why=" ")
    actions.close_hold(by=house.mette, hold=hold, why="Myndigheden siger ja")
    assert not hold_on(house.konrad.ref)
    assert before.ref in {task.source for task in open_tasks(house.jens) if task.kind == tasks.TALK}


def test_two_holds_are_lifted_one_by_one(house: House, write: Write) -> None:
    holds = [
        actions.set_hold(by=house.mette, child=house.konrad, ground="violence_suspected", source=uuid.uuid4()),
        actions.set_hold(by=house.jens, child=house.konrad, ground="ground_4", source=uuid.uuid4()),
    ]
    again = actions.set_hold(by=house.jens, child=house.konrad, ground="ground_4", source=holds[1].source)
    assert again == holds[1]
    actions.close_hold(by=house.mette, hold=holds[0], why="Afklaret")
    assert hold_on(house.konrad.ref)
    actions.close_hold(by=house.jens, hold=holds[1], why="Afklaret")
    assert not hold_on(house.konrad.ref)


def test_who_may_shield(house: House) -> None:
    with pytest.raises(NotVisible):
        actions.set_hold(by=house.nadia, child=house.konrad, ground="violence_suspected", source=uuid.uuid4())
    with pytest.raises(RuleBroken, match="hold_only_by_the_notifier"):
        actions.set_hold(by=house.mette, child=house.konrad, ground="ground_4", source=uuid.uuid4(), by_author=False)


def test_the_talk_counts_working_days_over_easter(house: House, write: Write) -> None:
    with clock.frozen(clock.local_midnight(date(2026, 4, 1))):
        write()
    assert todo(house.mette) == [(tasks.TALK, date(2026, 4, 13))]

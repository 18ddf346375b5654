"""The pages of notes: who opens them, what they show, what is recorded, and that typing is never lost."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from vejviser.accounts.models import Person
from vejviser.agreements.models import Agreement
from vejviser.agreements.tests.conftest import House
from vejviser.audit.models import LookChild
from vejviser.children.models import Enrolment
from vejviser.concern import actions
from vejviser.concern.models import AbuseHold, Note
from vejviser.concern.queries import hold_on
from vejviser.concern.tests.conftest import FACTS
from vejviser.drafts.models import Draft
from vejviser.foundation import clock
from vejviser.organisation.models import Setting

Write = Callable[..., Note]
NEW = "/noter/ny/"
# Session, person, posts, settings, the page, and the look with its children in a savepoint.
QUERIES = {"notes": 11, "new": 13}
PAGES = ["note", "note_correct", "note_share", "note_talk", "note_agree", "note_wait", "note_close"]


def as_person(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def filled(house: House, **more: str) -> dict[str, str]:
    return {"ref": str(uuid.uuid4()), "subject": f"child:{house.konrad.ref}", "facts": FACTS, "level": "2", **more}


def looks() -> set[tuple[uuid.UUID, str]]:
    return set(LookChild.objects.values_list("child", "data_classes"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["jens", "nadia", "ole", "henrik"])
def test_a_private_note_has_no_page_for_anybody_else(house: House, write: Write, name: str, page: str) -> None:
    answer = as_person(getattr(house, name)).get(write().address(page))
    assert answer.status_code == 404
    assert FACTS not in answer.content.decode()
    assert not LookChild.objects.exists()


@pytest.mark.parametrize("page", PAGES)
def test_the_author_s_pages_explain_offer_to_notify_and_are_recorded(house: House, write: Write, page: str) -> None:
    body = as_person(house.mette).get(write().address(page)).content.decode()
    assert 'class="vj-access"' in body
    assert 'href="/underretning/"' in body
    assert "Konrad" not in body.split("</title>")[0]
    assert 'data-dc="D4"' in body
    assert looks() == {(house.konrad.ref, "D1 D4")}


def test_a_colleague_reads_a_shared_note_and_only_that(house: House, write: Write) -> None:
    note = actions.share_note(by=house.mette, note=write())
    client = as_person(house.jens)
    body = client.get(note.address()).content.decode()
    assert FACTS in body
    assert 'data-dc="D3"' in body
    assert "note_correct" not in body
    assert looks() == {(house.konrad.ref, "D1 D3")}
    assert {client.get(note.address(page)).status_code for page in PAGES[1:]} == {404}


def test_nothing_is_chosen_in_a_new_form_and_the_children_shown_are_recorded(house: House) -> None:
    body = as_person(house.mette).get(NEW).content.decode()
    assert "Konrad" in body
    assert " checked" not in body
    assert looks() == {(house.konrad.ref, "D1")}


def test_the_child_s_page_leads_to_a_form_about_the_child(house: House) -> None:
    client = as_person(house.mette)
    assert client.get(NEW, {"barn": str(house.konrad.ref)}).content.decode().count(" checked") == 1
    assert client.get(NEW, {"barn": "nonsense"}).status_code == 200
    assert as_person(house.nadia).get(NEW, {"barn": str(house.konrad.ref)}).status_code == 404


def test_saving_writes_the_note_once_and_forgets_the_draft(house: House) -> None:
    client, form = as_person(house.mette), filled(house)
    client.post("/kladde/note/00000000-0000-0000-0000-000000000000/", form)
    first, second = client.post(NEW, form), client.post(NEW, form)
    note = Note.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == note.address()
    assert (note.child, note.level, note.shared_at) == (house.konrad, 2, None)
    assert not Draft.objects.exists()


def test_the_second_button_leads_to_a_page_that_names_the_readers_and_shares_nothing_yet(house: House) -> None:
    client = as_person(house.mette)
    answer = client.post(NEW, filled(house, share="1"))
    note = Note.objects.get()
    assert answer.headers["Location"] == note.address("note_share")
    body = client.get(note.address("note_share")).content.decode()
    assert "Jens Test" in body
    assert "Nadia" not in body
    assert Note.objects.get().shared_at is None
    client.post(note.address("note_share"), {"version": note.version})
    assert Note.objects.get().shared_at


@pytest.mark.parametrize("missing", ["subject", "facts", "level"])
def test_what_is_missing_is_said_at_its_field_and_the_text_is_kept(house: House, missing: str) -> None:
    form = filled(house, helped="Jens ventede")
    del form[missing]
    answer = as_person(house.mette).post(NEW, form)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {missing}
    assert "Jens ventede" in answer.content.decode()
    assert not Note.objects.exists()


@pytest.mark.parametrize("given", [{"level": "9"}, {"level": "x"}, {"ref": "x"}, {"subject": "child:x"}, {"told_on": "x"}])
def test_nonsense_is_refused_not_broken(house: House, given: dict[str, str]) -> None:
    assert as_person(house.mette).post(NEW, filled(house, **given)).status_code == 422
    assert as_person(house.mette).post("/noter/ny/raad/", filled(house, **given)).status_code == 200


def test_a_child_of_the_next_room_cannot_be_chosen(house: House) -> None:
    assert as_person(house.nadia).post(NEW, filled(house)).status_code == 422
    body = as_person(house.nadia).post("/noter/ny/raad/", filled(house)).content.decode()
    assert "Jens" not in body
    assert not LookChild.objects.exists()


def test_a_number_like_a_cpr_number_is_asked_about_once_and_stops_nobody(house: House) -> None:
    client = as_person(house.mette)
    form = filled(house, facts="Hans nummer er 020921-1234")
    answer = client.post(NEW, form)
    assert answer.status_code == 422
    assert 'name="sure" value="on"' in answer.content.decode()
    assert client.post(NEW, form | {"sure": "on"}).status_code == 302
    assert Note.objects.get().facts == form["facts"]


def test_a_draft_is_there_again_after_signing_out(house: House) -> None:
    client, form = as_person(house.mette), filled(house)
    client.post("/kladde/note/00000000-0000-0000-0000-000000000000/", form)
    client.logout()
    client.force_login(house.mette)
    body = client.get(NEW).content.decode()
    assert FACTS in body
    assert form["ref"] in body
    assert body.count(" checked") == 2
    assert FACTS not in as_person(house.jens).get(NEW).content.decode()
    client.post(NEW, {"discard": "1"})
    assert FACTS not in client.get(NEW).content.decode()


def advice(house: House, **form: str) -> str:
    return as_person(house.mette).post("/noter/ny/raad/", filled(house, **form)).content.decode()


def test_the_next_step_comes_from_the_guide_and_the_duty_stands_on_3_to_5(house: House) -> None:
    bodies = {level: advice(house, level=level) for level in "12345"}
    assert all(f"niveau={level}" in body and "sted=dagtilbud" in body for level, body in bodies.items() if level != "5")
    assert [level for level, body in bodies.items() if "vj-duty" in body] == ["3", "4"]
    assert "handl-i-dag" in bodies["5"]
    assert "Jens Test" in bodies["1"]


def test_suspected_violence_leads_to_the_branch_and_away_from_the_parents(house: House, write: Write) -> None:
    assert "/vejviser/vold/" in advice(house, violence="on", level="2")
    client = as_person(house.mette)
    client.post(NEW, filled(house, violence="on", level="4"))
    note = Note.objects.get()
    assert hold_on(house.konrad.ref)
    assert note.address("note_talk") not in client.get(note.address()).content.decode()
    assert "vj-duty" not in advice(house)


def test_a_colleague_is_not_told_why_but_not_to_go_to_the_parents(house: House, write: Write) -> None:
    write(violence=True)
    mine = write(by=house.jens, level=3)
    body = as_person(house.jens).get(mine.address()).content.decode()
    assert "vj-duty" in body
    assert mine.address("note_talk") not in body
    assert "handl-i-dag" not in body


def test_the_shield_is_lifted_by_its_author_with_a_reason(house: House, write: Write) -> None:
    hold = AbuseHold.objects.get(source=write(violence=True).ref)
    page = f"/noter/skaerm/{hold.ref}/"
    assert as_person(house.jens).get(page).status_code == 404
    client = as_person(house.mette)
    assert client.post(page, {"version": 1, "why": ""}).status_code == 422
    assert client.post(page, {"version": 1, "why": "Myndigheden siger ja"}).status_code == 302
    assert not hold_on(house.konrad.ref)


def test_the_ends_of_a_concern(house: House, write: Write) -> None:
    client, note = as_person(house.mette), write()
    page: dict[str, Any] = {"what": "Fast voksen", "owner": str(house.jens.ref), "due": "17. marts 2026"}
    assert client.post(note.address("note_agree"), page | {"owner": "other"}).status_code == 422
    assert client.post(note.address("note_agree"), page).status_code == 302
    assert Agreement.objects.get().owner == house.jens
    assert client.post(note.address("note_wait"), {"why": "Se an", "until": "10. marts 2026"}).status_code == 422
    assert client.post(note.address("note_wait"), {"why": "Se an", "until": "20. marts 2026"}).status_code == 302
    assert client.post(note.address("note_close"), {"version": Note.objects.get().version}).status_code == 302
    assert client.post(note.address("note_reopen")).status_code == 302
    assert Note.objects.get().state == "open"
    talk = {"version": Note.objects.get().version, "told_on": "9. marts 2026", "parents_words": "Glad"}
    assert client.post(note.address("note_talk"), talk).status_code == 302
    assert "Glad" in client.get(note.address()).content.decode()


def test_a_correction_is_a_new_version_and_two_tabs_do_not_overwrite(house: House, write: Write) -> None:
    client, note = as_person(house.mette), write()
    new = {"version": 1, "facts": "Stod ved døren", "level": "3"}
    assert client.post(note.address("note_correct"), new).status_code == 302
    body = client.get(note.address()).content.decode()
    assert "Stod ved døren" in body
    assert FACTS in body
    stale = client.post(note.address("note_correct"), new | {"facts": "Fra den anden fane"})
    assert stale.status_code == 409
    assert "Fra den anden fane" in stale.content.decode()


def test_the_list_shows_mine_and_what_is_shared_with_me(house: House, write: Write) -> None:
    write(facts="Kun mit")
    actions.share_note(by=house.mette, note=write(facts="Delt af Mette"))
    mine, theirs = (as_person(person).get("/noter/").content.decode() for person in (house.mette, house.jens))
    assert "Kun mit" in mine
    assert "Delt af Mette" in mine
    assert "Kun mit" not in theirs
    assert "Delt af Mette" in theirs
    for person in (house.nadia, house.henrik):
        assert "Delt af Mette" not in as_person(person).get("/noter/").content.decode()
    assert as_person(house.ole).get("/noter/").status_code == 404


def test_my_note_about_a_child_who_moved_stays_mine_without_the_name(house: House, write: Write) -> None:
    note = write()
    Enrolment.objects.update(closes=clock.today().replace(day=9))
    client = as_person(house.mette)
    for page in ("/noter/", note.address()):
        body = client.get(page).content.decode()
        assert FACTS in body
        assert "Konrad" not in body
    assert set(LookChild.objects.values_list("data_classes", "relation", "basis")) == {("D4", "-", "own_task")}
    assert client.post(note.address("note_share"), {"version": 1}).status_code == 404


def test_older_notes_are_a_page_on(house: House, write: Write) -> None:
    notes = [write(facts=f"Note {number}") for number in range(52)]
    client = as_person(house.mette)
    body = client.get("/noter/").content.decode()
    assert f"?foer={notes[2].ref}" in body
    older = client.get("/noter/", {"foer": str(notes[2].ref)}).content.decode()
    assert "Note 1" in older
    assert "Note 51" not in older
    assert client.get("/noter/", {"foer": "x"}).status_code == 200


def test_a_longer_list_costs_no_more_queries(house: House, write: Write, django_assert_max_num_queries: Any) -> None:
    client = as_person(house.mette)
    for _number in range(3):
        write()
    with django_assert_max_num_queries(QUERIES["notes"]):
        client.get("/noter/")
    for _number in range(10):
        actions.share_note(by=house.jens, note=write(by=house.jens))
    with django_assert_max_num_queries(QUERIES["notes"]):
        client.get("/noter/")
    with django_assert_max_num_queries(QUERIES["new"]):
        client.get(NEW)


def test_where_notes_are_switched_off_they_do_not_exist(house: House, write: Write) -> None:
    note = write()
    Setting.objects.create(
        key="unit.functions", scope="boernehave", value=["guide", "log"], valid_from=clock.today(), why="Prøve"
    )
    client = as_person(house.mette)
    assert {client.get(page).status_code for page in (NEW, "/noter/", note.address())} == {404}
    assert NEW not in client.get("/hjaelp/").content.decode()

"""The pages of agreements: who opens them, what they show, and that what is shown is recorded."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.test import Client

from vejviser.accounts.models import Person
from vejviser.agreements import actions
from vejviser.agreements.models import Agreement
from vejviser.agreements.tests.conftest import House
from vejviser.audit.models import LookChild
from vejviser.foundation.child_url import child_url

FRIDAY = date(2026, 3, 13)


@pytest.fixture
def agreement(house: House) -> Agreement:
    return make(house)


def make(house: House, **more: Any) -> Agreement:
    given = {"child": house.konrad, "what": "Vente ved lågen", "who": house.jens, "due": FRIDAY, **more}
    return actions.make_agreement(by=house.mette, source_kind="concern", source=uuid.uuid4(), **given)


def as_person(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


PAGES = ["agreement", "agreement_done", "agreement_new_date", "agreement_given_up", "agreement_outcome"]


@pytest.mark.parametrize("name", ["nadia", "ole", "henrik"])
@pytest.mark.parametrize("page", PAGES)
def test_without_the_right_there_is_no_page(house: House, agreement: Agreement, name: str, page: str) -> None:
    client = as_person(getattr(house, name))
    refused = client.get(agreement.address(page))
    assert refused.status_code == 404
    assert b"Konrad" not in refused.content
    assert client.get(child_url(house.konrad.ref, "aftaler")).status_code == 404
    assert not LookChild.objects.exists()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_why_offers_to_notify_and_records_the_look(house: House, agreement: Agreement, page: str) -> None:
    body = as_person(house.mette).get(agreement.address(page)).content.decode()
    assert 'class="vj-access"' in body
    assert 'href="/underretning/"' in body
    assert "Konrad" not in body.split("</title>")[0]
    look = LookChild.objects.get()
    assert (look.child, look.data_classes, look.relation) == (house.konrad.ref, "D1 D10", "INST")


def test_the_list_of_a_child_leads_with_the_next_step(house: House, agreement: Agreement) -> None:
    ended = make(house, what="Fast plads ved bordet")
    actions.drop_agreement(by=house.mette, agreement=ended, why="Ny stue")
    body = as_person(house.jens).get(child_url(house.konrad.ref, "aftaler")).content.decode()
    assert 'class="vj-next"' in body
    assert body.index("Vente ved lågen") < body.index("Fast plads ved bordet")


def test_done_is_saved_once_and_comes_back_to_the_agreement(house: House, agreement: Agreement) -> None:
    client = as_person(house.jens)
    answer = client.post(agreement.address("agreement_done"), {"version": 1, "outcome": "Det hjalp"})
    assert (answer.status_code, answer.headers["Location"]) == (302, agreement.address())
    agreement.refresh_from_db()
    assert (agreement.state, agreement.outcome) == ("done", "Det hjalp")
    assert client.post(agreement.address("agreement_done"), {"version": 2}).status_code == 422


def test_an_error_stands_at_its_field_and_the_text_is_kept(house: House, agreement: Agreement) -> None:
    client = as_person(house.jens)
    answer = client.post(agreement.address("agreement_new_date"), {"version": 1, "due": "9. marts 2026", "why": "Syg"})
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"due"}
    assert "Syg" in answer.content.decode()
    assert client.post(agreement.address("agreement_new_date"), {"version": 1, "due": "24. marts 2026", "why": "Syg"})
    agreement.refresh_from_db()
    assert agreement.by_when == date(2026, 3, 24)


def test_a_stale_form_gets_both_versions(house: House, agreement: Agreement) -> None:
    actions.replan_agreement(by=house.mette, agreement=agreement, due=date(2026, 3, 24), why="ferie")
    answer = as_person(house.jens).post(agreement.address("agreement_done"), {"version": 1, "outcome": "Gik fint i går"})
    assert answer.status_code == 409
    assert "Gik fint i går" in answer.content.decode()


def test_a_room_s_agreement_shows_no_child(house: House) -> None:
    made = make(house, child=None, group=house.room, who="os alle")
    body = as_person(house.mette).get(made.address()).content.decode()
    assert "Solsikkerne" in body
    assert not LookChild.objects.exists()
    assert as_person(house.nadia).get(made.address()).status_code == 404


def test_a_date_moved_meanwhile_is_shown_beside_ones_own_words(house: House, agreement: Agreement) -> None:
    seen = agreement.version
    actions.replan_agreement(by=house.jens, agreement=agreement, due=date(2026, 3, 20), why="Kursus")
    posted = {"version": seen, "due": "25. marts 2026", "why": "Efter samtalen med far"}
    answer = as_person(house.mette).post(agreement.address("agreement_new_date"), posted)
    body = answer.content.decode()
    assert answer.status_code == 409
    assert "20. marts 2026" in body
    assert "25. marts 2026" in body
    assert "Efter samtalen med far" in body
    assert LookChild.objects.get().child == house.konrad.ref

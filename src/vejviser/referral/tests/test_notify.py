"""The page of the underretning: for everybody who is signed in, about no child, with the duty before the form."""

from uuid import uuid4

import pytest
from django.test import Client

from vejviser.accounts.models import Person
from vejviser.foundation.next_steps import forwards
from vejviser.referral.texts import FORM, GROUNDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def mette(client: Client) -> Client:
    Person.objects.create(first_name="Mette", last_name="Lindqvist", source_id="emp-mette")
    client.post("/demo/", {"person": "mette"})
    return client


def test_a_visitor_signs_in_first_and_comes_back(client: Client) -> None:
    assert client.get("/underretning/").headers["Location"] == "/log-ind/?next=/underretning/"


def test_the_duty_and_the_numbers_stand_before_the_form(mette: Client) -> None:
    body = mette.get("/underretning/").content.decode()

    assert body.index("Kan barnet have behov for særlig støtte?") < body.index("Blanket: underretning om et barn")
    assert 'href="tel:112"' in body
    assert "Tal ikke med forældrene først" in body


def test_the_form_asks_what_a_notification_holds_and_has_nowhere_to_type(mette: Client) -> None:
    body = mette.get("/underretning/").content.decode()

    for part in FORM:
        assert str(part.heading) in body
    assert len(GROUNDS) == 4
    form = body[body.index('id="blanket"') : body.index("</main>")]
    assert "<input" not in form
    assert "<textarea" not in form


def test_the_page_only_reads(mette: Client) -> None:
    assert mette.post("/underretning/").status_code == 405


def test_the_button_on_a_childs_page_leads_to_an_address_without_the_child() -> None:
    child = uuid4()

    assert forwards["underretning"].address(child) == "/underretning/"

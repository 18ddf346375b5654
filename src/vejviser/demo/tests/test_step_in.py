"""Stepping in as one of the cast."""

import pytest
from django.test import Client
from pytest_django import Settings

from vejviser.accounts.models import Person
from vejviser.demo.cast import CAST, START, member

pytestmark = pytest.mark.django_db


def hire(key: str, **more: object) -> Person:
    chosen = member(key)
    assert chosen
    first, last = chosen.name.split(" ", 1)
    return Person.objects.create(first_name=first, last_name=last, source_id=chosen.source_id, **more)


def test_the_page_offers_who_exists_and_one_start(client: Client) -> None:
    hire("mette")
    page = client.get("/demo/").content.decode()
    assert page.count('value="mette"') == 2
    assert 'value="nadia"' not in page
    assert "Nadia Riber" in page


def test_stepping_in_opens_the_start_page(client: Client) -> None:
    hire("mette")
    assert client.post("/demo/", {"person": "mette"}).headers["Location"] == "/overblik/"
    assert client.get("/til-stede/").status_code == 204


def test_stepping_in_as_another_leaves_nothing_of_the_first(client: Client) -> None:
    hire("mette"), hire("nadia")
    client.post("/demo/", {"person": "mette"})
    before = client.session.session_key
    client.session["kept"] = 1
    client.post("/demo/", {"person": "nadia"})
    assert client.session.session_key != before
    assert "kept" not in client.session


@pytest.mark.parametrize("key", ["ole", "camilla", "nobody", "", "mette' --"])
def test_nobody_steps_in_as_a_stranger_the_family_or_one_who_is_gone(client: Client, key: str) -> None:
    hire("ole", is_active=False)
    Person.objects.create(first_name="Camilla", last_name="V", source_id="emp-camilla")
    assert client.post("/demo/", {"person": key}).status_code == 404
    assert client.get("/til-stede/").status_code == 401


def test_production_has_no_demo_even_for_a_session_from_one(client: Client, settings: Settings) -> None:
    hire("mette")
    client.post("/demo/", {"person": "mette"})
    settings.DEMO_MODE = False
    assert client.get("/demo/").status_code == 404
    assert client.get("/til-stede/").status_code == 401


def test_every_key_is_one_person_in_one_of_five_groups() -> None:
    keys = [one.key for company in CAST for one in company.members]
    assert len(CAST) == 5
    assert len(keys) == len(set(keys))
    assert START in keys

"""Signing in and out, and what a session that ran out leaves behind."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from vejviser.accounts.models import Person
from vejviser.foundation import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def mette() -> Person:
    return Person.objects.create(first_name="Mette", last_name="Lindqvist", source_id="emp-mette")


def signed_in(person: Person) -> Client:
    client = Client()
    client.post("/demo/", {"person": person.source_id.removeprefix("emp-")})
    return client


def test_the_sign_in_page_leads_to_the_cast_and_keeps_the_way_back(client: Client) -> None:
    page = client.get("/log-ind/", {"next": "/overblik/"}).content.decode()
    assert "/demo/?next=" in page
    assert "overblik" in page


def test_production_has_no_way_in(client: Client, settings: Settings) -> None:
    settings.DEMO_MODE = False
    assert "/demo/" not in client.get("/log-ind/").content.decode()
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/", {"person": "mette"}).status_code == 404


@pytest.mark.parametrize("foreign", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_another_site_is_no_way_back(mette: Person, foreign: str) -> None:
    client = Client()
    answer = client.post("/demo/", {"person": "mette", "next": foreign})
    assert answer.headers["Location"] == "/overblik/"
    assert client.get("/log-ind/", {"next": foreign}).headers["Location"] == "/overblik/"


def test_signing_out_empties_the_cache_and_the_session(mette: Person) -> None:
    client = signed_in(mette)
    assert client.get("/til-stede/").status_code == 204
    answer = client.post("/log-ud/")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert client.get("/til-stede/").status_code == 401


def test_a_link_does_not_sign_anybody_out(mette: Person) -> None:
    client = signed_in(mette)
    assert client.get("/log-ud/").status_code == 200
    assert client.get("/til-stede/").status_code == 204


def test_no_page_of_a_person_is_kept_by_the_browser(mette: Person) -> None:
    assert signed_in(mette).get("/log-ud/").headers["Cache-Control"] == "no-store"


def test_after_thirty_idle_minutes_the_person_is_told_and_comes_back_to_the_page(mette: Person) -> None:
    client = signed_in(mette)
    with clock.frozen(clock.now() + timedelta(minutes=30)):
        away = client.get("/overblik/")
        assert away.headers["Location"] == "/log-ind/?next=/overblik/"
        assert "30 min" in client.get(away.headers["Location"]).content.decode()
        assert "30 min" not in client.get("/log-ind/").content.decode()
        assert client.post("/demo/", {"person": "mette", "next": "/overblik/"}).headers["Location"] == "/overblik/"


def test_twenty_nine_idle_minutes_change_nothing(mette: Person) -> None:
    client = signed_in(mette)
    with clock.frozen(clock.now() + timedelta(minutes=29)):
        assert client.get("/til-stede/").status_code == 204


def test_ten_hours_are_the_longest_even_without_a_pause(mette: Person) -> None:
    client = signed_in(mette)
    start = clock.now()
    for minutes in range(20, 600, 20):
        with clock.frozen(start + timedelta(minutes=minutes)):
            assert client.get("/til-stede/").status_code == 204
    with clock.frozen(start + timedelta(hours=10)):
        assert client.get("/til-stede/").status_code == 401

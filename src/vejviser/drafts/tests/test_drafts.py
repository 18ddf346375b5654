"""A draft is kept for its author alone, for 14 days, and never readable in the database."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client

from vejviser.accounts.models import Person
from vejviser.drafts.actions import discard, save
from vejviser.drafts.jobs import purge_old
from vejviser.drafts.models import Draft
from vejviser.drafts.queries import load
from vejviser.drafts.rules import LONGEST
from vejviser.foundation import clock

pytestmark = pytest.mark.django_db
ALMA = uuid.UUID("7d3c9a52-5f6e-4a5e-9a7a-1f5a4a6b7c8d")
ADDRESS = f"/kladde/concern/{ALMA}/"
HTMX = {"HX-Request": "true"}


def person(name: str) -> Person:
    return Person.objects.create(first_name=name, last_name="Test", source_id=name)


@pytest.fixture
def mette() -> Person:
    return person("Mette")


@pytest.fixture
def page(mette: Person) -> Client:
    client = Client()
    client.force_login(mette)
    return client


def written(author: Person, form: str = "concern", about: uuid.UUID = ALMA) -> str | None:
    kept = load(author, form, about)
    return kept.fields.getlist("text")[0] if kept else None


def test_what_is_typed_is_kept_and_the_page_says_when(page: Client, mette: Person) -> None:
    answer = page.post(ADDRESS, {"text": "Sad alene", "signs": ["a", "b"], "csrfmiddlewaretoken": "x"}, headers=HTMX)
    assert "Kladde gemt kl. 10.00" in answer.content.decode()
    kept = load(mette, "concern", ALMA)
    assert kept is not None
    assert dict(kept.fields.lists()) == {"text": ["Sad alene"], "signs": ["a", "b"]}
    assert "Kladde gemt kl. 10.00" in page.get(ADDRESS).content.decode()


def test_the_next_text_takes_the_place_of_the_one_before(mette: Person) -> None:
    for text in ("Sad", "Sad alene"):
        save(by=mette, form="concern", object_ref=ALMA, fields={"text": [text]})
    assert written(mette) == "Sad alene"
    assert Draft.objects.get().version == 2


def test_nobody_else_and_no_other_form_or_object_gets_it(page: Client, mette: Person) -> None:
    jens = person("Jens")
    save(by=mette, form="concern", object_ref=ALMA, fields={"text": ["Sad alene"]})
    save(by=jens, form="concern", object_ref=ALMA, fields={"text": ["Legede"]})
    assert (written(mette), written(jens)) == ("Sad alene", "Legede")
    assert written(mette, form="note") is None
    assert written(mette, about=uuid.uuid4()) is None
    discard(by=mette, form="concern", object_ref=ALMA)
    assert (written(mette), written(jens)) == (None, "Legede")


def test_the_database_holds_no_readable_word(mette: Person) -> None:
    save(by=mette, form="concern", object_ref=ALMA, fields={"text": ["Sad alene"]})
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM drafts_draft")
        assert "Sad" not in cursor.fetchone()[0]


def test_a_draft_lives_for_fourteen_days_after_the_last_touch(mette: Person) -> None:
    save(by=mette, form="concern", object_ref=ALMA, fields={"text": ["Sad"]})
    with clock.frozen(clock.now() + timedelta(days=14)):
        assert written(mette) == "Sad"
        assert purge_old() == "0 kladder slettet"
    with clock.frozen(clock.now() + timedelta(days=14, seconds=1)):
        assert written(mette) is None
        assert purge_old() == "1 kladde slettet"
    assert not Draft.objects.exists()


def test_too_long_a_text_is_refused_and_the_draft_before_stays(page: Client, mette: Person) -> None:
    save(by=mette, form="concern", object_ref=ALMA, fields={"text": ["Sad"]})
    answer = page.post(ADDRESS, {"text": "x" * LONGEST}, headers=HTMX)
    assert answer.status_code == 422
    assert "Ikke gemt" in answer.content.decode()
    assert written(mette) == "Sad"


def test_after_the_sign_in_has_ended_the_page_keeps_its_text() -> None:
    assert Client().post(ADDRESS, {"text": "Sad"}, headers=HTMX).status_code == 401
    assert not Draft.objects.exists()


def test_another_sites_form_is_refused(mette: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(mette)
    assert client.post(ADDRESS, {"text": "Sad"}, headers=HTMX).status_code == 403
    assert not Draft.objects.exists()


@pytest.mark.parametrize(("about", "ref"), [(ALMA, ALMA), (None, uuid.UUID(int=0))])
def test_a_form_gets_its_address_from_the_include(about: uuid.UUID | None, ref: uuid.UUID) -> None:
    attributes = render_to_string("drafts/_autosave.html", {"code": "concern", "object": about})
    assert f'hx-post="/kladde/concern/{ref}/"' in attributes

"""The pages of consent: who may come, what they show, and what a form does."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from vejviser.access.consent_family import languages
from vejviser.access.consent_queries import current_lines
from vejviser.access.consent_rules import LANGUAGES
from vejviser.access.models import Consent
from vejviser.access.permissions import see
from vejviser.access.tests.family import Family
from vejviser.accounts.models import Person
from vejviser.audit.models import LookChild
from vejviser.children.models import Child
from vejviser.foundation.child_url import child_url
from vejviser.organisation.models import Employment

pytestmark = pytest.mark.django_db


@pytest.fixture
def family() -> Family:
    return Family()


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def mette(family: Family) -> Client:
    return client_of(family.mette.person)


def page(family: Family, consent: Consent | None = None, more: str = "") -> str:
    address = child_url(family.alma.ref, "samtykke")
    return f"{address}{consent.ref}/{more}" if consent else f"{address}{more}"


def asked(family: Family, **changes: object) -> dict[str, object]:
    person = family.line.person
    return {
        "purpose": "advice",
        "why": "Vi vil gerne have råd om Almas morgener.",
        "receiver": f"{family.ppr.ref}:ppr_psykolog:{person.ref}",
        "data_classes": ["D1", "D10"],
        "closes": "4. september 2026",
        "language": "ar",
        **changes,
    }


def test_ask_note_both_answers_and_it_shares(family: Family, mette: Client) -> None:
    assert mette.get(page(family, more="ny/")).status_code == 200
    assert mette.post(page(family, more="ny/"), asked(family)).status_code == 302
    consent = Consent.objects.get()
    assert (consent.receiver_person, consent.closes) == (family.line.person, date(2026, 9, 4))
    for number, signer in enumerate(consent.signers.all(), 1):
        answer = page(family, consent, f"svar/{signer.ref}/")
        assert mette.get(answer).status_code == 200
        said = {"answer": "yes", "form": "spoken", "note": "Ja", "day": "9. marts 2026", "version": signer.version}
        assert mette.post(answer, said).status_code == 302
        words = "1 af 2 · deler ikke endnu" if number == 1 else "2 af 2 · deler til og med 4. september"
        assert words in mette.get(page(family, consent)).content.decode()


def test_the_family_reads_it_in_its_own_language(family: Family, mette: Client) -> None:
    consent = family.ask(language="ar")
    text = mette.get(page(family, consent)).content.decode()
    assert languages()["ar"].both in text
    assert 'lang="ar" dir="rtl"' in text
    assert set(languages()) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"why": ""}, "felt"),
        ({"closes": "9. marts 2026"}, "Skriv en dato efter i dag"),
        ({"closes": "11. marts 2027"}, "højst 12 måneder"),
        ({"purpose": "log_part"}, "Vælg alle fire"),
        ({"receiver": f"{uuid4()}::"}, "gyldig"),
    ],
)
def test_a_question_that_says_too_little_keeps_what_was_written(
    family: Family, mette: Client, changes: dict[str, object], said: str
) -> None:
    answer = mette.post(page(family, more="ny/"), asked(family, **changes))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert "4. september 2026" in text or "closes" in changes
    assert not Consent.objects.exists()


@pytest.mark.parametrize("name", ["nadia", "henrik", "line"])
def test_near_misses_get_the_same_404_as_an_unknown_child(family: Family, name: str) -> None:
    consent = family.ask()
    other: Employment = getattr(family, name)
    client = client_of(other.person)
    unknown = client.get(child_url(uuid4(), "samtykke"))
    for more in ("", "ny/", f"{consent.ref}/", f"{consent.ref}/traek/"):
        answer = client.get(page(family, more=more))
        assert (answer.status_code, answer.content) == (404, unknown.content)


def test_a_consent_of_another_child_is_unknown_here(family: Family, mette: Client) -> None:
    consent = family.ask()
    konrad = Child.objects.create(first_name="Konrad", last_name="Brandt", birth_date=date(2021, 1, 1), source_id="k")
    enrolled = family.alma.enrolments.get()
    enrolled.pk, enrolled.ref, enrolled.child, enrolled.source_id = None, uuid4(), konrad, "e2"
    enrolled.save()
    assert mette.get(child_url(konrad.ref, "samtykke")).status_code == 200
    assert mette.get(child_url(konrad.ref, f"samtykke/{consent.ref}")).status_code == 404


def test_an_old_page_does_not_overwrite(family: Family, mette: Client) -> None:
    consent = family.ask()
    signer = consent.signers.get(guardian=family.camilla)
    family.says(family.camilla, "yes", consent)
    said = {"answer": "no", "form": "paper", "day": "10. marts 2026", "version": 1}
    assert mette.post(page(family, consent, f"svar/{signer.ref}/"), said).status_code == 409
    signer.refresh_from_db()
    assert signer.answer == "yes"


def test_taking_back_and_changing(family: Family, mette: Client) -> None:
    consent = family.ask()
    changed = asked(family, why="Om skolestart", version=consent.version)
    assert mette.post(page(family, consent), changed).status_code == 302
    consent.refresh_from_db()
    new = consent.replaced_by
    assert new is not None
    assert "Se det nye spørgsmål" in mette.get(page(family, consent)).content.decode()
    assert mette.post(page(family, new, "traek/"), {"version": new.version}).status_code == 302
    assert Consent.objects.get(pk=new.pk).state == "withdrawn"


def test_every_look_is_recorded(family: Family, mette: Client) -> None:
    consent = family.given()
    for address in (page(family), page(family, consent), page(family, more="ny/")):
        mette.get(address)
    looks = LookChild.objects.filter(child=family.alma.ref)
    assert set(looks.values_list("data_classes", "relation", "basis")) == {("D1 D11", "INST", "own_task")}
    assert len(looks) == 3


def test_no_address_or_title_names_the_child(family: Family, mette: Client) -> None:
    text = mette.get(page(family, family.ask())).content.decode()
    title = text[text.index("<title>") : text.index("</title>")]
    assert "Alma" not in title
    assert "Alma" in text


def test_the_card_says_in_one_statement_what_is_asked_and_what_shares(
    family: Family, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    family.given()
    family.says(family.camilla, "yes", family.ask(purpose="meeting"))
    family.says(family.camilla, "no", family.ask(purpose="intervention"))
    sight = see(family.mette.person, family.alma.ref)
    with django_assert_num_queries(1):
        lines = current_lines(sight)
    assert [(line.purpose, line.shares, line.given, line.needed) for line in lines] == [
        ("advice", True, 2, 2),
        ("meeting", False, 1, 2),
    ]
    family.parent("Ida")
    assert not any(line.shares for line in current_lines(sight))

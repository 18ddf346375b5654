"""The guide's pages: open without login, kept in the address alone, and never an error for nonsense."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.guide import queries
from vejviser.guide.actions import import_content
from vejviser.guide.tests.shipped import CONTENT
from vejviser.organisation.models import Employment, Setting, Unit

pytestmark = pytest.mark.django_db
ANSWER = "/vejviser/?alder=3-5&tegn=b_leg&tegn=b_farvel&niveau=3"
PAGES = (
    "/vejviser/", ANSWER, "/vejviser/?alder=15-17&niveau=5&sted=klub_fritid", "/vejviser/?niveau=5",
    "/vejviser/udskriv/?alder=3-5&niveau=3", "/vejviser/tegn/", "/vejviser/tegn/?alder=10-14", "/vejviser/lineal/?alder=0-2",
    "/vejviser/samtale/", "/vejviser/samtale/samtale_barnet/", "/vejviser/dele/", "/vejviser/vold/", "/vejviser/underret/",
    "/vejviser/forloeb/", "/vejviser/faelles/", "/vejviser/soeg/", "/vejviser/soeg/?q=tisser+i+bukserne",
)  # fmt: skip
NONSENSE = (
    "?alder=99&niveau=0&tegn=x&sted=y", "?alder=&niveau=&tegn=", "?niveau=3.5", "?niveau=-1&alder=3-5", "?niveau=%C2%B3",
    "?alder=%00&tegn=%00", "?alder=3-5&alder=6-9", "?tegn=b_leg", "?" + "tegn=b_leg&" * 200, "?alder=%FF%FE",
    "?q=" + "%F0%9F%90%B8" * 40,
    "?q=%00", "?q=" + "a" * 3000, "?q='%20OR%201=1--", "?q=%3Cscript%3Ealert(1)%3C/script%3E", "?[]=&&&==", "?q=9999%20%C3%A5r",
)  # fmt: skip


def _body(client: Client, path: str, **headers: Any) -> str:
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def taken_in() -> None:
    import_content(CONTENT)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_open_keeps_nothing_and_says_that_it_is_an_example(client: Client, taken_in: None, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies
    assert "Eksempel, ikke valideret" in response.content.decode()


@pytest.mark.parametrize("query", NONSENSE)
@pytest.mark.parametrize("page", ["", "udskriv/", "tegn/", "lineal/", "soeg/"])
def test_nonsense_in_the_address_is_answered_as_if_it_were_not_there(client: Client, page: str, query: str) -> None:
    assert client.get(f"/vejviser/{page}{query}").status_code == 200


def test_what_is_searched_for_is_shown_as_text(client: Client) -> None:
    body = _body(client, "/vejviser/soeg/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")

    assert "<script>alert" not in body


@pytest.mark.parametrize("key", ["unknown", "samtale-tolk"])
def test_a_talk_guide_that_is_not_there_is_the_404(client: Client, key: str) -> None:
    assert client.get(f"/vejviser/samtale/{key}/").status_code == 404


def test_the_answer_has_step_owner_deadline_talk_guide_and_law(client: Client, taken_in: None) -> None:
    body = _body(client, ANSWER)

    assert "Niveau 3: Bekymring" in body
    assert "Tal med forældrene om det, du ser" in body
    assert "Pædagog, sammen med forældre" in body
    assert "Inden 5 hverdage" in body
    assert 'href="/vejviser/samtale/samtale_foerste/"' in body
    assert "Barnets lov, § 30" in body
    assert "Kilde læst 22. november 2026" in body


def test_a_missing_paragraph_and_an_unread_source_are_shown_as_such(client: Client, taken_in: None) -> None:
    body = _body(client, "/vejviser/dele/")

    assert "Paragraffen mangler: en jurist skal udfylde den" in body
    assert "Ikke efterprøvet" in body


@pytest.mark.parametrize(
    ("level", "asked", "first"), [(1, 0, False), (2, 0, False), (3, 1, False), (4, 1, False), (5, 1, True)]
)
def test_the_duty_is_asked_on_levels_3_to_5_and_stands_before_the_answer_on_5(
    client: Client, level: int, asked: int, first: bool
) -> None:
    body = _body(client, f"/vejviser/?alder=3-5&niveau={level}")

    assert body.count("Kan barnet have behov for særlig støtte?") == asked
    assert ("Handl i dag" in body) == first
    if first:
        assert body.index("Handl i dag") < body.index("Niveau 5: Alvorlig bekymring")
        assert 'href="tel:112"' in body


def test_level_5_says_what_to_do_before_the_age_is_known(client: Client) -> None:
    body = _body(client, "/vejviser/?niveau=5")

    assert "Handl i dag" in body
    assert "Vælg også barnets alder" in body


def test_signs_choose_no_level(client: Client) -> None:
    body = _body(client, "/vejviser/?alder=10-14&tegn=m_doed&tegn=m_skade")

    assert 'name="niveau" value="5" checked' not in body
    assert not re.search(r'name="niveau"[^>]*checked', body)


def test_chosen_codes_come_back_checked_and_the_page_offers_them_to_print(client: Client) -> None:
    body = _body(client, ANSWER)

    assert re.search(r'value="b_leg"[^>]*checked', body)
    assert re.search(r'name="niveau" value="3"[^>]*checked', body)
    assert 'formaction="/vejviser/udskriv/"' in body
    assert "Før samtalen" in _body(client, ANSWER.replace("/vejviser/", "/vejviser/udskriv/"))


def test_htmx_gets_the_part_that_the_page_includes(client: Client) -> None:
    part = _body(client, ANSWER, HX_Request="true")

    assert "<html" not in part
    assert 'id="svar"' in part
    assert part.strip() in _body(client, ANSWER)


def test_a_visitor_may_choose_whose_steps_to_read(client: Client) -> None:
    assert "klasselærer" in _body(client, "/vejviser/?alder=3-5&niveau=3&sted=skole_sfo").lower()


def test_a_signed_in_person_reads_the_column_of_their_own_unit(client: Client) -> None:
    person = Person.objects.create(first_name="Karin", last_name="Storm", source_id="karin")
    unit = Unit.objects.create(name="Sundhedsplejen", kind="sundhedspleje", opens=clock.today(), source_id="sp")
    Employment.objects.create(person=person, unit=unit, role="sundhedsplejerske", opens=clock.today(), source_id="e")

    assert queries.usual_sector(person) == "sundhedspleje"


def test_the_municipality_may_name_the_levels_and_word_the_question(client: Client) -> None:
    today = clock.today()
    Setting.objects.create(key="guide.level_names", value=["", "", "Undren"], valid_from=today)
    Setting.objects.create(key="guide.duty_question", value="Skal du underrette?", valid_from=today)

    body = _body(client, "/vejviser/?alder=3-5&niveau=3")

    assert "Niveau 3: Undren" in body
    assert "4 Tydelig bekymring" in body
    assert "Skal du underrette?" in body


def test_the_search_leads_to_the_sign_with_its_age(client: Client) -> None:
    body = _body(client, "/vejviser/soeg/?q=tissr+i+buksrne")

    assert 'href="/vejviser/tegn/?alder=3-5#b_toilet"' in body
    assert 'id="b_toilet"' in _body(client, "/vejviser/tegn/?alder=3-5")


def test_every_hit_leads_to_a_page_with_its_place(client: Client) -> None:
    for question in (
        "underrette",
        "vold",
        "niveau bekymring",
        "fravær",
        "fra undren til hjælp",
        "tolk",
        "hverdag",
        "ringe 112",
    ):
        for address in set(re.findall(r'<a class="vj-row" href="([^"]+)"', _body(client, f"/vejviser/soeg/?q={question}"))):
            path, _, place = address.replace("&amp;", "&").partition("#")
            assert not place or f'id="{place}"' in _body(client, path), address


def test_the_guide_is_read_in_english_too(client: Client) -> None:
    client.cookies["vejviser_language"] = "en"

    body = _body(client, ANSWER)

    assert "Level 3: Concern" in body
    assert "Within 5 working days" in body
    assert "Example, not validated" in body


def test_offers_are_kept_and_not_shown_before_there_is_a_catalogue(client: Client) -> None:
    sheet = queries.sheet(AnonymousUser(), band="3-5", signs=(), level="3", sector="")

    assert sheet.answer is not None
    assert "legegruppe" in sheet.answer.offers
    assert "legegruppe" not in _body(client, "/vejviser/?alder=3-5&niveau=3")


def test_the_answer_costs_few_statements(client: Client, taken_in: None, django_assert_max_num_queries: Any) -> None:
    client.get(ANSWER)

    with django_assert_max_num_queries(4):
        client.get(ANSWER)

"""The pages that stand for a no, and the languages."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from vejviser.foundation.looks import Shown, seen, show
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.ui import texts
from vejviser.ui.middleware import AnswersMiddleware

Person = get_user_model()
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_menu")]
MIDDLEWARE = AnswersMiddleware(lambda request: HttpResponse())


def answer(request: HttpRequest, exception: Exception) -> HttpResponse:
    response = MIDDLEWARE.process_exception(request, exception)
    assert response is not None
    return response


def test_unknown_and_forbidden_are_the_same_bytes(client: Client) -> None:
    unknown = client.get("/boern/der-findes-ikke/")
    forbidden = answer(RequestFactory().get("/boern/en-anden/"), NotVisible("see_child"))
    assert unknown.status_code == forbidden.status_code == 404
    assert unknown.content == forbidden.content


def test_the_404_has_no_form_token_or_address(client: Client) -> None:
    body = client.get("/boern/3fa85f64/").content.decode()
    assert "<form" not in body
    assert "csrf" not in body
    assert "3fa85f64" not in body
    assert [f'href="{way}"' in body for way in ("/overblik/", "/vejviser/", "/hjaelp/#adgang")] == [True] * 3


def test_a_refused_request_has_shown_nobody_and_is_recorded() -> None:
    request = RequestFactory().get("/")
    person = Person(first_name="Alma", last_name="V")
    show(request, [Shown(person.ref, ("D1",), "INST", "own_task")])
    answer(request, NotVisible("see_child"))
    assert not seen(request).shown
    assert seen(request).refused


def test_a_broken_rule_is_said_and_the_text_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_sentences", {"closed": "The round is closed."})
    request = RequestFactory().post("/runder/1/", {"text": "Sat <alone> today", "choice": "a"})
    response = answer(request, RuleBroken("closed"))
    body = response.content.decode()
    assert response.status_code == 422
    assert "The round is closed." in body
    assert "Sat &lt;alone&gt; today" in body
    assert 'href="/runder/1/"' in body


def test_a_lost_update_shows_both_versions_and_can_be_sent_again() -> None:
    theirs = Person(first_name="Karin", last_name="Storm", version=4)
    request = RequestFactory().post("/x/", {"first_name": "Karina", "last_name": "Storm", "version": "3"})
    response = answer(request, Conflict(theirs))
    body = response.content.decode()
    assert response.status_code == 409
    assert ">Karin<" in body
    assert ">Karina<" in body
    assert body.count("Storm") == 1
    assert '<input type="hidden" name="version" value="4">' in body
    assert '<input type="hidden" name="first_name" value="Karina">' in body


def test_a_lost_update_about_a_child_shows_nothing_without_a_recorded_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Person, "child_ref", "ref")
    request = RequestFactory().post("/x/", {"first_name": "Karina"})
    body = answer(request, Conflict(Person(first_name="Karin"))).content.decode()
    assert ">Karina<" in body
    assert ">Karin<" not in body
    assert 'name="version"' not in body


@pytest.mark.parametrize(
    "refuse",
    [
        lambda request: answer(request, NotVisible("x")),
        lambda request: answer(request, Conflict(Person())),
    ],
)
def test_htmx_is_told_to_put_the_answer_in_place_of_the_page(refuse: Callable[[HttpRequest], HttpResponse]) -> None:
    response = refuse(RequestFactory().post("/x/", headers={"HX-Request": "true"}))
    assert response["HX-Retarget"] == response["HX-Reselect"] == "#main-content"


def test_an_unexpected_error_is_left_to_the_error_page() -> None:
    assert MIDDLEWARE.process_exception(RequestFactory().get("/"), ZeroDivisionError()) is None


def test_danish_is_spoken_whatever_the_browser_prefers(client: Client) -> None:
    response = client.get("/hjaelp/", headers={"Accept-Language": "en"})
    assert response["Content-Language"] == "da"
    assert '<html lang="da">' in response.content.decode()


def test_a_chosen_language_is_remembered_and_leads_back(client: Client) -> None:
    response = client.get("/sprog/en/", {"next": "/vejviser/?alder=3-5"})
    assert response.headers["Location"] == "/vejviser/?alder=3-5"
    assert client.get("/hjaelp/")["Content-Language"] == "en"


@pytest.mark.parametrize("path", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\\evil.example"])
def test_the_language_link_never_leads_out_of_the_house(client: Client, path: str) -> None:
    assert client.get("/sprog/da/", {"next": path}).headers["Location"] == "/"


def test_there_are_only_two_languages(client: Client) -> None:
    assert client.get("/sprog/fr/").status_code == 404
    client.cookies["vejviser_language"] = "fr"
    assert client.get("/hjaelp/")["Content-Language"] == "da"


@pytest.mark.parametrize("path", ["/hjaelp/", "/privatliv/", "/tilgaengelighed/"])
def test_pages_of_the_house_are_open_to_everybody(client: Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert 'href="/log-ind/"' in page.content.decode()


def test_health_answers_without_a_session(client: Client) -> None:
    response = client.get("/sundhed/")
    assert (response.status_code, response.content) == (200, b"ok")
    assert not response.cookies


def test_presence_needs_a_sign_in(client: Client) -> None:
    assert client.get("/til-stede/").status_code == 401

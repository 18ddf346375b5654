"""The pages of a log: who may come, what they show, and what a form does."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from vejviser.access.permissions import see
from vejviser.accounts.models import Person
from vejviser.audit.models import LookChild
from vejviser.drafts.actions import save as keep_draft
from vejviser.foundation import clock
from vejviser.foundation.child_url import child_url
from vejviser.organisation.models import Employment
from vejviser.relaylog.actions import Ending, close_log
from vejviser.relaylog.card_queries import card
from vejviser.relaylog.models import Entry, Handover, LevelView, Log
from vejviser.relaylog.tests.log_family import LogFamily
from vejviser.relaylog.voice_actions import agree_level, say_level

pytestmark = pytest.mark.django_db


@pytest.fixture
def alma() -> LogFamily:
    return LogFamily().open()


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def mette(alma: LogFamily) -> Client:
    return client_of(alma.mette.person)


def page(alma: LogFamily, more: str = "") -> str:
    return child_url(alma.alma.ref, f"stafetlog/{more}".rstrip("/"))


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_open_a_log_in_the_browser() -> None:
    family = LogFamily()
    client = client_of(family.mette.person)
    assert "Spørg familien først" in text(client, page(family, "aabn"))
    family.both_yes(family.ask_for_log())
    given = {"next_on": "17. marts 2026", "next_what": "Gode morgener?"}
    assert client.post(page(family, "aabn"), {**given, "next_on": "9. marts 2026"}).status_code == 422
    assert client.post(page(family, "aabn"), given).headers["Location"] == page(family)
    assert "Gode morgener?" in text(client, page(family))
    assert client.get(page(family, "aabn")).status_code == 302


def test_the_page_shows_what_everybody_said_on_which_basis(alma: LogFamily, mette: Client) -> None:
    alma.let_in(alma.jens)
    alma.let_line_in()
    alma.writes(alma.mette, "Græder ved aflevering")
    alma.writes(alma.line, "Bygger med Ingrid", kind="works")
    say_level(by=alma.line.person, log=alma.log, voice=alma.place(alma.line).ref, level=4, words="Holder meget tilbage")
    camilla = alma.voice("guardian", "Camilla").ref
    say_level(by=alma.mette.person, log=alma.log, voice=camilla, level=2, words="Glad derhjemme")
    agree_level(by=alma.mette.person, log=alma.log, level=3, reason="Vi så det samme", names="Mette, Camilla")
    shown = text(mette, page(alma))
    for words in (
        "Mette Test har stafetten", "Græder ved aflevering", "Bygger med Ingrid", "fra 2 til 4", "Vi så det samme",
        "Egen opgave", "Egen ret", "Samtykke i dag", "Rasmus", "Gode morgener?",
    ):  # fmt: skip
        assert words in shown, words
    assert set(re.findall(r'data-dc="(\w+)"', shown)) == {"D1", "D5", "D10"}


def test_who_may_not_ask_the_family_is_not_sent_there(alma: LogFamily, mette: Client) -> None:
    alma.let_line_in()
    ask = child_url(alma.alma.ref, "samtykke/ny")
    assert ask in text(mette, page(alma))
    assert ask not in text(client_of(alma.line.person), page(alma))


def test_a_leader_sees_the_baton_and_the_date_and_no_words(alma: LogFamily) -> None:
    alma.writes(alma.mette, "Græder ved aflevering")
    shown = text(client_of(alma.henrik.person), page(alma))
    assert "Mette Test har stafetten" in shown
    assert "Græder" not in shown
    assert "Gode morgener" not in shown


EVERY = ("", "dato", "aftale", "afslut", "afslut/svar", "bidrag", "niveau", "niveau/handling", "deltagere", "stafet")


@pytest.mark.parametrize("name", ["nadia", "jens", "line"])
def test_near_misses_get_the_404_of_an_unknown_child(alma: LogFamily, name: str) -> None:
    other: Employment = getattr(alma, name)
    client = client_of(other.person)
    unknown = client.get(child_url(uuid4(), "stafetlog"))
    for more in EVERY:
        answer = client.get(page(alma, more))
        assert (answer.status_code, answer.content) == (404, unknown.content), more


def test_a_leader_writes_nothing(alma: LogFamily) -> None:
    client = client_of(alma.henrik.person)
    for more in EVERY[1:]:
        assert client.get(page(alma, more)).status_code == 404, more


def test_a_former_holder_gets_the_404(alma: LogFamily, mette: Client) -> None:
    alma.leaves(alma.mette)
    assert mette.get(page(alma)).status_code == 404


def test_every_form_opens_and_the_look_is_recorded(alma: LogFamily, mette: Client) -> None:
    for more in (*EVERY, "deltagere/netvaerk"):
        text(mette, page(alma, more))
    classes = set(LookChild.objects.filter(child=alma.alma.ref).values_list("data_classes", flat=True))
    assert classes == {"D1 D10 D11 D5"}


def test_writing_a_line_twice_keeps_one_and_forgets_the_draft(alma: LogFamily, mette: Client) -> None:
    keep_draft(by=alma.mette.person, form="log", fields={"text": ["Halv sætning"]}, object_ref=alma.log.ref)
    assert "Halv sætning" in text(mette, page(alma))
    line = {"ref": uuid4(), "kind": "worry", "text": "Græder", "voice": alma.place(alma.mette).ref}
    for _again in range(2):
        assert mette.post(page(alma, "bidrag"), line).status_code == 302
    assert Entry.objects.get().text == "Græder"
    assert "Halv sætning" not in text(mette, page(alma))


def test_a_line_for_professionals_without_a_reason_keeps_the_text(alma: LogFamily, mette: Client) -> None:
    line = {
        "ref": uuid4(), "kind": "note", "text": "Afklares", "voice": alma.place(alma.mette).ref, "staff_only": "on",
    }  # fmt: skip
    answer = mette.post(page(alma, "bidrag"), line)
    assert answer.status_code == 422
    assert "Afklares" in answer.content.decode()
    assert not Entry.objects.exists()


def test_letting_the_family_read_has_its_own_page(alma: LogFamily, mette: Client) -> None:
    line = {
        "ref": uuid4(), "kind": "note", "text": "Afklares", "voice": alma.place(alma.mette).ref, "staff_only": "on",
        "reason": "PPR først", "until": "20. marts 2026",
    }  # fmt: skip
    assert mette.post(page(alma, "bidrag"), line).status_code == 302
    entry = Entry.objects.get()
    assert "Kun fagpersoner til og med 20. marts" in text(mette, page(alma))
    address = page(alma, f"bidrag/{entry.ref}/frigiv")
    text(mette, address)
    assert mette.post(address, {"version": entry.version, "until": "1. april 2026"}).status_code == 422
    later = {"version": entry.version, "reason": "PPR er syg", "until": "1. april 2026"}
    assert mette.post(address, later).status_code == 302
    assert mette.post(address, {"version": entry.version, "release": "1"}).status_code == 409
    assert mette.post(address, {"version": entry.version + 1, "release": "1"}).status_code == 302
    assert "Kun fagpersoner til" not in text(mette, page(alma))


def test_two_tabs_on_the_next_date_show_both(alma: LogFamily, mette: Client) -> None:
    first = {"next_on": "20. marts 2026", "next_what": "Ringe til Camilla", "version": alma.log.version}
    assert mette.post(page(alma, "dato"), first).status_code == 302
    answer = mette.post(page(alma, "dato"), {**first, "next_on": "21. marts 2026", "next_what": "Mødes i stuen"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Ringe til Camilla", "Mødes i stuen", "20. marts 2026", "21. marts 2026"):
        assert words in shown, words
    assert Log.objects.get().next_what == "Ringe til Camilla"


def test_two_corrections_of_one_line_show_both(alma: LogFamily, mette: Client) -> None:
    entry = alma.writes(alma.mette, "Græder hver dag")
    address = page(alma, f"bidrag/{entry.ref}/ret")
    assert mette.post(address, {"ref": uuid4(), "text": "Græder ofte"}).status_code == 302
    answer = mette.post(address, {"ref": uuid4(), "text": "Græder sjældent"})
    assert answer.status_code == 409
    assert "Græder ofte" in answer.content.decode()
    assert "Græder sjældent" in answer.content.decode()


def test_levels_agreements_people_and_another_view_by_form(alma: LogFamily, mette: Client) -> None:
    entry = alma.writes(alma.mette)
    child = alma.voice("child").ref
    posts: dict[str, dict[str, object]] = {
        "niveau": {"voice": child, "picture": "cloud_sun", "words": "Svært, når mor går"},
        "niveau/handling": {"level": 3, "reason": "Vi så det samme", "names": "Mette, Camilla"},
        "aftale": {"what": "Vente ved lågen", "owner": "other", "who": "Camilla", "due": "31. marts 2026"},
        "deltagere/netvaerk": {"name": "Birthe", "role": "mormor"},
        "deltagere": {"who": f"{alma.jens.ref}:own_task:"},
        f"bidrag/{entry.ref}/andet-syn": {"ref": uuid4(), "text": "Glad hos os", "voice": child},
    }
    for more, given in posts.items():
        assert mette.post(page(alma, more), given).status_code == 302, more
    shown = text(mette, page(alma))
    for words in ("Sky med lidt sol", "Vi så det samme", "Vente ved lågen", "Birthe", "Jens Test", "Glad hos os"):
        assert words in shown, words
    assert mette.post(page(alma, "niveau"), {"voice": child, "level": 3}).status_code == 422
    assert LevelView.objects.count() == 1


def test_seeing_somebody_out_has_its_own_page(alma: LogFamily, mette: Client) -> None:
    place = alma.let_in(alma.jens)
    address = page(alma, f"deltagere/{place.ref}/slut")
    assert "Jens Test er ikke længere med" in text(mette, address)
    assert alma.reads(alma.jens)
    assert mette.post(address).status_code == 302
    assert not alma.reads(alma.jens)


def test_handing_over_in_the_browser(alma: LogFamily, mette: Client) -> None:
    jens = client_of(alma.jens.person)
    assert mette.post(page(alma, "stafet"), {"receiver": alma.jens.ref}).status_code == 302
    offer = Handover.objects.get()
    address = page(alma, f"stafet/{offer.ref}")
    asked = text(jens, address)
    assert "Vil du tage stafetten?" in asked
    assert f'href="{page(alma)}"' not in asked
    assert "Stafetten er tilbudt" in text(mette, address)
    assert client_of(alma.nadia.person).get(address).status_code == 404
    assert jens.get(page(alma)).status_code == 404
    assert jens.post(address, {"event": "accept", "version": offer.version}).status_code == 302
    assert "Jens Test har stafetten" in text(jens, page(alma))
    assert mette.get(page(alma, "stafet")).status_code == 404


def test_the_log_ends_in_the_browser_and_is_still_read(alma: LogFamily, mette: Client) -> None:
    given = {"close_reason": "maal_naaet", "closing_text": "Gode morgener", "version": alma.log.version}
    assert mette.post(page(alma, "afslut"), given).status_code == 422
    for voice in (alma.voice("child"), alma.voice("guardian", "Camilla"), alma.place(alma.mette)):
        answer = {"voice": voice.ref, "declined": "on"}
        assert mette.post(page(alma, "afslut/svar"), answer).status_code == 302
    assert mette.post(page(alma, "afslut"), {**given, "text_seen": "on"}).status_code == 302
    shown = text(mette, page(alma))
    assert "Gode morgener" in shown
    assert "Gem bidrag" not in shown
    assert mette.get(page(alma, "bidrag")).status_code == 200
    assert mette.post(page(alma, "bidrag"), {"ref": uuid4(), "kind": "note", "text": "x"}).status_code == 422


def test_without_consent_the_holder_is_told_what_to_do(alma: LogFamily, mette: Client) -> None:
    alma.says(alma.camilla, "no", alma.consent)
    shown = text(mette, page(alma))
    assert "spørg igen, eller afslut loggen" in shown
    assert "Gem bidrag" not in shown


def test_no_title_or_address_names_the_child(alma: LogFamily, mette: Client) -> None:
    shown = text(mette, page(alma))
    assert "Alma" not in shown[shown.index("<title>") : shown.index("</title>")]
    assert "alma" not in page(alma).lower()


def test_the_card_on_the_childs_page_costs_two_statements(
    alma: LogFamily, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    say_level(by=alma.mette.person, log=alma.log, voice=alma.place(alma.mette).ref, level=3)
    agree_level(by=alma.mette.person, log=alma.log, level=3, reason="Vi så det samme", names="Mette")
    sight, other = see(alma.mette.person, alma.alma.ref), see(alma.jens.person, alma.alma.ref)
    with django_assert_num_queries(2):
        found = card(sight)
        assert card(sight) is found
    assert found is not None
    assert found.acted is not None
    assert (found.holder, found.acted.level, found.span) == ("Mette Test", 3, None)
    with django_assert_num_queries(0):
        assert card(other) is None


def test_the_card_prefers_the_open_log(alma: LogFamily) -> None:
    close_log(by=alma.mette.person, log=alma.log, seen=alma.log.version, ending=Ending("flyttet"))
    alma.open_again()
    found = card(see(alma.mette.person, alma.alma.ref))
    assert found is not None
    assert found.log.state == "open"
    assert found.log.opened_on == clock.today() == date(2026, 3, 10)


def test_the_page_costs_as_much_for_many_lines_as_for_few(alma: LogFamily, mette: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as caught:
            text(mette, page(alma))
        return len(caught)

    alma.writes(alma.mette)
    few = cost()
    for number in range(10):
        alma.writes(alma.mette, f"Linje {number}")
    assert cost() == few

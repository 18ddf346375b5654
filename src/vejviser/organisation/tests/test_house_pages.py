"""My house as its leader sees it, and as nobody else does."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from vejviser.foundation import clock
from vejviser.organisation.actions import set_value, stand_in
from vejviser.organisation.models import Assignment, Employment, Group
from vejviser.organisation.tests.conftest import START, House, assign, browser_of, employ, make_house
from vejviser.organisation.tests.test_house_actions import proposed, row_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 10)


@pytest.fixture
def henrik(house: House) -> Client:
    return browser_of(house.person("Henrik"))


def text(client: Client, address: str = "/mit-hus/") -> str:
    """The page's words, spaces made single."""
    answer = client.get(address)
    assert answer.status_code == 200
    words = re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1].split("</main>")[0])
    return " ".join(words.split())


def test_the_page_says_what_is_missing_first(henrik: Client) -> None:
    page = text(henrik)
    assert "Vælg en stue til Ali Test" in page
    assert "Har ingen stue endnu. Ser kun vejviser og tilbud" in page
    assert "Kløverne 1 af 2 vurderere er valgt" in page
    assert page.index("Næste skridt") < page.index("Vikar i dag") < page.index("Hvem arbejder hvor")


def test_nothing_is_missing_when_everybody_has_a_room_and_every_room_its_assessors(henrik: Client, house: House) -> None:
    assign(house.people["Ali"], house.room("Kløverne"), assesses=True)
    assert "Der mangler ikke noget i dag" in text(henrik)


def test_a_room_that_needs_one_assessor_or_has_no_rounds_is_not_missing_any(henrik: Client, house: House) -> None:
    decision = {"by": None, "valid_from": TODAY, "why": "Aftalt", "scope": "boernehave"}
    set_value(key="screening.required_assessors", value=1, **decision)  # type: ignore[arg-type]
    assert "af 1 vurderer" not in text(henrik)
    set_value(key="screening.required_assessors", value=3, **decision)  # type: ignore[arg-type]
    assert "2 af 3 vurderere er valgt" in text(henrik)
    set_value(key="unit.functions", value=["guide"], **decision)  # type: ignore[arg-type]
    assert "vurderere er valgt" not in text(henrik)


def test_whoever_only_stands_in_is_offered_for_it_and_not_missed(henrik: Client, house: House) -> None:
    yesterday = clock.now() - timedelta(days=1)
    assign(house.people["Ali"], house.room("Kløverne"), opens_at=yesterday, closes_at=yesterday + timedelta(hours=8))
    page = text(henrik)
    assert "Vælg en stue til Ali Test" not in page
    assert "1. Hvem? Ali Test" in page


def test_a_stand_in_in_two_clicks(henrik: Client, house: House) -> None:
    ali, room = house.people["Ali"], house.room("Solsikkerne")
    answer = henrik.post(f"/mit-hus/{house.unit.ref}/vikar/", {"employment": ali.ref, "group": room.ref}, follow=True)
    page = answer.content.decode()
    assert "Ali Test har Solsikkerne i dag." in page
    assert "Sat kl. 10.00." in page
    assert "kun i dag, til kl. 18.00" in page
    row = row_of(ali)
    henrik.post(f"/mit-hus/linje/{row.ref}/slut/", {"version": row.version})
    assert "har Solsikkerne i dag" not in text(henrik)


def test_a_click_on_a_room_without_a_person_asks_for_one(henrik: Client, house: House) -> None:
    answer = henrik.post(f"/mit-hus/{house.unit.ref}/vikar/", {"group": house.room("Solsikkerne").ref})
    assert answer.status_code == 422
    assert "Vælg, hvem det er" in answer.content.decode()


def test_after_six_the_page_says_why_not(henrik: Client, house: House) -> None:
    with clock.frozen(clock.now() + timedelta(hours=9)):
        client = browser_of(house.person("Henrik"))
        chosen = {"employment": house.people["Ali"].ref, "group": house.room("Solsikkerne").ref}
        answer = client.post(f"/mit-hus/{house.unit.ref}/vikar/", chosen)
        assert answer.status_code == 422
        assert "Dagen er slut" in answer.content.decode()


def test_an_employee_is_put_in_a_room_from_the_list_of_what_is_missing(henrik: Client, house: House) -> None:
    ali = house.people["Ali"]
    address = f"/mit-hus/{house.unit.ref}/ny/?employment={ali.ref}"
    assert f'value="{ali.ref}" selected' in henrik.get(address).content.decode()
    given = {"employment": ali.ref, "group": house.room("Kløverne").ref, "opens": "10. marts 2026", "assesses": "on"}
    assert henrik.post(address, given).status_code == 302
    page = text(henrik)
    assert "til Ali Test" not in page
    assert "fra i dag" in page
    assert "skrevet her" in page


def test_a_last_day_before_the_first_is_said_at_the_form(henrik: Client, house: House) -> None:
    row = row_of(house.people["Mette"])
    given = {"version": 1, "opens": "10. marts 2026", "closes": "9. marts 2026"}
    answer = henrik.post(f"/mit-hus/linje/{row.ref}/", given)
    assert answer.status_code == 422
    assert "Den sidste dag ligger før den første" in answer.content.decode()


def test_a_row_is_changed_and_shown_in_words(henrik: Client, house: House) -> None:
    row = row_of(house.people["Mette"])
    assert "1. august 2025" in henrik.get(f"/mit-hus/linje/{row.ref}/").content.decode()
    henrik.post(f"/mit-hus/linje/{row.ref}/", {"version": 1, "opens": "1. august 2025", "closes": "30. april 2026"})
    assert "1. august 2025 til 30. april" in text(henrik)


def test_two_people_change_the_same_row(henrik: Client, house: House) -> None:
    row = row_of(house.people["Mette"])
    given = {"version": 1, "opens": "1. august 2025", "closes": ""}
    assert henrik.post(f"/mit-hus/linje/{row.ref}/", given).status_code == 302
    assert henrik.post(f"/mit-hus/linje/{row.ref}/", given).status_code == 409


def test_assessors_are_chosen_for_a_room(henrik: Client, house: House) -> None:
    address = f"/mit-hus/stue/{house.room('Solsikkerne').ref}/vurderere/"
    assert henrik.get(address).content.decode().count(" checked") == 2
    henrik.post(address, {"chosen": [row_of(house.people["Jens"]).ref]})
    assert not row_of(house.people["Mette"]).assesses
    henrik.post(address, {})
    assert not row_of(house.people["Jens"]).assesses


def test_an_imports_proposal_is_accepted_on_the_page(henrik: Client, house: House) -> None:
    proposal = proposed(house)
    assert "Ali Test til Kløverne fra i dag" in text(henrik)
    henrik.post(f"/mit-hus/forslag/{proposal.ref}/", {"version": 1, "accept": "on"})
    assert row_of(house.people["Ali"]).manual
    assert "Ingen forslag" in text(henrik)


def test_another_day_is_shown_as_it_was_and_will_be(henrik: Client, house: House) -> None:
    Assignment.objects.filter(employment=house.people["Mette"]).update(closes_at=clock.local_midnight(date(2026, 3, 1)))
    now = text(henrik)
    assert "til 28. februar" in now
    later = text(henrik, "/mit-hus/?day=1. april 2026")
    assert "til 28. februar" not in later
    assert "onsdag 1. april" in later


def test_who_has_stopped_is_grey_for_a_fortnight(henrik: Client, house: House) -> None:
    ole = employ(house.unit, "Ole", closes=date(2026, 2, 28))
    assign(ole, house.room("Solsikkerne"))
    assert "stoppede 28. februar" in text(henrik)
    with clock.frozen(clock.now() + timedelta(days=5)):
        assert "Ole" not in text(browser_of(house.person("Henrik")))


def test_visitors_are_shown_with_their_house_and_without_a_link(henrik: Client, house: House, next_door: House) -> None:
    visitor = assign(next_door.people["Bodil"], None, unit=house.unit)
    page = henrik.get("/mit-hus/").content.decode()
    assert "Bodil Test" in page
    assert "Skovbrynet" in page
    assert str(visitor.ref) not in page


def test_a_house_of_many_rooms_has_one_column(henrik: Client, house: House) -> None:
    for name in "ABCD":
        Group.objects.create(unit=house.unit, name=name, kind="stue", opens=START, source_id=name)
    page = text(henrik)
    assert "Medarbejder Hvor Ser" in page
    assert "Solsikkerne: fra 1. august 2025" in page


def test_the_page_reads_the_house_in_few_statements(
    henrik: Client, house: House, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(10):
        assign(employ(house.unit, f"P{number}"), house.room("Solsikkerne"))
    stand_in(by=house.person("Henrik"), employment=house.people["Ali"], group=house.room("Kløverne"))
    henrik.get("/mit-hus/")
    with django_assert_max_num_queries(20):
        henrik.get("/mit-hus/")


# --- near misses ---


def addresses(house: House) -> list[str]:
    row, unit, room = row_of(house.people["Mette"]), house.unit, house.room("Solsikkerne")
    return [
        f"/mit-hus/{unit.ref}/",
        f"/mit-hus/{unit.ref}/vikar/",
        f"/mit-hus/{unit.ref}/ny/",
        f"/mit-hus/linje/{row.ref}/",
        f"/mit-hus/linje/{row.ref}/slut/",
        f"/mit-hus/stue/{room.ref}/vurderere/",
        f"/mit-hus/forslag/{proposed(house).ref}/",
        f"/mit-hus/primaer/{row.ref}/",
    ]


def test_no_page_of_the_house_exists_for_anybody_else(house: House, next_door: House) -> None:
    former = employ(house.unit, "Former", "leder", closes=TODAY - timedelta(days=1))
    for stranger in (next_door.person("Ulla"), former.person, house.person("Mette")):
        client = browser_of(stranger)
        for address in addresses(house):
            assert client.get(address).status_code == 404, (stranger, address)
            assert client.post(address, {"version": 1}).status_code == 404, (stranger, address)


def test_the_menu_leads_there_only_for_leaders(house: House) -> None:
    assert 'href="/mit-hus/"' in browser_of(house.person("Henrik")).get("/mit-hus/").content.decode()
    assert 'href="/mit-hus/"' not in browser_of(house.person("Mette")).get("/hjaelp/").content.decode()


def test_a_leader_of_two_houses_goes_from_one_to_the_other(house: House, next_door: House) -> None:
    area = employ(house.unit, "Area", "omraadeleder").person
    Employment.objects.create(person=area, unit=next_door.unit, role="omraadeleder", opens=START)
    page = browser_of(area).get(f"/mit-hus/{house.unit.ref}/").content.decode()
    assert f"/mit-hus/{next_door.unit.ref}/" in page


def test_the_set_up_is_read_by_the_system_administrator_alone(house: House) -> None:
    ib = make_house("Rådhuset", [], {"Ib": "systemadministrator"}, kind="familieraadgivning").person("Ib")
    set_value(by=ib, key="log.stall_weeks", value=4, valid_from=TODAY, why="Seks var for længe")
    set_value(by=ib, key="unit.functions", value=["guide"], valid_from=TODAY, why="Vi begynder", scope="klub")
    page = text(browser_of(ib), "/opsaetning/")
    assert "Uger uden en note i loggen: 4" in page
    assert "4 fra i dag. Ib Test: »Seks var for længe«" in page
    assert "Klub: Vejviser fra i dag" in page
    assert "Runder om året, mindst: 2" in page
    for person in (house.person("Henrik"), house.person("Mette")):
        assert browser_of(person).get("/opsaetning/").status_code == 404

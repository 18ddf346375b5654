"""Finding a child: one's own by the first letters, others only by exact knowledge, and the same no for all else."""

from datetime import date

import pytest

from vejviser.audit.models import Look, LookChild
from vejviser.children.models import Custody
from vejviser.desk.tests.house import House, door
from vejviser.foundation.crypto import blind_index
from vejviser.organisation.models import Employment

BY_NAME = {"know": "name", "first_name": "Noah", "last_name": "Birkelund", "birth_date": "14. maj 2019"}
NONE = "No children match"


def own(work: Employment, name: str) -> str:
    client = door(work)
    client.cookies["vejviser_language"] = "en"
    return client.post("/soeg/", {"name": name}).content.decode().split("<main")[1]


def exact(work: Employment, **fields: str) -> str:
    client = door(work)
    client.cookies["vejviser_language"] = "en"
    return client.post("/soeg/praecis/", fields).content.decode().split("<main")[1]


@pytest.mark.parametrize("letters", ["al", "ALMA", "vest", "alma v", "Vest al"])
def test_the_first_letters_of_any_name_find_ones_own(house: House, letters: str) -> None:
    text = own(house.mette, letters)
    assert f"/boern/{house.alma.ref}/" in text
    assert str(house.konrad.ref) not in text


@pytest.mark.parametrize(
    ("who", "letters"), [("nadia", "al"), ("ole", "al"), ("mette", "otto"), ("mette", "lma"), ("ulla", "alma")]
)
def test_others_and_the_middle_of_a_name_find_nobody(house: House, who: str, letters: str) -> None:
    text = own(getattr(house, who), letters)
    assert "/boern/" not in text.replace('href="/boern/"', "")
    assert (NONE in text) is (who != "ole")


def test_letters_of_other_alphabets_are_found_as_written_out(house: House) -> None:
    house.child("Åse", "Østergård", house.sun)
    assert "Åse" in own(house.mette, "aase")
    assert "Åse" in own(house.mette, "Øster")


def test_nothing_is_no_search(house: House) -> None:
    assert door(house.mette).post("/soeg/", {"name": "\u0301"}).status_code == 422
    assert not Look.objects.filter(criterion__gt="").exists()


def test_an_outsider_is_found_by_whole_name_and_birthday_and_leads_to_a_notification_only(house: House) -> None:
    noah = house.child("Noah", "Birkelund", born=date(2019, 5, 14))
    text = exact(house.mette, **BY_NAME)
    assert "Noah" in text
    assert "6 years" in text
    assert str(noah.ref) not in text
    assert 'href="/underretning/"' in text
    look = LookChild.objects.get(child=noah.ref)
    assert (look.purpose, look.relation, look.data_classes) == ("underretning", "-", "D1")


@pytest.mark.parametrize(
    "almost",
    [{"first_name": "Noa"}, {"last_name": "Birkelun"}, {"birth_date": "15. maj 2019"}, {"last_name": "Birkelund Holm"}],
)
def test_almost_right_finds_nobody(house: House, almost: dict[str, str]) -> None:
    house.child("Noah", "Birkelund", born=date(2019, 5, 14))
    assert NONE in exact(house.mette, **{**BY_NAME, **almost})


def test_a_number_finds_the_child_with_it_only(house: House) -> None:
    house.child("Noah", "Birkelund", born=date(2019, 5, 14), cpr="140519-9999")
    assert "Noah" in exact(house.mette, know="cpr", cpr="1405199999")
    assert NONE in exact(house.mette, know="cpr", cpr="1405199998")


def test_an_empty_number_finds_nobody_without_one(house: House) -> None:
    assert door(house.mette).post("/soeg/praecis/", {"know": "cpr", "cpr": ""}).status_code == 422


def test_two_of_the_same_name_and_day_are_none(house: House) -> None:
    for number in ("1", "2"):
        house.child("Noah", "Birkelund", born=date(2019, 5, 14), source_id=number)
    assert NONE in exact(house.mette, **BY_NAME)


def test_a_protected_name_and_ones_own_family_answer_like_nobody(house: House) -> None:
    noah = house.child("Noah", "Birkelund", born=date(2019, 5, 14), protection="navn_og_adresse")
    hidden = exact(house.mette, **BY_NAME)
    noah.protection = "ingen"
    noah.save()
    assert NONE not in exact(house.mette, **BY_NAME)
    mother = house.parent(noah, "Mor", "")
    mother.cpr_hash = house.mette.person.cpr_hash = blind_index("0101800000")
    mother.save()
    house.mette.person.save()
    family = exact(house.mette, **BY_NAME)
    Custody.objects.all().delete()
    noah.delete()
    unknown = exact(house.mette, **BY_NAME)
    assert NONE in unknown
    assert without_token(hidden) == without_token(family) == without_token(unknown)


def test_a_search_is_recorded_also_when_nobody_is_found_and_without_its_words(house: House) -> None:
    own(house.nadia, "alma")
    exact(house.nadia, **BY_NAME)
    looks = Look.objects.filter(person=house.nadia.person.ref, criterion__gt="")
    assert sorted(looks.values_list("criterion", flat=True)) == ["name", "own_name"]
    assert all(look.action.startswith("search:") for look in looks)


@pytest.mark.parametrize("who", ["poul", "ole"])
def test_who_has_no_duty_to_notify_has_no_search(house: House, who: str) -> None:
    client = door(getattr(house, who))
    assert client.get("/soeg/").status_code == 404
    assert client.post("/soeg/praecis/", BY_NAME).status_code == 404


def test_a_head_of_centre_finds_for_a_notification_and_nothing_else(house: House) -> None:
    house.child("Noah", "Birkelund", born=date(2019, 5, 14))
    assert "Noah" in exact(house.lone, **BY_NAME)
    assert 'action="/soeg/"' not in exact(house.lone, **BY_NAME)


def without_token(text: str) -> str:
    """The page without the form token, which differs each time."""
    return "".join(part.split('">', 1)[-1] for part in text.split('name="csrfmiddlewaretoken" value="'))

"""Phone numbers and places: shown on asking, narrowed by the right, hidden under protection until asked for."""

import pytest

from vejviser.audit.models import LookChild
from vejviser.desk.tests.house import House, door, page
from vejviser.organisation.models import Employment

NUMBER, STREET, BANNED = "11223344", "Skjulestien 7", "55667788"


@pytest.fixture(autouse=True)
def family(house: House) -> None:
    house.alma.address = STREET
    house.alma.save()
    house.parent(house.alma, "Camilla", NUMBER, lives_with=True)
    house.parent(house.alma, "Fader", BANNED, contact_ban=True)
    house.parent(house.alma, "Død", "99999999", kind="ene")
    dead = house.alma.custodies.get(guardian__first_name="Død").guardian
    dead.dead = True
    dead.save()


def path(house: House) -> str:
    return f"/boern/{house.alma.ref}/kontakt/"


def visitor(house: House) -> Employment:
    """A health visitor of the whole unit has the whole right to D2."""
    karin = house.employ("karin", "sundhedsplejerske", house.town_hall)
    house.assign(karin, house.unit, None)
    return karin


def classes(house: House) -> list[str]:
    return list(LookChild.objects.filter(child=house.alma.ref).order_by("pk").values_list("data_classes", flat=True))


def test_the_page_itself_holds_no_number_and_records_none(house: House) -> None:
    text = page(house.mette, f"/boern/{house.alma.ref}/")
    assert NUMBER not in text
    assert STREET not in text
    assert "D2" not in classes(house)[-1].split()


def test_in_the_room_phones_only_and_none_of_one_who_must_keep_away(house: House) -> None:
    text = page(house.mette, path(house))
    assert NUMBER in text
    assert not any(hidden in text for hidden in (STREET, BANNED, "99999999"))
    assert classes(house) == ["D1 D2"]


def test_the_whole_right_shows_the_address_and_the_ban(house: House) -> None:
    text = page(visitor(house), path(house))
    assert NUMBER in text
    assert STREET in text
    assert "Fader" in text
    assert "99999999" not in text


@pytest.mark.parametrize("protection", ["adresse", "navn_og_adresse"])
def test_a_protected_place_is_shown_only_after_asking_and_recorded_as_such(house: House, protection: str) -> None:
    house.alma.protection = protection
    house.alma.save()
    client = door(visitor(house))
    closed = client.get(path(house)).content.decode()
    assert NUMBER not in closed
    assert STREET not in closed
    assert classes(house) == ["D1"]
    assert STREET in client.post(path(house)).content.decode()
    assert classes(house)[-1] == "D1 D2p"


def test_asking_gives_no_more_than_the_right(house: House) -> None:
    house.alma.protection = "adresse"
    house.alma.save()
    text = door(house.mette).post(path(house)).content.decode()
    assert NUMBER in text
    assert STREET not in text
    assert BANNED not in text


def test_a_participant_without_the_right_gets_the_404(house: House) -> None:
    house.tie(house.line, house.alma)
    client = door(house.line)
    assert client.get(path(house)).status_code == 404
    assert client.post(path(house)).status_code == 404
    assert "kontakt" not in client.get(f"/boern/{house.alma.ref}/").content.decode()


def test_the_part_is_what_the_page_includes(house: House) -> None:
    client = door(house.mette)
    part = client.get(path(house), headers={"HX-Request": "true"}).content.decode()
    assert NUMBER in part
    assert "<html" not in part
    assert part.strip() in client.get(path(house)).content.decode()

"""One child's page: who opens it, what stands on it, and what is recorded."""

from datetime import date, timedelta

import pytest

from vejviser.access.models import Relation
from vejviser.audit.models import Look, LookChild
from vejviser.children.actions import keep_words
from vejviser.children.models import OwnWords
from vejviser.desk import child_queries
from vejviser.desk.tests.house import House, door, page, statements
from vejviser.foundation import clock
from vejviser.organisation.models import Employment


def path(house: House, sub: str = "") -> str:
    return f"/boern/{house.alma.ref}/{sub}"


def test_mette_opens_the_page_and_is_told_why(house: House) -> None:
    answer = door(house.mette).get(path(house))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Alma Vestergaard" in text
    assert "Solsikkerne" in text
    assert 'class="vj-access"' in text
    assert "/underretning/" in text


def test_neither_name_nor_number_stands_in_title_or_address(house: House) -> None:
    text = page(house.mette, path(house))
    assert "Alma" not in text.split("<title>")[1].split("</title>")[0]
    assert "alma" not in path(house).lower()


@pytest.mark.parametrize("who", ["nadia", "ole", "ulla", "poul", "lone", "line", "signe", "karl"])
def test_the_near_misses_get_the_page_of_an_unknown_child(house: House, who: str) -> None:
    client = door(getattr(house, who))
    forbidden, unknown = client.get(path(house)), client.get(f"/boern/{house.unit.ref}/")
    assert (forbidden.status_code, forbidden.content) == (unknown.status_code, unknown.content)
    assert forbidden.status_code == 404
    for sub in ("ord/", "kontakt/", "hvem/"):
        assert client.get(path(house, sub)).status_code == 404
        assert client.post(path(house, sub), {"kind": "said", "text": "x", "day": "10-03-2026"}).status_code in {404, 405}
    assert not OwnWords.objects.exists()


def test_a_stand_in_has_the_page_for_the_day(house: House) -> None:
    client = door(house.emil)
    assert client.get(path(house)).status_code == 200
    with clock.frozen(clock.now() + timedelta(hours=8)):
        assert door(house.emil).get(path(house)).status_code == 404


@pytest.mark.parametrize("days", [1, 30])
def test_a_moved_child_is_told_of_without_the_new_place(house: House, days: int) -> None:
    house.move_away(house.alma, days)
    new_room = house.child("Ny", "Plads", house.clover)
    assert new_room
    answer = door(house.mette).get(path(house))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Alma" in text
    assert "Vestergaard" not in text
    assert "Kløverne" not in text.split("<main")[1]
    assert LookChild.objects.get(child=house.alma.ref).data_classes == "D1"


@pytest.mark.parametrize(("who", "days"), [("mette", 31), ("nadia", 1), ("ole", 1), ("ulla", 1)])
def test_longer_ago_and_everybody_else_get_the_404(house: House, who: str, days: int) -> None:
    house.move_away(house.alma, days)
    assert door(getattr(house, who)).get(path(house)).status_code == 404


def test_the_pages_under_a_moved_child_are_closed(house: House) -> None:
    house.move_away(house.alma, 1)
    assert [door(house.mette).get(path(house, sub)).status_code for sub in ("ord/", "kontakt/", "hvem/")] == [404] * 3


def test_the_recorded_classes_are_those_on_the_page(house: House) -> None:
    text = page(house.mette, path(house))
    marked = {part.split('"')[0] for part in text.split('data-dc="')[1:]}
    assert set(LookChild.objects.get(child=house.alma.ref).data_classes.split()) == marked
    assert "D13" in marked


def test_a_leader_sees_that_the_child_is_there_and_no_position_or_words(house: House) -> None:
    keep_words(by=house.mette.person, child=house.alma, kind="said", text="Jeg vil bygge", day=clock.today())
    house.log(house.mette, house.alma, days=2)
    text = page(house.henrik, path(house))
    assert "Alma Vestergaard" in text
    assert "Jeg vil bygge" not in text
    assert "Mette Prøve holder stafetten" in text
    assert "0 aftaler i gang" in text
    assert not {"D3", "D13"} & {part.split('"')[0] for part in text.split('data-dc="')[1:]}


def test_who_reads_the_log_gets_no_metadata_of_it(house: House) -> None:
    house.log(house.mette, house.alma, days=2)
    assert "aftaler i gang" not in page(house.mette, path(house))


def test_an_external_provider_sees_first_name_and_age_only(house: House) -> None:
    house.tie(house.karl, house.alma, "INTV")
    text = page(house.karl, path(house))
    assert "Alma" in text
    assert "Vestergaard" not in text
    assert "Solsikkerne" not in text
    assert door(house.karl).get(path(house, "hvem/")).status_code == 404
    assert "Vestergaard" not in page(house.karl, "/boern/")


def test_a_participant_is_told_the_room_unless_the_place_is_protected(house: House) -> None:
    house.tie(house.line, house.alma)
    assert "Solsikkerne" in page(house.line, path(house))
    house.alma.protection = "adresse"
    house.alma.save()
    assert "Solsikkerne" not in page(house.line, path(house))


def test_own_words_are_added_and_stand_first(house: House) -> None:
    client = door(house.mette)
    posted = client.post(path(house, "ord/"), {"kind": "strength", "text": "Bygger huse", "day": "9. marts 2026"})
    assert posted.status_code == 302
    text = client.get(path(house)).content.decode()
    assert "Bygger huse" in text
    assert OwnWords.objects.get().told_on == date(2026, 3, 9)


@pytest.mark.parametrize("wrong", [{"text": ""}, {"day": "31. februar"}, {"kind": "rumour"}, {"day": "11-03-2026"}])
def test_what_is_not_right_is_not_kept(house: House, wrong: dict[str, str]) -> None:
    right = {"kind": "said", "text": "Jeg vil bygge", "day": "10-03-2026"}
    assert door(house.mette).post(path(house, "ord/"), {**right, **wrong}).status_code == 422
    assert not OwnWords.objects.exists()


def test_a_leader_adds_no_words(house: House) -> None:
    answer = door(house.henrik).post(path(house, "ord/"), {"kind": "said", "text": "Hej", "day": "10-03-2026"})
    assert answer.status_code == 404


def test_the_list_of_readers_names_neither_case_nor_intake(house: House) -> None:
    house.tie(house.signe, house.alma, "CASE")
    house.tie(house.line, house.alma, "LOG")
    text = page(house.mette, path(house, "hvem/"))
    assert "Henrik" in text
    assert "Emil" in text
    assert "Signe" not in text
    assert "Line" not in text
    house.tie(house.mette, house.alma, "LOG")
    assert "Line" in page(house.mette, path(house, "hvem/"))


def test_a_relation_that_ends_closes_the_page_on_the_next_click(house: House) -> None:
    house.tie(house.line, house.alma)
    client = door(house.line)
    assert client.get(path(house)).status_code == 200
    Relation.objects.update(closes_at=clock.now())
    assert client.get(path(house)).status_code == 404


def test_refusals_are_recorded_without_the_child(house: House) -> None:
    door(house.nadia).get(path(house))
    assert Look.objects.filter(refused=True, person=house.nadia.person.ref).count() == 1
    assert not LookChild.objects.filter(child=house.alma.ref).exists()


def test_the_page_itself_costs_nine_statements(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Session, person, way, employments, settings, tasks, own words, and two for the look."""
    for registry in ("sections", "timelines"):
        monkeypatch.setattr(child_queries, registry, {})
    monkeypatch.setattr(child_queries, "in_progress", lambda sight: [])
    assert len(statements(house.mette, path(house))) == 9


def test_each_later_package_asks_once(house: House) -> None:
    """A section and its lines of the time line share one read: the page grows by packages, not by rows."""
    first = statements(house.mette, path(house))
    for day in range(5):
        told = clock.today() - timedelta(days=day)
        keep_words(by=house.mette.person, child=house.alma, kind="said", text="Hej", day=told)
    assert len(statements(house.mette, path(house))) == len(first)
    assert len(first) <= 18


def test_work_that_ended_yesterday_is_over(house: House) -> None:
    Employment.objects.filter(pk=house.mette.pk).update(closes=clock.today() - timedelta(days=1))
    assert door(house.mette).get(path(house)).status_code == 404

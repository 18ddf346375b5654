"""The list of one's children: by group, a page at a time, however many there are."""

import re

import pytest

from vejviser.audit.models import LookChild
from vejviser.children.models import Child, Enrolment
from vejviser.desk.queries import PAGE
from vejviser.desk.tests.house import START, House, door, page, statements

NEXT = re.compile(r'href="(\?efter=[^"]+)"')


def fill(house: House, many: int) -> None:
    """A school's worth of children in groups of 25, for whom Ulla leads."""
    children = [
        Child(first_name=f"Barn{n:04}", last_name="Prøve", birth_date=START, source_id=f"many-{n}") for n in range(many)
    ]
    for child in children:
        child.set_derived()
    Child.objects.bulk_create(children)
    house.unit = house.school
    groups = [house.make_group(f"{n}.A") for n in range(many // 25 + 1)]
    Enrolment.objects.bulk_create(
        Enrolment(child=child, unit=house.school, group=groups[n // 25], opens=START, source_id=f"many-{n}")
        for n, child in enumerate(children)
    )


def walk(house: House, start: str = "/boern/") -> list[list[str]]:
    """The names on each page, following "Show the next"."""
    client, path, pages = door(house.ulla), start, []
    while path:
        text = client.get(path).content.decode()
        pages.append(re.findall(r"Barn\d{4}", text))
        found = NEXT.search(text)
        path = "/boern/" + found[1].replace("&amp;", "&") if found else ""
    return pages


def test_mine_stand_by_group_and_alphabetically(house: House) -> None:
    text = page(house.mette, "/boern/")
    assert text.index("Solsikkerne") < text.index("Alma") < text.index("Konrad")
    assert "Otto" not in text


def test_a_child_in_a_group_stands_once_though_its_log_is_mine_too(house: House) -> None:
    house.tie(house.mette, house.alma, "LOG", "holder")
    house.tie(house.mette, house.otto, "LOG")
    text = page(house.mette, "/boern/").split("<main")[1]
    assert text.count("Alma") == 1
    assert text.count("Otto") == 1
    assert text.index("Konrad") < text.index("Otto")


@pytest.mark.parametrize("who", ["poul", "lone"])
def test_for_roles_without_children_the_list_does_not_exist(house: House, who: str) -> None:
    assert door(getattr(house, who)).get("/boern/").status_code == 404


def test_whose_work_ended_has_no_list(house: House) -> None:
    assert door(house.ole).get("/boern/").status_code == 404


def test_an_empty_list_says_what_to_do(house: House) -> None:
    assert "vj-panel--sand" in page(house.line, "/boern/")


def test_the_pages_hold_everybody_once_in_order(house: House) -> None:
    fill(house, 2 * PAGE + 10)
    pages = walk(house)
    assert [len(names) for names in pages] == [PAGE, PAGE, 10]
    together = [name for names in pages for name in names]
    assert len(set(together)) == 2 * PAGE + 10


def test_the_address_of_the_next_page_says_no_name(house: House) -> None:
    fill(house, PAGE + 1)
    found = NEXT.search(page(house.ulla, "/boern/"))
    assert found
    assert "barn" not in found[1].lower()


def test_a_full_page_is_the_last_when_nobody_follows(house: House) -> None:
    fill(house, PAGE)
    assert [len(names) for names in walk(house)] == [PAGE]


@pytest.mark.parametrize("after", ["nonsense", "0b0a4a3e-3f6b-4a3a-8f64-6f0c8f3f9f3e"])
def test_a_place_that_is_not_in_the_list_is_not_a_page(house: House, after: str) -> None:
    assert door(house.mette).get(f"/boern/?efter={after}").status_code == 404


def test_another_room_is_no_place_either(house: House) -> None:
    path = f"/boern/?efter={house.otto.ref}&stue={house.clover.ref}"
    assert door(house.mette).get(path).status_code == 404
    assert door(house.nadia).get(path).status_code == 200


def test_a_thousand_children_cost_no_more_than_one_and_all_shown_are_recorded(house: House) -> None:
    few = statements(house.mette, "/boern/")
    fill(house, 1000)
    many = statements(house.ulla, "/boern/")
    assert len(many) <= len(few) <= 8
    assert not [one for one in many if "COUNT(" in one]
    looks = LookChild.objects.order_by("-look_id").values_list("look_id", flat=True)
    assert LookChild.objects.filter(look=looks[0]).count() == PAGE


def test_the_second_page_keeps_the_budget(house: House) -> None:
    fill(house, 200)
    found = NEXT.search(page(house.ulla, "/boern/"))
    assert found
    assert len(statements(house.ulla, "/boern/" + found[1].replace("&amp;", "&"))) <= 8

"""Who is offered which way."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser

from vejviser.ui import navigation
from vejviser.ui.navigation import Entry, current, everybody, offer, offered_to

Person = get_user_model()
pytestmark = pytest.mark.usefixtures("empty_menu")
METTE = Person(first_name="Mette", last_name="Lindqvist")


def test_a_visitor_sees_only_what_is_for_everybody() -> None:
    offer(Entry("guide", "Vejviser", "/vejviser/", offered=everybody))
    offer(Entry("overview", "Mit overblik", "/overblik/"))
    assert [entry.key for entry in offered_to(AnonymousUser())] == ["guide"]
    assert len(offered_to(METTE)) == 2


def test_entries_stand_in_their_order_and_in_their_place() -> None:
    offer(Entry("late", "B", "/b/", order=20))
    offer(Entry("early", "A", "/a/", order=10))
    offer(Entry("note", "Notér", "/noter/ny/", place="button"))
    assert [entry.key for entry in offered_to(METTE)] == ["early", "late"]
    assert [entry.key for entry in offered_to(METTE, "button")] == ["note"]


def test_the_menu_never_holds_more_than_seven() -> None:
    for number in range(9):
        offer(Entry(f"e{number}", "", f"/{number}/"))
    assert len(offered_to(METTE)) == navigation.MOST


def test_a_later_offer_replaces_an_earlier_one() -> None:
    offer(Entry("guide", "Vejviser", "/vejviser/"))
    offer(Entry("guide", "Guide", "/vejviser/"))
    assert [entry.label for entry in offered_to(METTE)] == ["Guide"]


@pytest.mark.parametrize(
    ("path", "key"), [("/boern/x/", "children"), ("/boern/", "children"), ("/boern/nye/1/", "new"), ("/raad/", "")]
)
def test_the_current_entry_is_the_closest_one(path: str, key: str) -> None:
    entries = [Entry("children", "", "/boern/"), Entry("new", "", "/boern/nye/")]
    assert current(entries, path) == key

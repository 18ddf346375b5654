from datetime import date

import pytest

from vejviser.concern import rules
from vejviser.concern.rules import Seen
from vejviser.foundation.results import RuleBroken

TODAY = date(2026, 3, 10)
FACTS = "Sad alene i garderoben i 10 minutter"


def refused(code: str) -> "pytest.RaisesExc[RuleBroken]":
    return pytest.raises(RuleBroken, match=f"^{code}$")


@pytest.mark.parametrize(
    ("seen", "code"),
    [
        (Seen(" ", 2), "concern_needs_facts"),
        (Seen(FACTS, None), "concern_needs_level"),
        (Seen(FACTS, 0), "concern_needs_level"),
        (Seen(FACTS, 6), "concern_needs_level"),
        (Seen(FACTS, 2, about="family"), "concern_is_about_one_thing"),
        (Seen(FACTS, 2, has_child=False), "concern_is_about_one_thing"),
        (Seen(FACTS, None, about="group"), "concern_is_about_one_thing"),
        (Seen(FACTS, 2, told_parents_on=date(2026, 3, 11)), "talk_is_in_the_future"),
    ],
)
def test_what_a_concern_lacks(seen: Seen, code: str) -> None:
    with refused(code):
        rules.check_seen(seen, TODAY)


@pytest.mark.parametrize(
    "seen",
    [Seen(FACTS, 1), Seen(FACTS, 5, told_parents_on=TODAY), Seen(FACTS, None, about="environment", has_child=False)],
)
def test_a_whole_concern(seen: Seen) -> None:
    rules.check_seen(seen, TODAY)


@pytest.mark.parametrize(
    ("author", "shared", "works_with_child", "may"),
    [
        (True, False, True, True),
        (True, False, False, True),
        (False, False, True, False),
        (False, True, True, True),
        (False, True, False, False),
    ],
)
def test_private_until_shared(author: bool, shared: bool, works_with_child: bool, may: bool) -> None:
    assert rules.may_read(author, shared, works_with_child) is may


def test_sharing_is_the_authors_second_act() -> None:
    rules.check_share(author=True, shared=False)
    with refused("only_the_author_shares"):
        rules.check_share(author=False, shared=False)
    with refused("already_shared"):
        rules.check_share(author=True, shared=True)


@pytest.mark.parametrize(
    ("agreed", "reason", "until", "end"),
    [
        (date(2026, 3, 17), "", None, "agree"),
        (None, "Han er lige kommet hjem fra ferie", date(2026, 3, 24), "wait"),
    ],
)
def test_how_a_concern_ends(agreed: date | None, reason: str, until: date | None, end: str) -> None:
    assert rules.check_ends(agreed, reason, until, TODAY) == end


@pytest.mark.parametrize(
    ("agreed", "reason", "until", "code"),
    [
        (None, "", None, "concern_needs_an_end"),
        (None, "Lige begyndt", None, "wait_needs_date"),
        (None, "", date(2026, 3, 24), "wait_needs_reason"),
        (None, "Lige begyndt", TODAY, "wait_date_past"),
        (date(2026, 3, 9), "", None, "agreement_date_past"),
    ],
)
def test_a_concern_is_not_left_without_an_end(agreed: date | None, reason: str, until: date | None, code: str) -> None:
    with refused(code):
        rules.check_ends(agreed, reason, until, TODAY)


@pytest.mark.parametrize(
    ("released_on", "hold", "reaches"),
    [
        (None, False, False),
        (date(2020, 1, 1), False, True),
        (TODAY, False, True),
        (date(2026, 3, 11), False, False),
        (TODAY, True, False),
    ],
)
def test_time_alone_releases_nothing_and_a_hold_stops_all(released_on: date | None, hold: bool, reaches: bool) -> None:
    assert rules.reaches_family(released_on, hold, TODAY) is reaches


def test_release_waits_for_the_talk_and_for_the_hold() -> None:
    rules.check_release(hold=False, talked_on=TODAY)
    with refused("talk_before_release"):
        rules.check_release(hold=False, talked_on=None)
    with refused("hold_stands"):
        rules.check_release(hold=True, talked_on=TODAY)


def test_who_sets_a_hold() -> None:
    rules.check_hold("ground_4", by_author=True)
    rules.check_hold("violence_suspected", by_author=False)
    with refused("hold_only_by_the_notifier"):
        rules.check_hold("ground_4", by_author=False)
    with refused("hold_needs_ground"):
        rules.check_hold("level_5", by_author=True)


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("Hans nummer er 020921-1234", True),
        ("0209211234", True),
        ("020921 1234", True),
        ("Erstatning 620921-1234", True),
        ("Ring 86 12 34 56", False),
        ("Sag 990921-1234", False),
        ("12345678901234", False),
        ("Kl. 10.15 den 02-09-2021", False),
    ],
)
def test_what_looks_like_a_cpr_number(text: str, like: bool) -> None:
    assert rules.mentions_cpr("Sad alene", text) is like


@pytest.mark.parametrize(
    ("state", "about", "level", "talked", "hold", "expected"),
    [
        ("open", "child", 2, False, False, "talk"),
        ("open", "child", 2, True, False, "end"),
        ("open", "child", 2, False, True, "end"),
        ("open", "child", 1, False, False, ""),
        ("open", "group", None, False, False, "end"),
        ("waiting", "child", 4, False, False, "look"),
        ("agreed", "child", 5, False, False, ""),
        ("settled", "child", 3, True, False, ""),
        ("withdrawn", "child", 3, False, False, ""),
    ],
)
def test_what_a_note_asks_for(state: str, about: str, level: int | None, talked: bool, hold: bool, expected: str) -> None:
    assert rules.to_do(state, about, level, talked, hold) == expected

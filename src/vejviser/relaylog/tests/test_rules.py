from datetime import date

import pytest

from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import move
from vejviser.relaylog import rules

TODAY = date(2026, 3, 10)
TOMORROW = date(2026, 3, 11)


def refused(code: str) -> "pytest.RaisesExc[RuleBroken]":
    return pytest.raises(RuleBroken, match=f"^{code}$")


def test_a_log_opens_with_consent_and_a_next_date() -> None:
    rules.check_open(True, TOMORROW, TODAY)
    with refused("log_needs_consent"):
        rules.check_open(False, TOMORROW, TODAY)
    with refused("log_needs_next_date"):
        rules.check_open(True, None, TODAY)


@pytest.mark.parametrize(("day", "code"), [(None, "log_needs_next_date"), (TODAY, "log_next_date_past")])
def test_an_open_log_always_has_a_date_ahead(day: date | None, code: str) -> None:
    with refused(code):
        rules.check_next_date(day, TODAY)


@pytest.mark.parametrize("bases", [[], ["consent", "own_task"], ["level_4"], ["consent", "consent"]])
def test_a_participant_stands_on_one_basis(bases: list[str]) -> None:
    with refused("participant_needs_one_basis"):
        rules.check_basis(bases)
    assert rules.check_basis(["law"]) == "law"


@pytest.mark.parametrize(
    ("holds", "to_self", "offers", "code"),
    [
        (False, False, 0, "only_the_holder_hands_over"),
        (True, True, 0, "baton_to_somebody_else"),
        (True, False, 1, "one_offer_at_a_time"),
    ],
)
def test_refused_offers(holds: bool, to_self: bool, offers: int, code: str) -> None:
    with refused(code):
        rules.check_offer(holds, to_self, offers)


@pytest.mark.parametrize(
    ("event", "giver", "receiver", "code"),
    [
        ("accept", True, False, "only_the_receiver_answers"),
        ("decline", False, False, "only_the_receiver_answers"),
        ("withdraw", False, True, "only_the_giver_withdraws"),
        ("accept", False, True, ""),
        ("decline", False, True, ""),
        ("withdraw", True, False, ""),
    ],
)
def test_who_answers_a_handover(event: str, giver: bool, receiver: bool, code: str) -> None:
    if code:
        with refused(code):
            rules.check_answer(event, giver, receiver)
    else:
        rules.check_answer(event, giver, receiver)


@pytest.mark.parametrize(
    ("event", "state", "giver_holds"),
    [("accept", "accepted", False), ("decline", "declined", True), ("withdraw", "withdrawn", True)],
)
def test_the_giver_holds_until_the_other_has_accepted(event: str, state: str, giver_holds: bool) -> None:
    assert rules.giver_holds("offered")
    assert move(rules.HANDOVER, "offered", event) == state
    assert rules.giver_holds(state) is giver_holds
    for again in ("accept", "decline", "withdraw"):
        with refused("not_from_this_state"):
            move(rules.HANDOVER, state, again)


@pytest.mark.parametrize(
    ("state", "offered", "today", "told"),
    [
        ("offered", date(2026, 3, 3), TODAY, False),
        ("offered", date(2026, 3, 2), TODAY, True),
        ("offered", date(2026, 3, 31), date(2026, 4, 10), False),
        ("offered", date(2026, 3, 31), date(2026, 4, 11), True),
        ("declined", date(2026, 3, 2), TODAY, False),
        ("accepted", date(2026, 3, 2), TODAY, False),
    ],
)
def test_the_leader_is_told_after_five_working_days(state: str, offered: date, today: date, told: bool) -> None:
    assert rules.leader_is_told(state, offered, today) is told


@pytest.mark.parametrize(
    ("level", "reason", "names", "code"),
    [
        (None, "Forældre og børnehus så det samme", ["Mette"], "level_from_1_to_5"),
        (6, "Forældre og børnehus så det samme", ["Mette"], "level_from_1_to_5"),
        (3, " ", ["Mette"], "level_needs_reason"),
        (3, "Forældre og børnehus så det samme", [], "level_needs_names"),
        (3, "Forældre og børnehus så det samme", [" "], "level_needs_names"),
    ],
)
def test_the_level_acted_on_has_reason_and_names(level: int | None, reason: str, names: list[str], code: str) -> None:
    with refused(code):
        rules.check_level_acted_on(level, reason, names)


@pytest.mark.parametrize(
    ("reason", "ends", "code"),
    [
        ("", TOMORROW, "staff_only_needs_reason"),
        ("Afklares med PPR først", None, "staff_only_needs_end"),
        ("Afklares med PPR først", TODAY, "staff_only_needs_end"),
    ],
)
def test_staff_only_is_an_exception_with_an_end(reason: str, ends: date | None, code: str) -> None:
    rules.check_staff_only(False, "", None, TODAY)
    with refused(code):
        rules.check_staff_only(True, reason, ends, TODAY)


@pytest.mark.parametrize(
    ("until", "released", "hidden"),
    [(None, None, False), (TODAY, None, True), (date(2026, 3, 9), None, True), (date(2026, 3, 9), TODAY, False)],
)
def test_time_alone_releases_nothing(until: date | None, released: date | None, hidden: bool) -> None:
    assert rules.hidden_from_family(until, released) is hidden


@pytest.mark.parametrize(("until", "due"), [(TODAY, False), (date(2026, 3, 9), True)])
def test_after_the_end_somebody_decides(until: date, due: bool) -> None:
    assert rules.release_is_due(until, TODAY) is due


ALL = ["child", "parents", "professionals"]


@pytest.mark.parametrize(
    ("reason", "evaluated", "seen", "by_parents", "code"),
    [
        ("", ALL, True, False, "close_needs_reason"),
        ("niveau_1", ALL, True, True, "close_needs_reason"),
        ("maal_naaet", ["parents", "professionals"], True, False, "close_needs_evaluation"),
        ("anden_indsats", ALL, False, False, "close_text_not_seen"),
        ("maal_naaet", ALL, True, False, ""),
        ("maal_naaet", [], False, True, ""),
        ("samtykke_trukket", [], False, False, ""),
        ("flyttet", [], False, False, ""),
        ("underretning", [], False, False, ""),
        ("fyldt_18", [], False, False, ""),
    ],
)
def test_closing(reason: str, evaluated: list[str], seen: bool, by_parents: bool, code: str) -> None:
    if code:
        with refused(code):
            rules.check_close(reason, evaluated, seen, by_parents)
    else:
        rules.check_close(reason, evaluated, seen, by_parents)


def test_after_closing_one_reads_for_fourteen_days_and_writes_no_more() -> None:
    assert rules.tail_ends(TODAY) == date(2026, 3, 24)
    assert [state for state in rules.LOG if rules.may_write(state)] == ["open"]


@pytest.mark.parametrize(("last", "stalled"), [(date(2026, 1, 27), True), (date(2026, 1, 28), False)])
def test_six_weeks_without_an_entry(last: date, stalled: bool) -> None:
    assert rules.is_stalled(last, TODAY) is stalled


def test_review_after_three_months() -> None:
    assert rules.review_due(date(2026, 2, 10)) == date(2026, 5, 10)

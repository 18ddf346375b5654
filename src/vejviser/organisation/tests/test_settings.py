"""The municipality's own values: which one holds today, for whom, and who may decide."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from vejviser.audit.models import Change
from vejviser.foundation import clock
from vejviser.foundation.permissions import signed_in
from vejviser.foundation.results import NotVisible, RuleBroken
from vejviser.organisation.actions import set_value
from vejviser.organisation.middleware import SettingsMiddleware
from vejviser.organisation.models import Setting
from vejviser.organisation.permissions import with_function
from vejviser.organisation.queries import functions_on, is_on, is_yes, number, value
from vejviser.organisation.rules import FUNCTIONS
from vejviser.organisation.setting_rules import KEYS, checked
from vejviser.organisation.setting_texts import TOPICS, WORDS, said
from vejviser.organisation.tests.conftest import House, make_house

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 10)
ASSESSORS = "screening.required_assessors"


def decide(key: str, decided: object, *, valid_from: date = TODAY, scope: str = "") -> Setting:
    return set_value(by=None, key=key, value=decided, valid_from=valid_from, why="Aftalt i styregruppen", scope=scope)


def test_every_key_has_a_name_a_sentence_a_topic_and_a_default_of_its_kind() -> None:
    assert WORDS.keys() == KEYS.keys()
    assert {key.split(".")[0] for key in KEYS} == TOPICS.keys()
    for key in KEYS.values():
        assert said(key.default)
        if not key.fixed:
            assert checked(key.name, key.default) == key.default


def test_the_default_holds_until_somebody_decides() -> None:
    assert number("log.stall_weeks") == 6
    decide("log.stall_weeks", 4)
    assert number("log.stall_weeks") == 4


def test_a_decision_holds_from_its_day_and_the_newest_counts() -> None:
    decide("log.stall_weeks", 4)
    decide("log.stall_weeks", 8, valid_from=TODAY + timedelta(days=1))
    assert number("log.stall_weeks") == 4
    with clock.frozen(clock.now() + timedelta(days=1)):
        assert number("log.stall_weeks") == 8
    decide("log.stall_weeks", 5)
    assert number("log.stall_weeks") == 5


def test_a_type_of_unit_goes_before_all_and_its_default_before_a_general_decision() -> None:
    assert (number(ASSESSORS, "boernehave"), number(ASSESSORS, "dagpleje")) == (2, 1)
    decide(ASSESSORS, 3)
    assert (number(ASSESSORS, "boernehave"), number(ASSESSORS, "dagpleje")) == (3, 1)
    decide(ASSESSORS, 2, scope="dagpleje")
    assert number(ASSESSORS, "dagpleje") == 2


def test_an_unknown_key_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        value("screening.no_such_key")


@pytest.mark.parametrize(
    ("key", "wrong", "code"),
    [
        ("no.such.key", 1, "setting_unknown"),
        ("session.idle_minutes", 10, "setting_fixed"),
        ("log.stall_weeks", 0, "setting_number"),
        ("log.stall_weeks", 27, "setting_number"),
        ("log.stall_weeks", True, "setting_number"),
        ("log.stall_weeks", "6", "setting_number"),
        ("referral.intake", 1, "setting_yes_no"),
        ("municipality.name", 7, "setting_text"),
        ("unit.functions", ["guide", "horoscope"], "setting_codes"),
        ("unit.functions", "guide", "setting_codes"),
        ("guide.level_names", [1, 2], "setting_text"),
    ],
)
def test_a_wrong_value_is_refused(key: str, wrong: object, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        decide(key, wrong)
    assert broken.value.code == code
    assert not Setting.objects.exists()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"scope": "slot"}, "setting_scope"),
        ({"valid_from": TODAY - timedelta(days=1)}, "setting_past"),
        ({"why": "  "}, "setting_why"),
    ],
)
def test_a_decision_has_a_place_a_day_and_a_reason(more: dict[str, Any], code: str) -> None:
    decision: dict[str, Any] = {"key": "log.stall_weeks", "value": 4, "valid_from": TODAY, "why": "Aftalt"}
    with pytest.raises(RuleBroken) as broken:
        set_value(by=None, **decision | more)
    assert broken.value.code == code


def test_only_the_system_administrator_decides_and_it_is_recorded(house: House) -> None:
    ib = make_house("Rådhuset", [], {"Ib": "systemadministrator"}, kind="familieraadgivning").person("Ib")
    decision = {"key": "log.stall_weeks", "value": 4, "valid_from": TODAY, "why": "Aftalt"}
    with pytest.raises(NotVisible):
        set_value(by=house.person("Henrik"), **decision)  # type: ignore[arg-type]
    set_value(by=ib, **decision)  # type: ignore[arg-type]
    change = Change.objects.get(action="setting.set")
    assert (change.person, change.facts["key"]) == (ib.ref, "log.stall_weeks")


def test_at_set_up_a_house_has_three_functions_and_the_demo_has_all(settings: Settings) -> None:
    assert functions_on("skole") == set(FUNCTIONS)
    settings.DEMO_MODE = False
    assert functions_on("skole") == {"guide", "concern", "log"}


def test_a_function_is_switched_off_for_one_type_of_unit(house: House) -> None:
    decide("unit.functions", ["guide"], scope="boernehave")
    assert not is_on("boernehave", "screening")
    assert is_on("skole", "screening")
    assert not is_on(house.person("Mette"), "screening")
    assert is_on(house.person("Mette"), "guide")


def test_a_page_of_a_function_that_is_off_does_not_exist(house: House) -> None:
    rule = with_function("screening", signed_in)
    assert rule.open_to(house.person("Mette"))
    decide("unit.functions", ["guide"], scope="boernehave")
    assert not rule.open_to(house.person("Mette"))


def test_whoever_works_nowhere_has_no_function(house: House) -> None:
    mette = house.people["Mette"]
    mette.closes = TODAY - timedelta(days=1)
    mette.save()
    assert not is_on(mette.person, "guide")


def test_a_request_reads_the_settings_once() -> None:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(f"{number('log.stall_weeks')} {is_yes('referral.intake')} {functions_on('skole')}")

    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            SettingsMiddleware(page)(RequestFactory().get("/"))
        assert len(queries) == 1
    decide("log.stall_weeks", 4)
    assert SettingsMiddleware(page)(RequestFactory().get("/")).content.startswith(b"4")

"""Ages, protection and names."""

from datetime import date

import pytest
from django.utils.translation import override

from vejviser.children.rules import age, age_in_months, fold, is_protected, sort_key
from vejviser.children.texts import age_in_words

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("born", "years", "months"),
    [
        (date(2016, 3, 10), 10, 120),
        (date(2016, 3, 11), 9, 119),
        (date(2025, 7, 1), 0, 8),
        (date(2026, 3, 10), 0, 0),
        (date(2024, 2, 29), 2, 24),
    ],
)
def test_years_and_months_are_whole(born: date, years: int, months: int) -> None:
    assert (age(born, TODAY), age_in_months(born, TODAY)) == (years, months)


@pytest.mark.parametrize(
    ("born", "unborn", "words"),
    [
        (date(2020, 8, 4), False, "5 years"),
        (date(2025, 3, 10), False, "1 year"),
        (date(2025, 3, 11), False, "11 months"),
        (date(2026, 2, 9), False, "1 month"),
        (date(2026, 6, 1), True, "unborn"),
        (date(2026, 3, 1), True, "unborn"),
    ],
)
def test_an_age_is_said_as_people_say_it(born: date, unborn: bool, words: str) -> None:
    with override("en"):
        assert age_in_words(born, unborn, TODAY) == words


@pytest.mark.parametrize(
    ("protection", "until", "expected"),
    [
        ("ingen", None, False),
        ("adresse", None, True),
        ("navn_og_adresse", TODAY, True),
        ("adresse", date(2026, 3, 9), False),
    ],
)
def test_protection_holds_to_the_end_of_its_last_day(protection: str, until: date | None, expected: bool) -> None:
    assert is_protected(protection, until, TODAY) is expected


def test_danish_letters_come_last_and_fold_to_ascii() -> None:
    names = [("Åse", "Å"), ("Zeynep", "A"), ("Ærling", "B"), ("Øjvind", "C")]
    assert [first for first, _ in sorted(names, key=lambda name: sort_key(*name))] == ["Zeynep", "Ærling", "Øjvind", "Åse"]
    assert fold("  Søren   ÅKJÆR Léo ") == "soeren aakjaer leo"

from datetime import date

import pytest

from vejviser.exchange import rules

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("boern", ["children"]),
        ("Børn 2026-03", ["children"]),
        ("export_CHILDREN_v2", ["children"]),
        ("voksne", ["guardians"]),
        ("Indskrivninger", ["enrolments"]),
        ("boern_og_voksne", ["children", "guardians"]),
        ("vejledning", []),
    ],
)
def test_the_kind_is_in_the_name(name: str, kinds: list[str]) -> None:
    assert rules.kinds_in(name) == kinds


@pytest.mark.parametrize(("sheet", "plain"), [("", True), ("Ark1", True), ("Sheet 2", True), ("Børn", False), ("Arkiv", False)])
def test_a_new_sheet_has_no_name_of_its_own(sheet: str, plain: bool) -> None:
    assert rules.nameless(sheet) is plain


@pytest.mark.parametrize(
    ("value", "may"),
    [
        ("31-02-2021", True),
        ("delt", True),
        ("G-4471", True),
        ("child-alma", True),
        ("Alma", False),
        ("Alma Vestergaard", False),
        ("alma vestergaard", False),
        ("Åse", False),
        ("x" * 61, False),
        ("", False),
    ],
)
def test_a_message_never_repeats_what_may_be_a_name(value: str, may: bool) -> None:
    assert rules.quotable(value) is may


@pytest.mark.parametrize(
    ("before", "after", "loosens"),
    [
        (("ingen", None), ("adresse", None), False),
        (("adresse", None), ("ingen", None), True),
        (("navn_og_adresse", None), ("adresse", None), True),
        (("adresse", None), ("navn_og_adresse", None), False),
        (("adresse", None), ("adresse", date(2026, 12, 31)), True),
        (("adresse", date(2026, 12, 31)), ("adresse", date(2026, 6, 30)), True),
        (("adresse", date(2026, 6, 30)), ("adresse", date(2026, 12, 31)), False),
        (("adresse", date(2026, 6, 30)), ("adresse", None), False),
        (("adresse", date(2026, 3, 9)), ("ingen", None), False),
        (("adresse", date(2026, 3, 10)), ("ingen", None), True),
    ],
)
def test_less_or_shorter_protection_is_looser(
    before: tuple[str, date | None], after: tuple[str, date | None], loosens: bool
) -> None:
    assert rules.loosens_protection(before, after, TODAY) is loosens


@pytest.mark.parametrize(
    ("before", "after", "loosens"),
    [
        (("faelles", False), ("ene", False), True),
        (("ingen", False), ("faelles", False), True),
        (("faelles", False), ("ingen", False), False),
        (("ene", False), ("faelles", False), False),
        (("ingen", True), ("ingen", False), True),
        (("ingen", False), ("ingen", True), False),
        (("ingen", False), ("plejefamilie", False), True),
    ],
)
def test_a_stronger_right_or_a_lifted_ban_is_looser(before: tuple[str, bool], after: tuple[str, bool], loosens: bool) -> None:
    assert rules.loosens_custody(before, after) is loosens


def test_the_limit_of_drops_is_more_than_the_percentage() -> None:
    assert not rules.too_many_drops(5, 100, 5)
    assert rules.too_many_drops(6, 100, 5)
    assert rules.too_many_drops(1, 3, 5)
    assert not rules.too_many_drops(0, 0, 5)

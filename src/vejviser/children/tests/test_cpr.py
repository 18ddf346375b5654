from datetime import date

import pytest

from vejviser.children import cpr


@pytest.mark.parametrize(
    ("digits", "born"),
    [
        ("0102030123", date(1903, 2, 1)),
        ("0102993999", date(1999, 2, 1)),
        ("0102364123", date(2036, 2, 1)),
        ("0102374123", date(1937, 2, 1)),
        ("0102575123", date(2057, 2, 1)),
        ("0102585123", date(1858, 2, 1)),
        ("0102369123", date(2036, 2, 1)),
        ("0102379123", date(1937, 2, 1)),
        ("2902204123", date(2020, 2, 29)),
    ],
)
def test_the_seventh_digit_tells_the_century(digits: str, born: date) -> None:
    assert cpr.birth_date(digits) == born


def test_a_replacement_number_carries_the_day_plus_sixty() -> None:
    assert cpr.number("711220-4123") == "7112204123"
    assert cpr.birth_date("7112204123") == date(2020, 12, 11)
    assert cpr.is_replacement("7112204123")
    assert not cpr.is_replacement("1112204123")


@pytest.mark.parametrize("text", ["", "010220412", "01022041234", "01022-04123", "0102204l23", "٠١٠٢٢٠٤١٢٣", "010220 4123"])
def test_anything_but_ten_digits_is_refused(text: str) -> None:
    with pytest.raises(cpr.NotACpr) as refused:
        cpr.number(text)
    assert refused.value.code == "cpr_form"


@pytest.mark.parametrize("text", ["3102204123", "2902214123", "0013204123", "6002204123", "9212204123", "0000000000"])
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(cpr.NotACpr) as refused:
        cpr.number(text)
    assert refused.value.code == "cpr_date"


def test_modulus_11_tells_but_does_not_decide() -> None:
    assert cpr.passes_modulus_11("0707614285")
    assert not cpr.passes_modulus_11("0707614286")
    assert cpr.number("070761-4286") == "0707614286"

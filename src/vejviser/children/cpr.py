"""The CPR number: ten digits, six of them a date. Pure. Modulus 11 is not a rule any more and is not asked for."""

from datetime import date
from functools import lru_cache

from stdnum.dk import cpr as published
from stdnum.exceptions import ValidationError

REPLACEMENT = 60
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


class NotACpr(ValueError):
    """`code` is `cpr_form` (not ten digits) or `cpr_date` (the date in the number does not exist)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def number(text: str) -> str:
    """The ten digits of `010203-4567` or `0102034567`. Raises NotACpr."""
    digits = text.replace("-", "", 1) if text[6:7] == "-" else text
    if not (len(digits) == 10 and digits.isascii() and digits.isdigit()):
        raise NotACpr("cpr_form")
    birth_date(digits)
    return digits


def birth_date(digits: str) -> date:
    """The date in the number, century included; a replacement number carries the day + 60. Raises NotACpr."""
    return _date(digits[:7])


def is_replacement(digits: str) -> bool:
    """Whether it is a number given to somebody who has no CPR number (yet)."""
    return int(digits[:2]) > REPLACEMENT


def passes_modulus_11(digits: str) -> bool:
    """The old check: most real numbers pass it, so numbers made for the demo must not."""
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


@lru_cache(maxsize=50_000)
def _date(first_seven: str) -> date:
    day = int(first_seven[:2]) - (REPLACEMENT if is_replacement(first_seven) else 0)
    try:
        found: date = published.get_birth_date(f"{day:02}{first_seven[2:]}")
    except ValidationError:
        raise NotACpr("cpr_date") from None
    return found

"""Ages and names. Pure: today is an argument."""

import unicodedata
from datetime import date

from vejviser.foundation.results import RuleBroken

WORD_KINDS = ("strength", "said")
_SORT = str.maketrans({"æ": "{", "ø": "|", "å": "}", "ä": "{", "ö": "|"})
_FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})


def age(birth_date: date, today: date) -> int:
    """Whole years; changes at local midnight. Negative for a child not yet born."""
    had_birthday = (today.month, today.day) >= (birth_date.month, birth_date.day)
    return today.year - birth_date.year - (0 if had_birthday else 1)


def age_in_months(birth_date: date, today: date) -> int:
    """Whole months, for children who are not yet a year old."""
    months = (today.year - birth_date.year) * 12 + today.month - birth_date.month
    return months - (today.day < birth_date.day)


def is_protected(protection: str, until: date | None, today: date) -> bool:
    """Whether the place (and perhaps the name) of a child is protected today; the last day is included."""
    return protection != "ingen" and (until is None or today <= until)


def sort_key(first_name: str, last_name: str) -> str:
    """Danish alphabetical order on any database: æ, ø and å come after z."""
    return unicodedata.normalize("NFC", f"{first_name} {last_name}".lower()).translate(_SORT)


def fold(name: str) -> str:
    """A name as it is compared in a search: lower case, æøå written out, accents and extra spaces gone."""
    written_out = unicodedata.normalize("NFC", name.lower()).translate(_FOLD)
    plain = "".join(c for c in unicodedata.normalize("NFD", written_out) if not unicodedata.combining(c))
    return " ".join(plain.split())


def check_words(text: str, told_on: date, today: date) -> None:
    """A child's words are words, told on a day that has been."""
    if not text.strip():
        raise RuleBroken("words_are_empty")
    if told_on > today:
        raise RuleBroken("words_told_later", day=today)

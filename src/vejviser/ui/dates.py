"""Dates the way people say and write them: "10. marts", "senest 17. marts", "10.42"."""

import re
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import ngettext, pgettext

MONTHS = (
    ("januar", "january"), ("februar", "february"), ("marts", "march"), ("april",), ("maj", "may"), ("juni", "june"),
    ("juli", "july"), ("august",), ("september",), ("oktober", "october"), ("november",), ("december",),
)  # fmt: skip


def read(text: str) -> date | None:
    """The date a person wrote: 10. marts 2026, 10-03-2026, 10/3 2026, March 10, 2026 or 2026-03-10; else None."""
    parts = re.findall(r"\d+|[^\W\d_]+", text.casefold())
    if len(parts) != 3:
        return None
    first, second, third = parts
    if first.isalpha():
        first, second = second, first
    elif len(first) == 4:
        first, third = third, first
    return _date(day=first, month=second, year=third)


def _date(*, day: str, month: str, year: str) -> date | None:
    if not (day.isdecimal() and year.isdecimal() and len(year) == 4):
        return None
    try:
        return date(int(year), _month(month), int(day))
    except ValueError:
        return None


def _month(text: str) -> int:
    """1-12 from a number, a name or its first three letters; 0 for anything else."""
    if text.isdecimal():
        return int(text)
    named = (number for number, names in enumerate(MONTHS, 1) if any(name.startswith(text) for name in names))
    return next(named, 0) if len(text) >= 3 else 0


def local_day(value: date | datetime) -> date:
    """The day of a moment in the municipality's time zone; a date is its own day."""
    return timezone.localdate(value) if isinstance(value, datetime) else value


def full(value: date | datetime) -> str:
    """Day, month in words and year."""
    return date_format(local_day(value), "DATE_FORMAT")


def in_words(value: date | datetime, today: date) -> str:
    """ "i dag", "10. marts", or with the year when it is another year."""
    day = local_day(value)
    if day == today:
        return pgettext("day", "today")
    return date_format(day, "MONTH_DAY_FORMAT") if day.year == today.year else full(day)


def deadline(value: date | datetime, today: date) -> str:
    """ "senest 17. marts", or how many days it is overdue."""
    late = (today - local_day(value)).days
    if late > 0:
        return ngettext("%(days)s day overdue", "%(days)s days overdue", late) % {"days": late}
    return pgettext("deadline", "by %(day)s") % {"day": in_words(value, today)}


def time_of_day(moment: datetime) -> str:
    """ "10.42" in the municipality's time zone."""
    return date_format(timezone.localtime(moment), pgettext("time of day", "H:i"))

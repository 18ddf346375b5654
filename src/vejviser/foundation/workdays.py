"""Danish working days: Monday to Friday without the public holidays, most of which follow Easter; whole months."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

# Days after Easter Sunday: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday.
_AFTER_EASTER = (-3, -2, 0, 1, 39, 49, 50)
# General Prayer Day was a holiday for the last time in 2023.
_PRAYER_DAY, _PRAYER_DAY_ENDED = 26, 2024
_FIXED = ((1, 1), (12, 25), (12, 26))


def is_workday(day: date) -> bool:
    """Whether offices are open: 5 June and 24 and 31 December are not public holidays and count as working days."""
    return day.weekday() < 5 and day not in holidays(day.year)


def add_workdays(day: date, count: int) -> date:
    """The `count`-th working day after a day; 0 gives the day itself. Raises ValueError for a negative count."""
    if count < 0:
        raise ValueError("count must not be negative")
    while count:
        day += timedelta(days=1)
        count -= is_workday(day)
    return day


def workdays_after(start: date, end: date) -> int:
    """How many working days have passed: those after `start` up to and including `end`."""
    return sum(is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@cache
def holidays(year: int) -> frozenset[date]:
    """The public holidays of a year."""
    sunday = easter(year)
    movable = (*_AFTER_EASTER, _PRAYER_DAY) if year < _PRAYER_DAY_ENDED else _AFTER_EASTER
    return frozenset(date(year, *fixed) for fixed in _FIXED) | {sunday + timedelta(days=n) for n in movable}


def easter(year: int) -> date:
    """Easter Sunday: the Sunday after the first full moon of spring, by the church's reckoning."""
    century = year // 100
    golden = year % 19
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))

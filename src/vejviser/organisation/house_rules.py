"""Who may stand in which room, and until when. Pure: today and now are arguments."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from vejviser.foundation.results import RuleBroken
from vejviser.organisation.rules import RELATION_OF_ROLE

# A stand-in's day, and "ends today", end at this local time.
DAY_ENDS = time(18)
# Units in which a child has one adult first. A childminder is that without a word.
WITH_PRIMARY = ("vuggestue", "boernehave")


def check_role(role: str, name: str) -> None:
    """Raises RuleBroken("house_role") for a role that gives no relation to children."""
    if role not in RELATION_OF_ROLE:
        raise RuleBroken("house_role", name=name)


def check_days(opens: date, closes: date | None) -> None:
    """Raises RuleBroken("house_dates") when the last day is before the first."""
    if closes is not None and closes < opens:
        raise RuleBroken("house_dates", opens=opens)


def check_day_is_on(now: datetime, ends: datetime) -> None:
    """Raises RuleBroken("house_day_is_over") when there is nothing left of the day to stand in for."""
    if now >= ends:
        raise RuleBroken("house_day_is_over")


def last_day(closes_at: datetime) -> date:
    """The last day of a row that ends at this local moment: midnight belongs to the day before."""
    return (closes_at - timedelta(microseconds=1)).date()


def is_for_a_day(opens_at: datetime, closes_at: datetime | None) -> bool:
    """Whether a row (local moments) covers one day only, as a stand-in's does."""
    return closes_at is not None and last_day(closes_at) == opens_at.date()


def only_stands_in(rows: Collection[tuple[datetime, datetime | None]]) -> bool:
    """Whether somebody has been here before, and never for more than a day at a time."""
    return bool(rows) and all(is_for_a_day(*row) for row in rows)

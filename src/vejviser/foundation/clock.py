"""The one clock: now and today, in the municipality's time zone, frozen in tests and moved by the demo day."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """This moment in UTC; in the demo the time of day is real and the date is the demo's."""
    return _frozen.get() or _on_demo_day(timezone.now())


def today() -> date:
    """Today's date in the municipality's time zone: ages and consents change at local midnight."""
    return timezone.localdate(now())


def local_midnight(day: date) -> datetime:
    """The first moment of a day in the municipality's time zone."""
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001


@contextmanager
def frozen(moment: datetime) -> Iterator[None]:
    """Stop the clock at a moment, in tests and while the demo's history is made."""
    token = _frozen.set(moment)
    try:
        yield
    finally:
        _frozen.reset(token)


def _on_demo_day(moment: datetime) -> datetime:
    if not settings.DEMO_DAY:
        return moment
    days = settings.DEMO_DAY - timezone.localtime(moment).date()
    return moment + timedelta(days=days.days) + settings.DEMO_SHIFT

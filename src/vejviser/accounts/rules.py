"""How long a sign-in lasts. Pure."""

from datetime import datetime, timedelta

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=10)
TOUCH_EVERY = timedelta(minutes=1)


def has_ended(signed_in: datetime, last_seen: datetime, now: datetime) -> bool:
    """After 30 idle minutes, or 10 hours in all."""
    return now - last_seen >= IDLE or now - signed_in >= LONGEST


def is_due(last_seen: datetime, now: datetime) -> bool:
    """Whether to write down that the person is active: at most once a minute."""
    return now - last_seen >= TOUCH_EVERY

"""Reminders, once a day."""

from datetime import timedelta

from vejviser.foundation.schedule import job
from vejviser.worklist.actions import remind


@job("worklist.remind", every=timedelta(days=1))
def remind_of_tasks() -> str:
    """Mark whoever is to be reminded today."""
    return f"{remind()} tasks reminded of"

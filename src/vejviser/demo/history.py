"""A year of work with children in Fjordlund, told through the same actions as everybody's."""

from datetime import date

from vejviser.demo import (
    history_consents,
    history_house,
    history_log_alma,
    history_logs,
    history_notes,
    history_rounds,
    history_rounds_now,
)
from vejviser.demo.history_town import Town, living
from vejviser.demo.models import Written
from vejviser.foundation.schedule import planned

CHAPTERS = (
    history_house,
    history_consents,
    history_notes,
    history_log_alma,
    history_logs,
    history_rounds,
    history_rounds_now,
)
MORNING = ("access.consents", "screening.open_groups", "agreements.overdue", "relaylog.unanswered", "worklist.remind")
"""The jobs that have run when people come to work."""


def write_history(day: date) -> None:
    """Write the year that leads up to `day`. What comes last says that all of it is there."""
    town = Town(day)
    for chapter in CHAPTERS:
        chapter.write(town)
    with living(day, "06:00"):
        for name in MORNING:
            planned[name].work()
    history_house.write_today(town)
    Written.objects.create(day=day)


def history_is_whole() -> bool:
    """Whether the set-up has once come to its end."""
    return Written.objects.exists()

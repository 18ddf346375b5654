"""A leader's start page: how far each room is, and who holds which baton until when. Never what was said about a child."""

from collections.abc import Sequence
from dataclasses import dataclass

from vejviser.access.queries import shown
from vejviser.accounts.models import Person
from vejviser.desk.metadata_queries import LogLine, log_lines
from vejviser.desk.overview_queries import Overview, read_overview
from vejviser.foundation import clock
from vejviser.foundation.looks import Shown
from vejviser.organisation.gap_queries import Gap, gaps
from vejviser.organisation.house_queries import house_on
from vejviser.organisation.permissions import house
from vejviser.relaylog.queries import led_by
from vejviser.screening.models import GroupRound
from vejviser.screening.queries.status import days_to_agreement, led


@dataclass(frozen=True)
class LeaderPage:
    """The leader's own tasks as for everybody, and the state of the house beside them."""

    overview: Overview
    rounds: Sequence[GroupRound]
    days: int | None
    logs: list[LogLine]
    gaps: list[Gap]

    @property
    def shows(self) -> list[Shown]:
        """Everybody who is named on the page; of a log, that it is there."""
        return [*shown(self.overview.sights, "D1"), *shown((line.sight for line in self.logs), "D1", "D5")]


def read_leader(person: Person) -> LeaderPage:
    """Everything that the leader of one or more houses sees first."""
    logs = list(led_by(person))
    overview, seen = read_overview(person, {log.child.ref for log in logs})
    return LeaderPage(overview, led(person), days_to_agreement(person), log_lines(logs, seen), _gaps(person))


def _gaps(person: Person) -> list[Gap]:
    """What is missing in the houses that the person leads."""
    today = clock.today()
    return [gap for unit in house.rows(person) for gap in gaps(house_on(unit, today))]

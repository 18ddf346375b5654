"""A leader's start page: how far each room is, and who holds which baton until when. Never what was said about a child."""

from collections.abc import Sequence
from dataclasses import dataclass

from vejviser.access.permissions import ChildSight
from vejviser.accounts.models import Person
from vejviser.desk.overview_queries import Overview, read_overview
from vejviser.foundation import clock
from vejviser.organisation.gap_queries import Gap, gaps
from vejviser.organisation.house_queries import house_on
from vejviser.organisation.permissions import house
from vejviser.relaylog.models import Log
from vejviser.relaylog.queries import holders, led_by
from vejviser.screening.models import GroupRound
from vejviser.screening.queries.status import days_to_agreement, led


@dataclass(frozen=True)
class LogLine:
    """An open log of the house: whose, who has the baton, and the next date."""

    log: Log
    sight: ChildSight
    holder: str


@dataclass(frozen=True)
class LeaderPage:
    """The leader's own tasks as for everybody, and the state of the house beside them."""

    overview: Overview
    rounds: Sequence[GroupRound]
    days: int | None
    logs: list[LogLine]
    gaps: list[Gap]

    @property
    def sights(self) -> list[ChildSight]:
        """Everybody who is named on the page, once."""
        named = (*self.overview.sights, *(line.sight for line in self.logs))
        return list({sight.child.pk: sight for sight in named}.values())


def read_leader(person: Person) -> LeaderPage:
    """Everything that the leader of one or more houses sees first."""
    logs = list(led_by(person))
    overview, seen = read_overview(person, {log.child.ref for log in logs})
    return LeaderPage(overview, led(person), days_to_agreement(person), _lines(logs, seen), _gaps(person))


def _lines(logs: Sequence[Log], seen: Sequence[ChildSight]) -> list[LogLine]:
    held = holders(logs) if logs else {}
    by_child = {sight.child.pk: sight for sight in seen}
    lines = []
    for log in logs:
        holder, sight = held.get(log.pk), by_child.get(log.child_id)
        if sight:
            name = holder.employment.person.full_name if holder and holder.employment else ""
            lines.append(LogLine(log, sight, name))
    return lines


def _gaps(person: Person) -> list[Gap]:
    """What is missing in the houses that the person leads."""
    today = clock.today()
    return [gap for unit in house.rows(person) for gap in gaps(house_on(unit, today))]

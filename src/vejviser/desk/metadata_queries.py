"""What a leader knows of a child without reading anything: that there are agreements and a log, who holds it and until when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vejviser.access.permissions import ChildSight
from vejviser.agreements.queries import count_open
from vejviser.relaylog.models import Log
from vejviser.relaylog.queries import holders, led_by


@dataclass(frozen=True)
class LogLine:
    """An open log: whose, who has the baton (empty when nobody has), and the next date."""

    log: Log
    sight: ChildSight
    holder: str


@dataclass(frozen=True)
class Metadata:
    """How far it is with one child."""

    agreements: int
    log: LogLine | None


def log_lines(logs: Sequence[Log], seen: Iterable[ChildSight]) -> list[LogLine]:
    """The logs of children who are seen, each with the name of its holder."""
    held = holders(logs) if logs else {}
    by_child = {sight.child.pk: sight for sight in seen}
    places = ((log, by_child.get(log.child_id), held.get(log.pk)) for log in logs)
    return [
        LogLine(log, sight, place.employment.person.full_name if place and place.employment else "")
        for log, sight, place in places
        if sight
    ]


def metadata(sight: ChildSight) -> Metadata | None:
    """For whoever has a right to metadata and no more; None for everybody else."""
    if sight.may("D5") or not sight.may("D5", "M"):
        return None
    logs = list(led_by(sight.person).filter(child=sight.child))
    return Metadata(count_open(sight), next(iter(log_lines(logs, [sight])), None))

"""A log as the child's page shows it, in two statements: the page has many sections and little time."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import OuterRef, QuerySet, Subquery

from vejviser.access.permissions import ChildSight
from vejviser.relaylog.models import LevelActed, LevelView, Log, Participant
from vejviser.relaylog.permissions import readable, taking_part
from vejviser.relaylog.queries import level_views, voice_name, voice_role
from vejviser.relaylog.rules import span
from vejviser.ui.charts import LevelChart, levels
from vejviser.ui.charts import LevelView as Mark
from vejviser.ui.dates import local_day


@dataclass(frozen=True)
class Acted:
    """The level acted on now, who agreed on it, when and why."""

    level: int
    reason: str
    names: str
    at: datetime


@dataclass(frozen=True)
class Card:
    """The child's open log, or the one that is still read after closing. `span`: from the lowest to the highest own level."""

    log: Log
    holder: str
    holds_since: date | None
    acted: Acted | None
    chart: LevelChart
    span: tuple[int, int] | None


def card(sight: ChildSight) -> Card | None:
    """The child's log, if the person takes part in it; read once per page and kept on the sight."""
    kept = vars(sight)
    if "log_card" not in kept:
        kept["log_card"] = _read(sight) if sight.may("D5") else None
    found: Card | None = kept["log_card"]
    return found


def _read(sight: ChildSight) -> Card | None:
    logs = readable(sight.person).filter(child=sight.child)
    holder = _with_acted(taking_part().filter(log__in=logs.values("pk"))).exclude(capacity="").order_by("log__state").first()
    if holder is None:
        return None
    said, extra = level_views(holder.log), vars(holder)
    newest = {view.voice_id: view.level for view in said if view.level}
    return Card(
        log=holder.log,
        holder=voice_name(holder),
        holds_since=holder.holds_since,
        acted=Acted(extra["level"], extra["reason"], extra["names"], extra["at"]) if extra["level"] else None,
        chart=levels(_marks(said)),
        span=span(list(newest.values())),
    )


def _with_acted(places: QuerySet[Participant]) -> QuerySet[Participant]:
    """With the log, who it is, and the level acted on."""
    newest = LevelActed.objects.filter(log=OuterRef("log")).order_by("-at", "-pk")
    acted = {name: Subquery(newest.values(name)[:1]) for name in ("level", "reason", "names", "at")}
    return places.select_related("log", "employment__person").annotate(**acted)


def _marks(said: list[LevelView]) -> list[Mark]:
    """One mark per number; people of the same role are told apart by their names."""
    known = {view.voice_id: view.voice for view in said if view.level}
    roles = [voice_role(voice) for voice in known.values()]
    names = {
        key: f"{voice_name(voice).split()[0]}, {voice_role(voice)}" if roles.count(voice_role(voice)) > 1 else voice_role(voice)
        for key, voice in known.items()
    }
    letters = {key: _letters(voice_name(voice)) for key, voice in known.items()}
    return [Mark(names[view.voice_id], letters[view.voice_id], local_day(view.at), view.level) for view in said if view.level]


def _letters(name: str) -> str:
    return "".join(part[0] for part in name.split()[:2])

"""A log as its pages read it: lines in columns, own levels side by side, and who holds which baton."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vejviser.access.models import Consent, Sight
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.children.queries import open_enrolments
from vejviser.organisation.models import Employment
from vejviser.organisation.role_texts import role_name
from vejviser.organisation.rules import LEADING_ROLES
from vejviser.relaylog import rules
from vejviser.relaylog.models import Entry, Handover, LevelActed, LevelView, Log, LookBack, Participant
from vejviser.relaylog.participant_queries import Candidate, candidates, open_employments
from vejviser.relaylog.permissions import LogSight, known_of, readable, taking_part
from vejviser.ui.dates import local_day


@dataclass
class Line:
    """What stands in a column: the newest wording, the earlier ones, and the views beside it."""

    entry: Entry
    earlier: list[Entry] = field(default_factory=list)
    dissents: list[Entry] = field(default_factory=list)

    @property
    def staff_only(self) -> bool:
        """Whether the family does not read it today."""
        return rules.hidden_from_family(self.entry.staff_only_until, self.entry.released_on)


@dataclass(frozen=True)
class Views:
    """Everybody's newest own level, in the order in which people came to the log: never in the order of the levels."""

    rows: Sequence[LevelView]
    missing: Sequence[Participant]
    span: tuple[int, int] | None


def lines(seen: LogSight) -> dict[str, list[Line]]:
    """The lines of each column, oldest first."""
    entries = list(seen.log.entries.select_related(*_VOICE).order_by("at", "pk"))
    corrected = {entry.corrects_id: entry for entry in entries if entry.corrects_id}
    columns: dict[str, list[Line]] = {kind: [] for kind in rules.COLUMNS}
    for entry in entries:
        if entry.pk not in corrected:
            columns[entry.kind].append(Line(entry, _earlier(entry, entries)))
    shown = {line.entry.pk: line for kind in ("worry", "works", "note") for line in columns[kind]}
    for line in columns.pop("dissent"):
        shown[_newest(line.entry.about_id or 0, corrected)].dissents.append(line.entry)
    return columns


def views(seen: LogSight) -> Views:
    """The newest own level of everybody who takes part, and who has not said theirs."""
    said = level_views(seen.log)
    newest = {view.voice_id: view for view in said}
    rows = [newest[one.pk] for one in seen.people if one.pk in newest]
    missing = [one for one in seen.people if one.pk not in newest and one.kind in ("staff", "guardian", "child")]
    return Views(rows, missing, rules.span([view.level for view in rows if view.level]))


def level_views(log: Log) -> list[LevelView]:
    """Every own level that was said, oldest first."""
    return list(log.level_views.select_related(*_VOICE).order_by("at", "pk"))


def acted_on(log: Log) -> LevelActed | None:
    """The level that holds now."""
    return log.levels_acted_on.order_by("-at", "-pk").first()


def open_offer(log: Log) -> Handover | None:
    """The hand-over that waits for its answer."""
    return log.handovers.filter(state="offered").select_related("receiver__person").first()


def look_backs(seen: LogSight) -> list[tuple[Participant, LookBack | None]]:
    """Everybody who looks back at the end, with what they have said."""
    said = {row.voice_id: row for row in seen.log.look_backs.all()}
    return [(one, said.get(one.pk)) for one in seen.people if rules.side(one.kind) and one.capacity != "interim"]


def missing_sides(seen: LogSight) -> list[str]:
    """Who has not looked back: child, parents, professionals."""
    said = {rules.side(kind) for kind in seen.log.look_backs.values_list("voice__kind", flat=True)}
    return [side for side in rules.EVALUATORS if side not in said]


def newcomers(seen: LogSight) -> list[Candidate]:
    """Whom the log can take in, or put on another basis than the one they stand on."""
    standing = {(one.employment_id, one.basis.kind, one.basis.consent_id) for one in seen.people if one.basis}
    found = candidates(seen.sight.child)
    return [one for one in found if (one.employment.pk, one.basis, one.consent.pk if one.consent else None) not in standing]


def voice_name(one: Participant) -> str:
    """A name in full; empty for the child, whose name only the page may write."""
    if one.employment:
        return one.employment.person.full_name
    return one.guardian.full_name if one.guardian else one.name


def voice_role(one: Participant) -> str:
    """Who somebody is to the child, in words."""
    if one.employment:
        return role_name(one.employment.role)
    return one.role or {"guardian": _("parent"), "child": _("the child")}.get(one.kind, "")


def agreed(child: Child) -> bool:
    """Whether the family's consent to a log holds today."""
    return Consent.objects.sharing().filter(child=child, purpose="log").exists()


def employment_of(way: Sight) -> Employment:
    """The employment behind a way to a child, at the way's own place when there are several."""
    works = open_employments().filter(person=way.person_id, role=way.role).order_by("pk")
    return works.filter(unit=way.unit_id).first() or works[0]


def held_by(person: Person) -> QuerySet[Log]:
    """Open logs whose baton the person has, earliest next date first."""
    mine = taking_part().filter(employment__person=person, capacity__in=("holder", "interim"))
    seen = readable(person) | known_of(person)
    return seen.filter(state="open", pk__in=mine.values("log")).select_related("child").order_by("next_on", "pk")


def led_by(person: Person) -> QuerySet[Log]:
    """Open logs of the children in the person's house: holder and next date, nothing of what is said."""
    return known_of(person).filter(state="open").select_related("child").order_by("next_on", "pk")


def holders(logs: Iterable[Log]) -> dict[int, Participant]:
    """Log key → who has its baton, for a list of logs in one statement."""
    rows = taking_part().exclude(capacity="").filter(log__in=list(logs)).select_related("employment__person")
    return {row.log_id: row for row in rows}


def leaders(log: Log, unit: int) -> list[Employment]:
    """Who leads a unit, first choice first; without one, whoever leads one of the child's places."""
    places = open_enrolments().filter(child=log.child).values("unit")
    led = open_employments().filter(role__in=LEADING_ROLES).select_related("person").order_by("pk")
    rank = {"leder": 0, "omraadeleder": 1}
    found = list(led.filter(unit=unit)) or list(led.filter(unit__in=places))
    return sorted(found, key=lambda work: rank[work.role])


def last_written(log: Log) -> date:
    """The day of the newest line, or of the opening."""
    newest = log.entries.order_by("-at").values_list("at", flat=True).first()
    return max(local_day(newest), log.opened_on) if newest else log.opened_on


_VOICE = ("voice__employment__person", "voice__employment__unit", "voice__guardian", "by")


def _earlier(entry: Entry, entries: list[Entry]) -> list[Entry]:
    """The wordings that a line has had, oldest first."""
    by_key = {one.pk: one for one in entries}
    found: list[Entry] = []
    while entry.corrects_id:
        entry = by_key[entry.corrects_id]
        found.insert(0, entry)
    return found


def _newest(key: int, corrected: dict[int, Entry]) -> int:
    while key in corrected:
        key = corrected[key].pk
    return key

"""My house on a day: who works in which room, what is missing, and who can stand in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from vejviser.foundation import clock
from vejviser.organisation import house_texts as texts
from vejviser.organisation.house_rules import is_for_a_day, last_day, only_stands_in
from vejviser.organisation.models import Assignment, Employment, Group, Proposal, Unit
from vejviser.organisation.role_texts import role_name
from vejviser.organisation.rules import RELATION_OF_ROLE
from vejviser.organisation.unit_texts import place_word

# Employments and rows that ended so lately are still shown, in grey.
LATELY = timedelta(days=14)
# A house with more rooms names the room in the line instead of giving it a column.
MOST_COLUMNS = 5


@dataclass(frozen=True)
class Counts:
    """Numbers of children by primary key: of a group, of a group without a primary adult, of an assignment as primary."""

    children: Mapping[int, int] = field(default_factory=dict)
    without_primary: Mapping[int, int] = field(default_factory=dict)
    primaries: Mapping[int, int] = field(default_factory=dict)


@dataclass
class Sources:
    """What only a later package can count; nothing until it does."""

    counts: Callable[[Unit], Counts] = lambda unit: Counts()


sources = Sources()


@dataclass
class Line:
    """A row of work as the page shows it on a day."""

    row: Assignment
    house: "House"

    @property
    def is_over(self) -> bool:
        return self.row.closes_at is not None and self.row.closes_at <= self.house.span[0]

    @property
    def is_now(self) -> bool:
        return self.row.opens_at < self.house.span[1] and not self.is_over

    @property
    def place(self) -> str:
        if self.row.unit_id != self.house.unit.pk:
            return self.row.unit.name
        return self.row.group.name if self.row.group else _("The whole house")

    @property
    def is_changeable(self) -> bool:
        """Whether the leader of the house may change the row: its own employee, in the house, not over."""
        own = self.row.unit_id == self.row.employment.unit_id == self.house.unit.pk
        return own and not self.is_over

    @property
    def period(self) -> str:
        return texts.period(self.row.opens_at, self.row.closes_at, days_of(self.row)[1], clock.today())

    @property
    def is_placed(self) -> bool:
        """Whether the column does not say where."""
        return not self.house.is_wide or _in_no_room(self)

    @property
    def is_for_a_day(self) -> bool:
        return is_for_a_day(*local(self.row))

    @property
    def primaries(self) -> int:
        return self.house.counts.primaries.get(self.row.pk, 0)


@dataclass
class Worker:
    """An employee, or somebody from outside, with their lines."""

    work: Employment
    house: "House"
    lines: list[Line] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.work.person.full_name

    @property
    def role(self) -> str:
        """The role, and the unit of somebody from outside."""
        role = role_name(self.work.role)
        return role if self.is_own else f"{role}, {self.work.unit.name}"

    @property
    def note(self) -> str:
        return texts.employed(self.work.opens, self.work.closes, self.house.day)

    @property
    def is_own(self) -> bool:
        return self.work.unit_id == self.house.unit.pk

    @property
    def is_over(self) -> bool:
        return self.work.closes is not None and self.work.closes < self.house.day

    @property
    def lines_now(self) -> list[Line]:
        return [] if self.is_over else [line for line in self.lines if line.is_now]

    @property
    def is_only_today(self) -> bool:
        return bool(self.lines_now) and all(line.is_for_a_day for line in self.lines_now)

    @property
    def is_without_room(self) -> bool:
        """No line now or later, and not somebody who only stands in."""
        coming = [line for line in self.lines if not line.is_over]
        return self.is_own and not (self.is_over or coming or only_stands_in([local(line.row) for line in self.lines]))

    @property
    def sees(self) -> str:
        """How many children of the house the lines open."""
        here = [line.row for line in self.lines_now if line.row.unit_id == self.house.unit.pk]
        whole = any(row.group_id is None for row in here)
        groups = self.house.counts.children if whole else {row.group_id for row in here}
        return texts.sees(sum(self.house.counts.children.get(group, 0) for group in groups if group), self.is_only_today)

    @property
    def cells(self) -> list[tuple[str, list[Line]]]:
        """The lines worth showing, by column: (the column's name, lines)."""
        fresh = [line for line in self.lines if not line.is_over or _is_fresh(line)]
        return [(name, [line for line in fresh if fits(line)]) for name, fits in self.house.columns]


@dataclass
class House:
    """A unit on a day. `counts` are numbers of children, never names."""

    unit: Unit
    day: date
    rooms: list[Group]
    counts: Counts
    workers: list[Worker] = field(default_factory=list)

    @cached_property
    def span(self) -> tuple[datetime, datetime]:
        """From when to when the day is looked at: this moment today, all of any other day."""
        if self.day == clock.today():
            return clock.now(), clock.now() + timedelta(microseconds=1)
        return clock.local_midnight(self.day), clock.local_midnight(self.day + timedelta(days=1))

    @property
    def children(self) -> str:
        """How many children are in the rooms, in words."""
        return texts.sees(sum(self.counts.children.values()), False)

    @property
    def is_wide(self) -> bool:
        """Whether each room has a column of its own."""
        return len(self.rooms) <= MOST_COLUMNS

    @cached_property
    def columns(self) -> list[tuple[str, Callable[[Line], bool]]]:
        """Name and test of each column of the table; rooms first, then lines that are not in a room."""
        if not self.is_wide:
            return [(_("Where"), lambda line: True)]
        rooms = [(room.name, _in_room(room)) for room in self.rooms]
        return rooms + ([(_("Elsewhere"), _in_no_room)] if any(_in_no_room(line) for line in self.lines) else [])

    @property
    def lines(self) -> list[Line]:
        return [line for worker in self.workers for line in worker.lines]

    @property
    def headings(self) -> list[tuple[str, str]]:
        """The columns' names, each with the number of children of a room."""
        under = {room.name: texts.sees(self.counts.children.get(room.pk, 0), False) for room in self.rooms}
        return [(name, under.get(name, "")) for name, _fits in self.columns]

    @property
    def stand_ins(self) -> list[Line]:
        """The day's that are not over."""
        days = [line for line in self.lines if line.is_for_a_day and not line.is_over]
        return [line for line in days if days_of(line.row)[0] == self.day and line.is_changeable]

    @property
    def place(self) -> str:
        """What a room is called here."""
        return place_word(self.unit.kind)

    @property
    def size(self) -> str:
        """How many rooms, in words."""
        return f"{len(self.rooms)} {place_word(self.unit.kind, len(self.rooms))}"

    @property
    def candidates(self) -> tuple[list[Worker], list[Worker]]:
        """Who can stand in: those without a line now, and those with one."""
        here = [worker for worker in self.workers if worker.is_own and not worker.is_over]
        return [one for one in here if not one.lines_now], [one for one in here if one.lines_now]


def house_on(unit: Unit, day: date) -> House:
    """The house on a day, in five queries and those of the counts."""
    found = House(unit, day, list(open_rooms(unit, day)), sources.counts(unit))
    workers = {work.pk: Worker(work, found) for work in working_in(unit, day - LATELY)}
    for row in _rows(unit):
        worker = workers.get(row.employment_id)
        if worker is None and row.employment.unit_id != unit.pk:
            worker = workers.setdefault(row.employment_id, Worker(row.employment, found))
        if worker is not None:
            worker.lines.append(Line(row, found))
    found.workers = sorted((one for one in workers.values() if one.is_own or one.lines_now), key=_order(found))
    return found


def open_rooms(unit: Unit, day: date) -> QuerySet[Group]:
    """The unit's rooms on a day, by name."""
    return unit.groups.filter(Q(closes=None) | Q(closes__gte=day), opens__lte=day).order_by("name", "pk")


def working_in(unit: Unit, since: date) -> QuerySet[Employment]:
    """The unit's own employees who can work with children there, and who have not stopped before a day."""
    still = Q(closes=None) | Q(closes__gte=since)
    return Employment.objects.filter(still, unit=unit, role__in=RELATION_OF_ROLE).select_related("person", "unit")


def in_room(room: Group) -> QuerySet[Assignment]:
    """Rows of a room's own people that hold now or later."""
    rows = Assignment.objects.filter(Q(closes_at=None) | Q(closes_at__gt=clock.now()), group=room, employment__unit=room.unit)
    return rows.select_related("employment__person").order_by("employment__person__first_name", "pk")


def days_of(row: Assignment) -> tuple[date, date | None]:
    """First and last day of a row."""
    opens_at, closes_at = local(row)
    return opens_at.date(), last_day(closes_at) if closes_at else None


def proposals(unit: Unit) -> list[Proposal]:
    """What an import proposes and nobody has answered."""
    rows = Proposal.objects.filter(unit=unit, decided_at=None).select_related("employment__person", "group")
    return list(rows.order_by("pk"))


def local(row: Assignment) -> tuple[datetime, datetime | None]:
    """The row's two moments in the municipality's time zone."""
    return timezone.localtime(row.opens_at), timezone.localtime(row.closes_at) if row.closes_at else None


def _rows(unit: Unit) -> Iterable[Assignment]:
    rows = Assignment.objects.filter(Q(unit=unit) | Q(employment__unit=unit))
    return rows.select_related("employment__person", "employment__unit", "group", "unit").order_by("opens_at", "pk")


def _is_fresh(line: Line) -> bool:
    return line.row.closes_at is None or line.row.closes_at > line.house.span[0] - LATELY


def _in_room(room: Group) -> Callable[[Line], bool]:
    return lambda line: line.row.group_id == room.pk


def _in_no_room(line: Line) -> bool:
    return line.row.group_id is None or line.row.unit_id != line.house.unit.pk


def _order(house: House) -> Callable[[Worker], tuple[bool, bool, int, str]]:
    """Own people before others, those who have stopped last, then by room, then by name."""
    place = {room.pk: number for number, room in enumerate(house.rooms)}

    def key(worker: Worker) -> tuple[bool, bool, int, str]:
        rooms = [place.get(line.row.group_id or 0, len(place)) for line in worker.lines_now]
        return worker.is_over, not worker.is_own, min(rooms, default=len(place) + 1), worker.name

    return key

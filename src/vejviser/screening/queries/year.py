"""The year of rounds as bars: the notice before, the window after. No child and no figure about children."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vejviser.accounts.models import Person
from vejviser.organisation.unit_texts import UNIT_NAMES
from vejviser.screening.models import GroupRound
from vejviser.screening.permissions import planned_groups

LEFT, WIDTH, ROW, TOP = 250, 840, 30, 40


@dataclass(frozen=True)
class Window:
    """One window of a round: which kinds of units, when, and from when the parents were told."""

    round: str
    kinds: tuple[str, ...]
    starts: date
    due: date
    told: date | None

    @property
    def label(self) -> str:
        """The kinds of units in words."""
        return ", ".join(str(UNIT_NAMES[kind]) for kind in self.kinds)


@dataclass(frozen=True)
class Bar:
    """A bar at height `y` from `x`, `width` wide; `notice` bars are dashed."""

    window: Window
    x: int
    y: int
    width: int
    told_x: int | None
    told_width: int

    @property
    def text_y(self) -> int:
        return self.y + 14


@dataclass(frozen=True)
class Year:
    """The drawing: month ticks, bars from above, and where today is."""

    number: int
    months: tuple[tuple[int, date], ...]
    bars: tuple[Bar, ...]
    today: int

    @property
    def height(self) -> int:
        return TOP + ROW * len(self.bars) + 10


def year(person: Person, today: date) -> Year:
    """The windows of this year that the person plans, earliest first."""
    rows = planned_groups(person).filter(due__year__gte=today.year, starts__year__lte=today.year)
    windows = _windows(rows.exclude(state="cancelled").prefetch_related("notices"))
    months = tuple((_x(date(today.year, month, 1), today.year), date(today.year, month, 1)) for month in range(1, 13))
    bars = tuple(_bar(window, place, today.year) for place, window in enumerate(windows))
    return Year(today.year, months, bars, _x(today, today.year))


def _windows(rows: Iterable[GroupRound]) -> list[Window]:
    """Groups with the same round and window are one line."""
    kinds: dict[tuple[str, date, date], set[str]] = {}
    told: dict[tuple[str, date, date], set[date]] = {}
    for row in rows:
        key = (row.round.name, row.starts, row.due)
        kinds.setdefault(key, set()).add(row.group.unit.kind)
        told.setdefault(key, set()).update(notice.sent_on for notice in row.notices.all())
    found = [Window(key[0], tuple(sorted(kinds[key])), key[1], key[2], min(told[key], default=None)) for key in kinds]
    return sorted(found, key=lambda window: (window.starts, window.due, window.round))


def _bar(window: Window, place: int, number: int) -> Bar:
    x, end = _x(window.starts, number), _x(window.due, number)
    told_x = _x(window.told, number) if window.told and window.told < window.starts else None
    told_width = x - told_x if told_x is not None else 0
    return Bar(window, x, TOP + ROW * place, max(end - x, 4), told_x, told_width)


def _x(day: date, number: int) -> int:
    """A day's place, at the edge for days of other years."""
    within = min(max(day, date(number, 1, 1)), date(number, 12, 31))
    return LEFT + WIDTH * (within.timetuple().tm_yday - 1) // 366

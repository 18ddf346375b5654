"""Levels over time: each person's own, side by side, never a mean. Level 1 at the top."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vejviser.ui.charts.drawing import WIDTH, Pill, pill_width, spread

LANE, FIRST_LANE, LANES_LEFT = 28, 22, 30
MOST_MONTHS, GAP = 6, 6


@dataclass(frozen=True)
class Row:
    """One line of the table: whose, and the values in the order of the columns ("–" for none)."""

    who: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class LevelView:
    """One person's own level (1-5) on a day; `who` is the role in the child's life, `initials` unique in the chart."""

    who: str
    initials: str
    day: date
    level: int


@dataclass(frozen=True)
class Differing:
    """The dashed line of a month in which people saw it differently."""

    x: int
    top: int
    bottom: int


@dataclass(frozen=True)
class LevelChart:
    """Lanes 1-5 with level 1 at the top; `months` are the days by which the columns are named."""

    lanes: tuple[tuple[int, int], ...]
    months: tuple[tuple[int, date], ...]
    pills: tuple[Pill, ...]
    differing: tuple[Differing, ...]
    people: tuple[tuple[str, str], ...]
    table_months: tuple[date, ...]
    rows: tuple[Row, ...]
    width: int = WIDTH
    height: int = 176


def levels(views: Iterable[LevelView]) -> LevelChart:
    """Columns are months; in a month a person's last view counts. At most six months are drawn, the table has all."""
    last: dict[date, dict[str, LevelView]] = defaultdict(dict)
    for view in sorted(views, key=lambda view: view.day):
        last[view.day.replace(day=1)][view.who] = view
    months = sorted(last)
    drawn = months[-_fitting(last) :]
    places = spread(len(drawn), LANES_LEFT, WIDTH)
    people = {view.who: view.initials for month in months for view in last[month].values()}
    columns = [_level_column(x, last[month].values()) for x, month in zip(places, drawn, strict=True)]
    return LevelChart(
        lanes=tuple((number, _lane(number)) for number in range(1, 6)),
        months=tuple(zip(places, drawn, strict=True)),
        pills=tuple(pill for column in columns for pill in column),
        differing=tuple(_differing(column) for column in columns if len(column) > 1),
        people=tuple((initials, who) for who, initials in people.items()),
        table_months=tuple(months),
        rows=tuple(Row(who, tuple(_level_of(last[month].get(who)) for month in months)) for who in people),
    )


def _fitting(last: Mapping[date, Mapping[str, LevelView]]) -> int:
    """How many columns stand side by side without their pills touching."""
    widest = max((pill.width for views in last.values() for pill in _level_column(0, views.values())), default=1)
    return max(1, min(MOST_MONTHS, (WIDTH - LANES_LEFT) // (widest + GAP)))


def _level_column(x: int, views: Iterable[LevelView]) -> list[Pill]:
    """One pill per level, with the initials of everybody who sees it there."""
    initials: dict[int, list[str]] = defaultdict(list)
    for view in views:
        initials[view.level].append(view.initials)
    texts = {level: " ".join(names) for level, names in sorted(initials.items())}
    return [Pill(x, _lane(level) - 10, pill_width(text), text) for level, text in texts.items()]


def _differing(column: Sequence[Pill]) -> Differing:
    return Differing(column[0].x, column[0].y + 10, column[-1].y + 10)


def _lane(level: int) -> int:
    return FIRST_LANE + LANE * (level - 1)


def _level_of(view: LevelView | None) -> str:
    return str(view.level) if view else "–"

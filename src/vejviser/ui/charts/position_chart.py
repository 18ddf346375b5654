"""The joint assessments of a child, round by round, in three lanes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vejviser.ui.charts.drawing import WIDTH, spread
from vejviser.ui.scales import POSITIONS, Position

STRIPE, FIRST_STRIPE, STRIPES_LEFT, MOST_ROUNDS = 40, 28, 92, 8
HALF = 8


@dataclass(frozen=True)
class RoundMark:
    """A round: `short` names its column, `name` says it in full; `position` is "" when there is no assessment."""

    short: str
    name: str
    group: str
    position: str

    @property
    def place(self) -> Position | None:
        return POSITIONS[self.position] if self.position else None


@dataclass(frozen=True)
class Dot:
    """The mark of a round around (x, y); a round without an assessment has no place, only its name."""

    x: int
    y: int
    place: Position | None
    short: str

    @property
    def corner(self) -> str:
        return f"{self.x - HALF} {self.y - HALF}"


@dataclass(frozen=True)
class Span:
    """The rounds in one group; `edge` is where it begins, None for the first. Names stand on two lines in turn."""

    group: str
    x: int
    y: int
    edge: int | None


@dataclass(frozen=True)
class PositionChart:
    """Three lanes with Trives at the top. The line is broken by a missing round and by a change of group."""

    stripes: tuple[tuple[Position, int], ...]
    dots: tuple[Dot, ...]
    lines: tuple[str, ...]
    spans: tuple[Span, ...]
    rounds: tuple[RoundMark, ...]
    width: int = WIDTH
    height: int = 192


def positions(rounds: Sequence[RoundMark]) -> PositionChart:
    """Rounds oldest first. The latest eight are drawn, the table has all."""
    drawn = rounds[-MOST_ROUNDS:]
    places = spread(len(drawn), STRIPES_LEFT, WIDTH)
    dots = [_dot(x, mark) for x, mark in zip(places, drawn, strict=True)]
    return PositionChart(
        stripes=tuple((place, _stripe(place) - 19) for place in POSITIONS.values()),
        dots=tuple(dots),
        lines=tuple(_lines(drawn, dots)),
        spans=tuple(_spans(drawn, places)),
        rounds=tuple(rounds),
    )


def _dot(x: int, mark: RoundMark) -> Dot:
    return Dot(x, _stripe(mark.place) if mark.place else 0, mark.place, mark.short)


def _stripe(place: Position) -> int:
    return FIRST_STRIPE + STRIPE * list(POSITIONS.values()).index(place)


def _lines(rounds: Sequence[RoundMark], dots: Sequence[Dot]) -> Iterable[str]:
    """One polyline per unbroken run of assessed rounds in the same group."""
    run: list[str] = []
    group = ""
    for mark, dot in zip(rounds, dots, strict=True):
        if run and (mark.place is None or mark.group != group):
            yield " ".join(run)
            run = []
        if mark.place:
            run.append(f"{dot.x},{dot.y}")
        group = mark.group
    if run:
        yield " ".join(run)


def _spans(rounds: Sequence[RoundMark], places: Sequence[int]) -> Iterable[Span]:
    before = STRIPES_LEFT
    group = None
    number = 0
    for mark, x in zip(rounds, places, strict=True):
        if mark.group != group:
            edge = None if group is None else (before + x) // 2
            yield Span(mark.group, (edge or STRIPES_LEFT) + 6, 170 + 16 * (number % 2), edge)
            number += 1
        group, before = mark.group, x

"""A goal's line from 0 to 10: where each person puts it, and the flag they go for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from vejviser.ui.charts.drawing import Pill, pill_width

LINE_LEFT, LINE_RIGHT, ROW, FLAG = 12, 288, 26, 20


@dataclass(frozen=True)
class Rating:
    """Where one person puts a goal, 0-10."""

    who: str
    initials: str
    value: int


@dataclass(frozen=True)
class Flag:
    """The goal itself: the foot and the top of its pole."""

    x: int
    y: int
    value: int


@dataclass(frozen=True)
class GoalChart:
    """Ticks 0-10 at the height `line`; pills point down at it and the flag stands on it."""

    ticks: tuple[tuple[int, int], ...]
    pills: tuple[Pill, ...]
    flag: Flag | None
    ratings: tuple[Rating, ...]
    target: int | None
    line: int
    height: int
    width: int = 300


def goal(ratings: Sequence[Rating], target: int | None = None) -> GoalChart:
    """One pill per value with the initials of everybody there; pills and flag that would touch stand in rows."""
    marks = _marks(ratings, target)
    rows = _rows([_reach(value, text) for value, text in marks])
    height = ROW * (max(rows, default=0) + 1)
    tops = [(value, text, height - ROW * (row + 1)) for (value, text), row in zip(marks, rows, strict=True)]
    return GoalChart(
        ticks=tuple((value, _tick(value)) for value in range(11)),
        pills=tuple(Pill(_tick(value), top, _width(text), text) for value, text, top in tops if text),
        flag=next((Flag(_tick(value), top, value) for value, text, top in tops if not text), None),
        ratings=tuple(ratings),
        target=target,
        line=height + 4,
        height=height + 26,
    )


def _marks(ratings: Sequence[Rating], target: int | None) -> list[tuple[int, str]]:
    """Values with the initials of everybody there, from the left; the flag is the one without a text."""
    initials: dict[int, list[str]] = defaultdict(list)
    for rating in ratings:
        initials[rating.value].append(rating.initials)
    marks = [(value, " ".join(names)) for value, names in initials.items()]
    return sorted(marks if target is None else [*marks, (target, "")])


def _rows(boxes: Sequence[tuple[int, int]]) -> list[int]:
    """The lowest row with room for each box (left, right), boxes ordered from the left."""
    ends: list[int] = []
    rows = []
    for left, right in boxes:
        row = next((row for row, end in enumerate(ends) if left > end), len(ends))
        ends[row : row + 1] = [right]
        rows.append(row)
    return rows


def _width(text: str) -> int:
    """Neighbours on the line, 28 apart, just fit side by side."""
    return pill_width(text, padding=11)


def _reach(value: int, text: str) -> tuple[int, int]:
    """How far a pill, or the flag, reaches to each side."""
    half = _width(text) // 2 if text else 0
    return _tick(value) - half, _tick(value) + (half or FLAG)


def _tick(value: int) -> int:
    return LINE_LEFT + round((LINE_RIGHT - LINE_LEFT) * value / 10)

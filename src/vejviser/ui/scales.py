"""The two scales that pages draw: three positions in a round, five levels on the ruler. Never colour alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Position:
    """`mark` is the css class, `shape` the path drawn in a box of 16 by 16."""

    code: str
    word: Any
    mark: str
    shape: str


POSITIONS = {
    position.code: position
    for position in (
        Position("trives", pgettext_lazy("position", "Thriving"), "t", "M8 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12Z"),
        Position("opmaerksom", pgettext_lazy("position", "Attentive"), "o", "M8 1.5 14.5 8 8 14.5 1.5 8Z"),
        Position("bekymret", pgettext_lazy("position", "Worried"), "b", "M8 2 14.5 14H1.5Z"),
    )
}
LEVELS = range(1, 6)
DEFAULT_NAMES: Mapping[int, Any] = {
    1: pgettext_lazy("level", "Well-being"),
    2: pgettext_lazy("level", "Attention"),
    3: pgettext_lazy("level", "Concern"),
    4: pgettext_lazy("level", "Clear concern"),
    5: pgettext_lazy("level", "Serious concern"),
}
_sources: list[Callable[[], Mapping[int, Any]]] = [lambda: DEFAULT_NAMES]


def name_levels(source: Callable[[], Mapping[int, Any]]) -> None:
    """Let the municipality's own names of the five levels replace the default ones."""
    _sources.append(source)


def level_name(level: int) -> str:
    """The name of a level, 1-5. Raises KeyError for anything else."""
    return str(_sources[-1]()[level])

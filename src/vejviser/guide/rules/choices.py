"""What is offered to choose from, and whom to ask first. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, zip_longest

from vejviser.guide.rules.answer import names
from vejviser.guide.rules.content import Guide, Named, Sign, Theme
from vejviser.guide.rules.frame import Frame

SHOWN_AT_ONCE = 7


@dataclass(frozen=True)
class Choice:
    """A sign with what to look for, and whether the visitor chose it."""

    sign: Sign
    theme: Theme
    chosen: bool


@dataclass(frozen=True)
class FirstAsked:
    """Whom to ask about a topic: first, and then."""

    about: str
    first: str
    then: tuple[str, ...]


def choices(guide: Guide, band: str | None, chosen: Iterable[str]) -> tuple[list[Choice], list[Choice]]:
    """The signs of an age: a few from every dimension in turn with all that are chosen, and the others."""
    marked = set(chosen)
    signs = guide.signs.get(band or "", ())
    early = {sign.key for sign in _in_turn(guide, signs)[:SHOWN_AT_ONCE]} | marked
    offered = [Choice(sign, guide.look_at[sign.look_at], sign.key in marked) for sign in signs]
    return [one for one in offered if one.sign.key in early], [one for one in offered if one.sign.key not in early]


def by_dimension(guide: Guide, band: str) -> list[tuple[Named, list[Choice]]]:
    """Every sign of an age under its dimension."""
    first, rest = choices(guide, band, ())
    every = [*first, *rest]
    return [(one, [choice for choice in every if choice.sign.dimension == one.key]) for one in guide.dimensions]


def first_asked(guide: Guide, frame: Frame, sector: str) -> list[FirstAsked]:
    """Whom a sector asks first about each topic, so that services do not overlap."""
    return [
        FirstAsked(route.about, names(guide, [route.first[sector]])[0], names(guide, route.then))
        for route in frame.routing
        if sector in route.first
    ]


def _in_turn(guide: Guide, signs: Iterable[Sign]) -> list[Sign]:
    """A sign from each dimension in turn, and in a dimension one from each theme before a second of the same."""
    dimensions = [_themes_in_turn([sign for sign in signs if sign.dimension == one.key]) for one in guide.dimensions]
    return [sign for sign in chain.from_iterable(zip_longest(*dimensions)) if sign]


def _themes_in_turn(signs: list[Sign]) -> list[Sign]:
    themes = [sign.look_at for sign in signs]
    before = [themes[:at].count(theme) for at, theme in enumerate(themes)]
    return [sign for _, sign in sorted(zip(before, signs, strict=True), key=lambda pair: pair[0])]

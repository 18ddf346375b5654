"""The forms of the ages, read once from the edition that ships with the house. They hold no answer and propose none."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language

from vejviser.screening.rules import AGE_BANDS, FOCUS

SOURCE = Path(__file__).resolve().parents[1] / "content" / "instruments.yaml"
LANGUAGES = ("da", "en")


@dataclass(frozen=True)
class Statement:
    """Something seen; `acute` ones open the box "act today"."""

    id: str
    text: str
    acute: bool = False


@dataclass(frozen=True)
class Dimension:
    """One of the four sides of a child's life: statements by position, and statements about ourselves."""

    key: str
    name: str
    statements: dict[str, tuple[Statement, ...]]
    environment: tuple[Statement, ...]


@dataclass(frozen=True)
class Scale:
    """How children of the age answer. `stored_as` is text, picture or integer; an answer is kept as that."""

    key: str
    name: str
    stored_as: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Instrument:
    """The form of one age band."""

    band: str
    version: str
    validated: bool
    dimensions: tuple[Dimension, ...]
    questions: tuple[Statement, ...]
    how: str
    scale: Scale

    def statements(self) -> Iterator[Statement]:
        """All that may be marked: those of attentive and of concerned."""
        for dimension in self.dimensions:
            for position in sorted(FOCUS):
                yield from dimension.statements[position]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all that may be marked."""
        return frozenset(statement.id for statement in self.statements())

    @property
    def acute(self) -> frozenset[str]:
        """The ids that mean: act today."""
        return frozenset(statement.id for statement in self.statements() if statement.acute)

    def marked(self, chosen: list[str]) -> list[tuple[str, list[str]]]:
        """The name of each dimension with the texts marked in it, in the order of the form."""
        found = []
        for dimension in self.dimensions:
            texts = [s.text for of in dimension.statements.values() for s in of if s.id in chosen]
            if texts:
                found.append((dimension.name, texts))
        return found


def edition() -> str:
    """The edition of the forms, kept on the rounds that use it."""
    return str(_source()["edition"])


def instrument(band: str | None) -> Instrument | None:
    """The form of an age band in the reader's language; None for no band."""
    language = get_language()
    return _instruments(language if language in LANGUAGES else LANGUAGES[0])[band] if band in AGE_BANDS else None


def how_to_use() -> list[str]:
    """How the forms are used, in sentences."""
    return [_text(one, str(get_language())) for one in _source()["rules"]]


def environment_scale() -> list[tuple[str, str]]:
    """How often the adults do a thing themselves, as (key, words)."""
    language = get_language()
    return [(one["key"], _text(one["name"], str(language))) for one in _source()["environment_scale"]]


@cache
def _source() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return content


@cache
def _instruments(language: str) -> dict[str | None, Instrument]:
    return {one["age_band"]: _instrument(one, language) for one in _source()["instruments"]}


def _instrument(raw: dict[str, Any], language: str) -> Instrument:
    asked = raw["child_questions"]
    return Instrument(
        band=raw["age_band"],
        version=raw["version"],
        validated=raw["validated"],
        dimensions=tuple(_dimension(one, language) for one in raw["dimensions"]),
        questions=tuple(_statement(one, language) for one in asked["questions"]),
        how=_text(asked["how"], language),
        scale=_scale(asked["scale"], language),
    )


def _dimension(raw: dict[str, Any], language: str) -> Dimension:
    return Dimension(
        key=raw["key"],
        name=_text(raw["name"], language),
        statements={position: tuple(_statement(one, language) for one in of) for position, of in raw["statements"].items()},
        environment=tuple(_statement(one, language) for one in raw["environment"]),
    )


def _statement(raw: dict[str, Any], language: str) -> Statement:
    return Statement(raw["id"], _text(raw, language), raw.get("acute", False))


def _scale(key: str, language: str) -> Scale:
    raw = _source()["child_scales"][key]
    options = tuple((one["key"], _text(one["label"], language)) for one in raw["options"])
    return Scale(key, _text(raw["name"], language), raw["stored_as"], options)


def _text(both: dict[str, str], language: str) -> str:
    return both[language] if language in LANGUAGES else both[LANGUAGES[0]]

"""The one registry through which later packages offer sections and forward buttons on pages of earlier ones."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class Section:
    """A piece of the child's page. Shown when the person may see `data_class` of the child and `context` is not None.

    `context(request, sight)` reads what the template needs; `place` is main, side or top; `order` is the place in it.
    """

    key: str
    data_class: str
    place: str
    order: int
    template: str
    context: Callable[[HttpRequest, Any], dict[str, Any] | None]


@dataclass(frozen=True)
class Event:
    """One line of a child's time line, for staff who may see its data class."""

    day: Any
    text: str
    data_class: str
    link: str = ""


@dataclass(frozen=True)
class Forward:
    """A button on a child's page: `address(child ref)`, offered when the person holds `right` to `data_class`."""

    key: str
    label: Any
    address: Callable[[Any], str]
    data_class: str
    right: str = "R"
    order: int = 50


sections: dict[str, Section] = {}
forwards: dict[str, Forward] = {}
timelines: dict[str, Callable[[Any], list[Event]]] = {}


def offer_section(section: Section) -> None:
    """Put a section on the child's page."""
    sections[section.key] = section


def offer_forward(forward: Forward) -> None:
    """Put a button on the child's page."""
    forwards[forward.key] = forward


def offer_timeline(key: str, events: Callable[[Any], list[Event]]) -> None:
    """Add a source of time line events: `events(sight)` gives those the sight may see."""
    timelines[key] = events

"""The furniture of a page: menu, person, language link and demo banner, made only when a template asks for it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from vejviser.foundation import clock
from vejviser.ui import navigation
from vejviser.ui.navigation import Entry, Visitor


@dataclass(frozen=True)
class Furniture:
    """What the header and the footer show. `current` is the key of the menu entry of this page."""

    person: Visitor
    menu: list[Entry]
    current: str
    buttons: list[Entry]
    drawer: list[Entry]
    role: str
    units: str
    language_path: str


def furniture(request: HttpRequest) -> dict[str, Any]:
    """`furniture` is lazy: a part that htmx swaps costs no query for the menu."""
    return {
        "furniture": SimpleLazyObject(lambda: furnish(request)),
        "municipality": SimpleLazyObject(navigation.sources.municipality),
        "demo_day": demo_day(),
    }


def furnish(request: HttpRequest) -> Furniture:
    """The furniture for the person of this request."""
    person = getattr(request, "user", AnonymousUser())
    menu = navigation.offered_to(person)
    known = person.is_authenticated
    return Furniture(
        person=person,
        menu=menu,
        current=navigation.current(menu, request.path),
        buttons=navigation.offered_to(person, "button"),
        drawer=navigation.offered_to(person, "drawer"),
        role=navigation.sources.role(person) if known else "",
        units=navigation.sources.units(person) if known else "",
        language_path=language_path(request.get_full_path()),
    )


def language_path(here: str = "/") -> str:
    """The link to the other language, which comes back to this page."""
    other = "en" if get_language() == "da" else "da"
    return f"/sprog/{other}/?{urlencode({'next': here})}"


def demo_day() -> date | None:
    """The demo's today, or None outside demo mode."""
    return clock.today() if settings.DEMO_MODE else None

"""What the header offers: packages put entries here when the house starts; each says for whom it exists."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

MOST = 7

Visitor = AbstractBaseUser | AnonymousUser
Place = Literal["menu", "button", "drawer"]


def everybody(person: object) -> bool:
    """Visitors without a sign-in too."""
    return True


def signed_in(person: Visitor) -> bool:
    """Everybody with a sign-in."""
    return bool(person.is_authenticated)


@dataclass(frozen=True)
class Entry:
    """A way to a page. `offered(person)` must be cheap: it is asked on every whole page, also of visitors.

    `place`: menu (at most seven), button (the one beside the menu) or drawer (extra lines of the phone's menu).
    """

    key: str
    label: Any
    path: str
    order: int = 50
    offered: Callable[[Any], bool] = signed_in
    place: Place = "menu"
    icon: str = ""


@dataclass
class Sources:
    """Facts of the header that later packages know; each starts as nothing."""

    municipality: Callable[[], str] = lambda: str(settings.MUNICIPALITY)
    role: Callable[[Any], str] = lambda person: ""
    units: Callable[[Any], str] = lambda person: ""


sources = Sources()
_entries: dict[str, Entry] = {}


def offer(entry: Entry) -> None:
    """Put an entry in the header; a later offer with the same key replaces it."""
    _entries[entry.key] = entry


def offered_to(person: Visitor, place: Place = "menu") -> list[Entry]:
    """The entries that exist for a person, in order; the menu never holds more than seven."""
    found = [entry for entry in _entries.values() if entry.place == place and entry.offered(person)]
    found.sort(key=lambda entry: (entry.order, entry.key))
    return found[:MOST] if place == "menu" else found


def current(entries: list[Entry], path: str) -> str:
    """The key of the entry whose page this is: the longest path that this one starts with."""
    around = [entry for entry in entries if path.startswith(entry.path)]
    return max(around, key=lambda entry: len(entry.path)).key if around else ""

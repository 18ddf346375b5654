"""What this package puts in the header, and the names that the header and the ruler use."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError
from django.utils.translation import gettext_lazy as _

from vejviser.accounts.models import Person
from vejviser.organisation.permissions import leads, setup
from vejviser.organisation.queries import posts, roles, value
from vejviser.organisation.role_texts import role_name
from vejviser.ui.navigation import Entry, offer, sources
from vejviser.ui.scales import DEFAULT_NAMES, LEVELS, name_levels


def _leads(person: Person | AnonymousUser) -> bool:
    return isinstance(person, Person) and leads(person)


def _sets_up(person: Person | AnonymousUser) -> bool:
    return isinstance(person, Person) and setup.open_to(person)


def _municipality() -> str:
    """Stands on the page that says the database is away, too."""
    try:
        return str(value("municipality.name"))
    except DatabaseError:
        return ""


def _role(person: Person) -> str:
    return ", ".join(role_name(role) for role in sorted(roles(person)))


def _units(person: Person) -> str:
    return ", ".join(dict.fromkeys(post.unit_name for post in posts(person)))


def _level_names() -> Mapping[int, Any]:
    """The municipality's own names of the five levels, when it has given all five."""
    names = value("guide.level_names")
    return dict(zip(LEVELS, names, strict=True)) if isinstance(names, tuple) and len(names) == len(LEVELS) else DEFAULT_NAMES


sources.municipality, sources.role, sources.units = _municipality, _role, _units
name_levels(_level_names)
offer(Entry("my_house", _("My house"), "/mit-hus/", order=30, offered=_leads))
offer(Entry("setup", _("Set-up"), "/opsaetning/", order=90, offered=_sets_up))

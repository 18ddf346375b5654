"""The municipality's own values of [cfg] keys, and which functions are on where."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings

from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.organisation.models import Setting
from vejviser.organisation.post_queries import posts
from vejviser.organisation.setting_rules import KEYS, Value, default, typed

Current = Mapping[tuple[str, str], Setting]
_kept: ContextVar[list[Current] | None] = ContextVar("settings of this request", default=None)


@contextmanager
def kept_for_this_request() -> Iterator[None]:
    """Read the settings at most once inside; what is changed meanwhile counts from the next request."""
    token = _kept.set([])
    try:
        yield
    finally:
        _kept.reset(token)


def current() -> Current:
    """The row that holds today for every (key, scope) the municipality has decided on."""
    kept = _kept.get()
    if kept is None:
        return _read()
    if not kept:
        kept.append(_read())
    return kept[0]


def value(key: str, scope: str = "") -> Value:
    """What holds today for a unit type, or in general. Raises KeyError for an unknown key.

    A decision about the unit type goes before the default of that type, and that before a decision for all.
    """
    decided = current()
    row = decided.get((key, scope))
    if row is None and scope not in KEYS[key].by_scope:
        row = decided.get((key, ""))
    return typed(row.value) if row else default(key, scope, demo=settings.DEMO_MODE)


def number(key: str, scope: str = "") -> int:
    """The value of a key that is a whole number."""
    found = value(key, scope)
    assert isinstance(found, int)
    return found


def is_yes(key: str, scope: str = "") -> bool:
    """The value of a key that is a yes or a no."""
    return value(key, scope) is True


def functions_on(unit_kind: str) -> frozenset[str]:
    """The functions that exist in units of this type; what is off has no menu entry, no address and no task there."""
    found = value("unit.functions", unit_kind)
    return frozenset(found) if isinstance(found, tuple) else frozenset()


def is_on(where: Person | str, function: str) -> bool:
    """Whether a function exists in a type of unit, or anywhere a person works now."""
    kinds = {where} if isinstance(where, str) else {post.unit_kind for post in posts(where)}
    return any(function in functions_on(kind) for kind in kinds)


def _read() -> Current:
    rows = Setting.objects.filter(valid_from__lte=clock.today()).order_by("valid_from", "pk")
    return {(row.key, row.scope): row for row in rows}

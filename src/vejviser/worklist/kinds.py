"""The words of every kind of task; packages add theirs in `tasks.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Kind:
    """`what` and `why` are translatable sentences, filled in with the task's facts; `action` is the button's verb.

    `by_hand`: the person may tick the task off; every other kind ends with the deed it asks for.
    """

    key: str
    what: Any
    why: Any
    action: Any
    by_hand: bool = False


kinds: dict[str, Kind] = {}


def offer(kind: Kind) -> None:
    """Make a kind of task known."""
    kinds[kind.key] = kind


def words(key: str, facts: Mapping[str, Any]) -> tuple[str, str, str]:
    """What, why and the button's verb of a task of this kind. Raises KeyError for an unknown kind."""
    kind = kinds[key]
    return str(kind.what) % facts, str(kind.why) % facts, str(kind.action)

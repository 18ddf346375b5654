"""A permission is one queryset: it gives the list, the single check and the sentence that explains it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from django.db.models import Model, QuerySet

from vejviser.foundation.results import NotVisible

M = TypeVar("M", bound=Model)


class Rule(Protocol):
    """What a view may declare with @needs."""

    @property
    def name(self) -> str: ...
    def open_to(self, person: Any) -> bool: ...
    def get(self, person: Any, **lookup: Any) -> Any: ...


@dataclass(frozen=True)
class Permission(Generic[M]):
    """`rows(person)` is the rule. `why(person, row)` says it in words. `offered(person)` tells whether the function exists
    for the person at all (a menu entry, a page); by default it does for everybody who is signed in."""

    name: str
    rows: Callable[[Any], QuerySet[M]]
    why: Callable[[Any, M], str]
    offered: Callable[[Any], bool] = lambda person: True

    def open_to(self, person: Any) -> bool:
        return self.offered(person)

    def get(self, person: Any, **lookup: Any) -> M:
        """The one row, if the person may see it; NotVisible for unknown and forbidden alike."""
        row = self.rows(person).filter(**lookup).first()
        if row is None:
            raise NotVisible(self.name)
        return row

    def sentence(self, person: Any, row: M) -> str:
        """Such as "Du kan se …, fordi …", from the rule that granted it."""
        return self.why(person, row)


@dataclass(frozen=True)
class Function:
    """A permission to a page that is not about a row, e.g. the person's own overview."""

    name: str
    offered: Callable[[Any], bool] = lambda person: True

    def open_to(self, person: Any) -> bool:
        return self.offered(person)

    def get(self, person: Any, **lookup: Any) -> None:
        raise NotVisible(self.name)


signed_in = Function("signed_in")

"""The permissions on children that views declare."""

from typing import Any

from django.db.models import QuerySet

from vejviser.access.queries import ChildSight, see, ways
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.foundation.results import NotVisible


class ChildRule:
    """A child page: open when a way gives `right` to `data_class`; the view gets the ChildSight."""

    def __init__(self, name: str, data_class: str, right: str = "R") -> None:
        self.name, self.data_class, self.right = name, data_class, right

    def open_to(self, person: Any) -> bool:
        return True

    def rows(self, person: Person) -> QuerySet[Child]:
        """The list."""
        return visible(person, self.data_class, self.right)

    def get(self, person: Person, **lookup: Any) -> ChildSight:
        """The single check."""
        sight = see(person, lookup["ref"])
        if not sight.may(self.data_class, self.right):
            raise NotVisible(self.name)
        return sight

    def sentence(self, person: Person, sight: ChildSight) -> str:
        """The words."""
        return sight.sentence


def visible(person: Person, data_class: str, right: str = "R") -> QuerySet[Child]:
    """The children of whom a person holds `right` to a data class now. Every query of a later package starts here."""
    return Child.objects.filter(pk__in=ways(person, data_class, right).values("child"))


child_page = ChildRule("child_page", "D1")

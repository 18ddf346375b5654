"""Who has which page of the desk. Roles whose work is figures never reach a page with a child: for them it does not exist."""

from dataclasses import dataclass
from functools import cache

from vejviser.access.models import Sight
from vejviser.access.permissions import ChildRule, ChildSight, child_page
from vejviser.access.queries import moved
from vejviser.access.rules import matrix
from vejviser.accounts.models import Person
from vejviser.foundation.looks import Shown
from vejviser.foundation.permissions import Function
from vejviser.foundation.results import NotVisible
from vejviser.organisation.queries import roles
from vejviser.organisation.rules import LEADING_ROLES, WITHOUT_NOTIFYING

# A control of samples is not work with a child.
_CONTROL = "SAMPLE"


@cache
def roles_with_children() -> frozenset[str]:
    """Roles that may see a child by some relation, from docs/access.csv."""
    return frozenset(grant.role for grant in matrix() if grant.data_class == "D1" and grant.relation != _CONTROL)


def works_with_children(person: Person) -> bool:
    """Whether one of the person's roles may see a child at all."""
    return bool(roles(person) & roles_with_children())


def has_children_in_menu(person: Person) -> bool:
    """Leaders reach the children of their house from its page; for everybody else they are a menu entry."""
    return bool(roles(person) & (roles_with_children() - set(LEADING_ROLES)))


def may_notify(person: Person) -> bool:
    """Everybody with an employment has the duty to notify, except the roles that have none."""
    return bool(roles(person) - set(WITHOUT_NOTIFYING))


@dataclass(frozen=True)
class Moved:
    """A child that the person had until lately. Only its first name is shown, never where it is now."""

    way: Sight

    @property
    def shown(self) -> Shown:
        """What the page says to the record of looks."""
        return Shown(self.way.child.ref, ("D1",), self.way.relation, self.way.basis)


class PageOfChild:
    """The child's page, or for 30 days after it moved the message that it did; everybody else gets the one 404."""

    name = "page_of_child"

    def open_to(self, person: Person) -> bool:
        return True

    def get(self, person: Person, **lookup: object) -> ChildSight | Moved:
        """The child as the person sees it now, or the way that ended."""
        try:
            return child_page.get(person, **lookup)
        except NotVisible:
            way = moved(person, str(lookup["ref"]))
            if way is None:
                raise
            return Moved(way)


page_of_child = PageOfChild()
child_contact = ChildRule("child_contact", "D2")
child_words = ChildRule("child_words", "D13", "W")
my_children = Function("my_children", works_with_children)
find_child = Function("find_child", may_notify)

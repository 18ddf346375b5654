"""Who may read and write agreements: by the right to D10 of the child, or by working in the group they are about."""

from collections.abc import Callable
from functools import cache

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from vejviser.access.permissions import ChildRule, see, visible, ways
from vejviser.access.rules import matrix
from vejviser.accounts.models import Person
from vejviser.agreements.models import Agreement
from vejviser.children.models import Child
from vejviser.foundation.permissions import Permission
from vejviser.foundation.results import NotVisible
from vejviser.organisation.models import Assignment, Group
from vejviser.organisation.queries import open_assignments
from vejviser.organisation.rules import RELATION_OF_ROLE


def _rows(right: str) -> Callable[[Person], QuerySet[Agreement]]:
    def rows(person: Person) -> QuerySet[Agreement]:
        whole = ways(person, "D10", right).exclude(role__in=own_thread_roles()).values("child")
        own = Q(child__in=visible(person, "D10", right), owner=person)
        return Agreement.objects.filter(Q(child__in=whole) | own | Q(group__in=groups_of(person)))

    return rows


@cache
def own_thread_roles() -> frozenset[str]:
    """Roles that follow only what they promised themselves."""
    return frozenset(grant.role for grant in matrix() if grant.data_class == "D10" and grant.when == "own_thread")


def groups_of(person: Person) -> QuerySet[Group]:
    """The groups whose everyday the person shares now, through an assignment to the group or to its whole unit."""
    mine = _everyday().filter(employment__person=person)
    whole_units = mine.filter(group=None).values("unit")
    return Group.objects.filter(Q(pk__in=mine.values("group")) | Q(unit__in=whole_units))


def everyday_of(group: Group) -> QuerySet[Assignment]:
    """Who shares the everyday of a group now."""
    rows = _everyday().filter(Q(group=group) | Q(group=None, unit=group.unit_id))
    return rows.select_related("employment__person")


def _everyday() -> QuerySet[Assignment]:
    roles = [role for role, relation in RELATION_OF_ROLE.items() if relation == "INST"]
    return open_assignments().filter(employment__role__in=roles)


def check_about(person: Person, child: Child | None, group: Group | None) -> None:
    """Raises NotVisible unless the person may write D10 of the child, or works in the group."""
    if child is not None:
        allowed = see(person, child.ref).may("D10", "W")
    else:
        allowed = group is not None and groups_of(person).filter(pk=group.pk).exists()
    if not allowed:
        raise NotVisible("agreement")


def _why(person: Person, agreement: Agreement) -> str:
    if agreement.child is not None:
        return see(person, agreement.child.ref).sentence
    return _("You can see the agreement because you work in %(place)s.") % {"place": agreement.group}


agreement_read = Permission("agreement_read", _rows("R"), _why)
agreement_write = Permission("agreement_write", _rows("W"), _why)
agreements_page = ChildRule("agreements_page", "D10")

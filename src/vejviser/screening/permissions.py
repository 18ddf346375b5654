"""Who plans, who leads, who assesses: three permissions that never widen each other."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from vejviser.access.permissions import visible
from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.foundation.permissions import Function, Permission
from vejviser.foundation.results import NotVisible
from vejviser.organisation.queries import led_units, open_assignments, roles
from vejviser.organisation.role_texts import role_name
from vejviser.organisation.rules import LEADING_ROLES
from vejviser.screening.models import GroupRound, Round, RoundChild

PLANS_ALL = ("systemadministrator", "projektleder")
ASSESSING_ROLES = ("dagplejer", "paedagog", "laerer", "sundhedsplejerske")
SEEN_BY_ASSESSORS = ("planned", "open", "reflecting", "closed")


@dataclass(frozen=True)
class Assessor:
    """Somebody named on Mit hus to assess the group."""

    pk: int
    first_name: str
    last_name: str
    role: str

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True)
class Room:
    """A group's round as one of its assessors sees it, with everybody who assesses; `me` is one of them."""

    group_round: GroupRound
    assessors: tuple[Assessor, ...]
    me: Assessor
    person: Person

    @property
    def names(self) -> str:
        """Everybody who assesses, in a sentence."""
        *most, last = [str(one) for one in self.assessors]
        return _("%(names)s and %(last)s") % {"names": ", ".join(most), "last": last} if most else last


def plans(person: Person) -> bool:
    """Administrators plan for all units, leaders for their own."""
    return bool(roles(person) & {*PLANS_ALL, *LEADING_ROLES})


def plans_all(person: Person) -> bool:
    """Whether the person plans for the whole municipality."""
    return bool(roles(person) & set(PLANS_ALL))


def takes_part(person: Person) -> bool:
    """Whether rounds exist for the person at all."""
    return person.is_authenticated and bool(roles(person) & {*PLANS_ALL, *LEADING_ROLES, *ASSESSING_ROLES})


def planned_groups(person: Person) -> QuerySet[GroupRound]:
    """The groups whose plan the person sees: all, or those of the units they lead."""
    rows = GroupRound.objects.select_related("round", "group__unit")
    return rows if plans_all(person) else rows.filter(group__unit__in=led_units(person))


def _rounds(person: Person) -> QuerySet[Round]:
    mine = Q(pk__in=planned_groups(person).values("round")) | Q(planned_by=person)
    return Round.objects.all() if plans_all(person) else Round.objects.filter(mine)


def _why_plan(person: Person, row: object) -> str:
    known = roles(person) & {*PLANS_ALL, *LEADING_ROLES}
    role = role_name(min(known, key=lambda code: (*PLANS_ALL, *LEADING_ROLES).index(code)))
    return _("You can plan rounds because you are %(role)s.") % {"role": role}


def _why_lead(person: Person, row: GroupRound) -> str:
    if row.group.unit_id in led_units(person):
        return _("You can see the state of the round because you lead %(unit)s.") % {"unit": row.group.unit}
    return _why_plan(person, row)


def assessing(person: Person) -> QuerySet[GroupRound]:
    """The rounds of the groups in which the person is named to assess now."""
    named = open_assignments().filter(employment__person=person, assesses=True, group__isnull=False)
    rows = GroupRound.objects.filter(group__in=named.values("group"), state__in=SEEN_BY_ASSESSORS)
    return rows.select_related("round", "group__unit")


class AssessRule:
    """The page of assessing: one query finds the round, everybody named for the group, and whether the person is one."""

    name = "assess_round"

    def __init__(self, *states: str) -> None:
        self.states = states or SEEN_BY_ASSESSORS

    def open_to(self, person: Person) -> bool:
        return True

    def rows(self, person: Person) -> QuerySet[GroupRound]:
        """The list."""
        return assessing(person).filter(state__in=self.states)

    def get(self, person: Person, **lookup: object) -> Room:
        """The single check."""
        found = list(_with_assessors().filter(**lookup, state__in=self.states))
        named = {row.a_pk: Assessor(row.a_pk, row.a_first, row.a_last, row.a_role) for row in found}  # type: ignore[attr-defined]
        if person.pk not in named:
            raise NotVisible(self.name)
        return Room(found[0], tuple(named.values()), named[person.pk], person)

    def sentence(self, person: Person, room: Room) -> str:
        """The words."""
        return _("You can see %(group)s because you are named to assess the group.") % {"group": room.group_round.group}


def _with_assessors() -> QuerySet[GroupRound]:
    """Each group's round once for every person named to assess it now."""
    way = "group__assignments__"
    rows = GroupRound.objects.filter(_named_now(way)).annotate(
        a_pk=F(f"{way}employment__person"),
        a_first=F(f"{way}employment__person__first_name"),
        a_last=F(f"{way}employment__person__last_name"),
        a_role=F(f"{way}employment__role"),
    )
    return rows.select_related("round", "group__unit").order_by("a_first", "a_last", "a_pk")


def _named_now(way: str) -> Q:
    """The same as open_assignments(), seen from the group."""
    now, today = clock.now(), clock.today()
    return (
        Q(**{f"{way}assesses": True, f"{way}opens_at__lte": now, f"{way}employment__opens__lte": today})
        & (Q(**{f"{way}closes_at": None}) | Q(**{f"{way}closes_at__gt": now}))
        & (Q(**{f"{way}employment__closes": None}) | Q(**{f"{way}employment__closes__gte": today}))
    )


def _children(states: Collection[str], right: str) -> Callable[[Person], QuerySet[RoundChild]]:
    def rows(person: Person) -> QuerySet[RoundChild]:
        mine = assessing(person).filter(state__in=states).order_by()
        found = RoundChild.objects.filter(
            group_round__in=mine.values("pk"), child__in=visible(person, "D3", right), left_on=None
        )
        return found.select_related("child", "notice", "group_round__round", "group_round__group__unit")

    return rows


def _why_child(person: Person, row: RoundChild) -> str:
    group = row.group_round.group
    return _("You can see %(group)s because you are named to assess the group.") % {"group": group}


def _objections(person: Person) -> QuerySet[RoundChild]:
    mine = planned_groups(person).filter(group__unit__in=led_units(person))
    found = RoundChild.objects.filter(group_round__in=mine.values("pk"), child__in=visible(person, "D1"), left_on=None)
    return found.select_related("child", "group_round__round", "group_round__group__unit")


assess = AssessRule()
reflect = AssessRule("reflecting", "closed")
rounds_list = Function("rounds", takes_part)
plan_page = Function("plan_rounds", plans)
plan: Permission[Round] = Permission("plan_round", _rounds, _why_plan, plans)
lead: Permission[GroupRound] = Permission("lead_round", planned_groups, _why_lead, plans)
assess_child: Permission[RoundChild] = Permission("assess_child", _children(SEEN_BY_ASSESSORS, "W"), _why_child)
objections: Permission[RoundChild] = Permission("round_objection", _objections, lambda p, r: _why_lead(p, r.group_round))

"""Where rounds stand, for those who assess and those who lead: states and dates, never a position or a person's figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.organisation.queries import led_units
from vejviser.screening import texts
from vejviser.screening.models import GroupRound, Reflection
from vejviser.screening.permissions import assessing, planned_groups
from vejviser.screening.queries.assess import unanswered
from vejviser.screening.queries.plan import PlanLine, assessors, plan_line
from vejviser.screening.rules import GROUP_ROUND

RECENT = timedelta(days=120)


@dataclass(frozen=True)
class Status:
    """A group's round as its leader sees it. `all_in`: everybody has assessed every child."""

    line: PlanLine
    all_in: bool
    change: Reflection | None

    @property
    def state(self) -> object:
        """The state in words."""
        return texts.STATES[self.line.group_round.state]

    @property
    def next_step(self) -> object:
        """What comes next, in words; never nothing."""
        return texts.NEXT_STEPS[GROUP_ROUND[self.line.group_round.state].next]


def status(group_round: GroupRound) -> Status:
    """One group's state."""
    people = [person.pk for person in assessors(group_round)] if group_round.state == "open" else []
    all_in = bool(people) and not unanswered(group_round, people)
    closed = group_round.state == "closed"
    change = Reflection.objects.filter(group_round=group_round).select_related("change_owner") if closed else None
    return Status(plan_line(group_round), all_in, change.first() if change else None)


def mine(person: Person) -> list[GroupRound]:
    """The rounds of the groups the person assesses: those under way, and those of the last months."""
    rows = assessing(person).filter(due__gte=clock.today() - RECENT)
    return list(rows.order_by("due", "group__name"))


def led(person: Person) -> Sequence[GroupRound]:
    """The rounds of the groups in the units the person leads, under way or lately finished."""
    rows = planned_groups(person).filter(group__unit__in=led_units(person), due__gte=clock.today() - RECENT)
    return list(rows.exclude(state="cancelled").order_by("due", "group__unit__name", "group__name"))


def days_to_agreement(person: Person) -> int | None:
    """Days from reveal to the end of the talk, for the whole house the person leads: the middle one; None without rounds."""
    rows = planned_groups(person).filter(group__unit__in=led_units(person), state="closed", closed_at__gte=clock.now() - RECENT)
    days = sorted((closed - opened).days for opened, closed in rows.values_list("opened_at", "closed_at") if opened and closed)
    return days[len(days) // 2] if days else None

"""Who may change who works where, and who sees the settings."""

from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from vejviser.accounts.models import Person
from vejviser.foundation.permissions import Function, Permission, Rule
from vejviser.organisation.models import Assignment, Group, Proposal, Unit
from vejviser.organisation.post_queries import led_units, roles
from vejviser.organisation.setting_queries import is_on


def leads(person: Person) -> bool:
    """Whether the person leads any unit now."""
    return bool(led_units(person))


def _houses(person: Person) -> QuerySet[Unit]:
    return Unit.objects.filter(pk__in=led_units(person)).order_by("name", "pk")


def _rows(person: Person) -> QuerySet[Assignment]:
    """Rows of the house's own employees; those who come from outside are placed by their own leader."""
    mine = Assignment.objects.filter(unit__in=led_units(person), employment__unit=F("unit"))
    return mine.select_related("unit", "group", "employment__person")


def _why(person: Person, row: Unit | Group | Assignment | Proposal) -> str:
    unit = row if isinstance(row, Unit) else row.unit
    return _("You can change My house because you lead %(unit)s.") % {"unit": unit.name}


house = Permission[Unit]("house", _houses, _why, leads)
house_row = Permission[Assignment]("house_row", _rows, _why, leads)
house_room = Permission[Group](
    "house_room", lambda person: Group.objects.filter(unit__in=led_units(person)).select_related("unit"), _why, leads
)
house_proposal = Permission[Proposal](
    "house_proposal", lambda person: Proposal.objects.filter(unit__in=led_units(person)), _why, leads
)
setup = Function("setup", lambda person: "systemadministrator" in roles(person))


@dataclass(frozen=True)
class Switched:
    """A rule that exists only where its function is on; where it is off, the page is the same 404 as no page."""

    function: str
    rule: Rule

    @property
    def name(self) -> str:
        return self.rule.name

    def open_to(self, person: Person) -> bool:
        return is_on(person, self.function) and self.rule.open_to(person)

    def get(self, person: Person, **lookup: object) -> object:
        return self.rule.get(person, **lookup)


def with_function(function: str, rule: Rule) -> Switched:
    """The rule for @needs, of a page that belongs to a function a municipality can switch off per kind of unit."""
    return Switched(function, rule)

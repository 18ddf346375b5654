"""Whom a family can be asked to let in: the child's own places and the services of the municipality."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.children.queries import open_enrolments
from vejviser.foundation import clock
from vejviser.organisation.models import Employment
from vejviser.organisation.role_texts import role_name
from vejviser.organisation.rules import LEADING_ROLES

# The services a family may be asked to let in; a school or another house is added by the transition to it.
SERVICES = ("sundhedspleje", "ppr", "familieraadgivning", "tandpleje", "ekstern", "klub", "ungdomstilbud")


def receivers(child: Child) -> list[tuple[str, list[tuple[str, str]]]]:
    """Whom a family can be asked about, for a select: the child's own places, then each service by role and by name.

    A value is "unit ref:role:person ref"; role and person may be empty.
    """
    own = [(f"{place.unit.ref}::", str(place.unit)) for place in open_enrolments().filter(child=child).select_related("unit")]
    services: dict[str, dict[str, str]] = {}
    for work in _service_employments():
        options = services.setdefault(str(work.unit), {})
        options[f"{work.unit.ref}:{work.role}:"] = role_name(work.role)
        options[f"{work.unit.ref}:{work.role}:{work.person.ref}"] = f"{role_name(work.role)}: {work.person.full_name}"
    groups = [(unit, list(options.items())) for unit, options in services.items()]
    return [(gettext("The child's own places"), list(dict.fromkeys(own))), *groups]


def receiver_name(unit: str, role: str, person: Person | None) -> str:
    """Such as "Line Aagaard, PPR-psykolog, PPR"."""
    return ", ".join(part for part in (person and person.full_name, role and role_name(role), unit) if part)


def _service_employments() -> QuerySet[Employment]:
    today = clock.today()
    open_now = Employment.objects.filter(Q(closes=None) | Q(closes__gte=today), opens__lte=today)
    asked = open_now.filter(unit__kind__in=SERVICES).exclude(role__in=LEADING_ROLES)
    return asked.select_related("unit", "person").order_by("unit__name", "role", "person__first_name", "pk")

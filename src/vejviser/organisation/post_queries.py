"""What a person is employed as now."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.organisation.models import Employment
from vejviser.organisation.rules import LEADING_ROLES


@dataclass(frozen=True)
class Post:
    """One open employment."""

    employment_id: int
    role: str
    unit_id: int
    unit_ref: UUID
    unit_name: str
    unit_kind: str


def posts(person: Person) -> list[Post]:
    """The person's open employments, read once per request (the list is kept on the signed-in person's object)."""
    kept: list[Post] | None = getattr(person, "_posts", None)
    if kept is None:
        kept = [Post(*row) for row in _open_employments(person).values_list(
            "pk", "role", "unit_id", "unit__ref", "unit__name", "unit__kind")]  # fmt: skip
        person._posts = kept  # type: ignore[attr-defined]
    return kept


def roles(person: Person) -> frozenset[str]:
    """The roles the person holds now; several are a union."""
    return frozenset(post.role for post in posts(person))


def led_units(person: Person) -> list[int]:
    """Primary keys of the units the person leads now."""
    return [post.unit_id for post in posts(person) if post.role in LEADING_ROLES]


def _open_employments(person: Person) -> QuerySet[Employment]:
    today = clock.today()
    return Employment.objects.filter(Q(closes=None) | Q(closes__gte=today), person=person, opens__lte=today).order_by("pk")

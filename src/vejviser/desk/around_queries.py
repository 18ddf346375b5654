"""The people around one child: the adults of the family and how to reach them, and the colleagues who may open its page."""

from dataclasses import dataclass

from vejviser.access.permissions import ChildSight
from vejviser.access.queries import readers
from vejviser.access.rules import DERIVED
from vejviser.accounts.models import Person
from vejviser.children.models import Custody
from vejviser.children.queries import open_custodies
from vejviser.organisation.role_texts import role_name


@dataclass(frozen=True)
class Contact:
    """The adults around a child and how to reach them. Without `whole` only phone numbers that may be called."""

    sight: ChildSight
    custodies: list[Custody]
    whole: bool


def read_contact(sight: ChildSight) -> Contact:
    """The child's adults today, the dead left out; one who must keep away is only told to those with the whole right."""
    everything = "" in sight.when("D2")
    rows = [row for row in open_custodies(sight.child) if not row.guardian.dead and (everything or not row.contact_ban)]
    return Contact(sight, rows, everything)


@dataclass(frozen=True)
class Reader:
    """A colleague who may open the page, and the place or work that gives it."""

    person: Person
    role: str
    place: str


def other_readers(sight: ChildSight) -> list[Reader]:
    """Who else may open the page by everyday work, and by the log for those who may read it themselves.

    Relations from a notification, an authority's case or an emergency are never told: they would say that there is one.
    """
    told = {*DERIVED, *(("LOG",) if sight.may("D5") else ())}
    rows = [row for row in readers(sight.child, "D1") if row.relation in told and row.person != sight.person]
    found = {row.person_id: Reader(row.person, role_name(row.role), str(row.group or row.unit or "")) for row in rows}
    return sorted(found.values(), key=lambda one: (one.person.first_name, one.person.last_name))

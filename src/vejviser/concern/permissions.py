"""Whose note it is: the author's alone, until it is shared with the room where the child spends the day."""

from functools import cache

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from vejviser.access.permissions import see, ways
from vejviser.access.rules import matrix
from vejviser.accounts.models import Person
from vejviser.agreements.permissions import groups_of
from vejviser.children.models import Child
from vejviser.concern.models import AbuseHold, Note
from vejviser.foundation.permissions import Function, Permission
from vejviser.foundation.results import NotVisible
from vejviser.organisation.models import Group
from vejviser.organisation.queries import is_on, roles


def _own(person: Person) -> QuerySet[Note]:
    """Own notes stay with their author as long as a role with a right to own notes lasts."""
    return Note.objects.filter(author=person) if writes_notes(person) else Note.objects.none()


def _shared(person: Person) -> QuerySet[Note]:
    """What others have shared with a room whose everyday the person shares now."""
    everyday = ways(person, "D3").filter(relation="INST", child=OuterRef("child"), group=OuterRef("group"))
    here = Q(Exists(everyday)) | Q(child=None, group__in=groups_of(person))
    return Note.objects.filter(here, shared_at__isnull=False).exclude(author=person)


def _readable(person: Person) -> QuerySet[Note]:
    return Note.objects.filter(Q(pk__in=_own(person).values("pk")) | Q(pk__in=_shared(person).values("pk")))


def writes_notes(person: Person) -> bool:
    """Whether one of the person's roles keeps own notes; visitors have none."""
    return bool(person.is_authenticated and roles(person) & _note_roles())


def offered(person: Person) -> bool:
    """Whether notes exist for the person: the function is on where they work."""
    return writes_notes(person) and is_on(person, "concern")


@cache
def _note_roles() -> frozenset[str]:
    return frozenset(grant.role for grant in matrix() if grant.data_class == "D4" and "O" in grant.rights)


def check_about(person: Person, child: Child | None, group: Group | None) -> None:
    """Raises NotVisible unless the person sees the child, or works in the group, and keeps own notes."""
    if child is not None:
        allowed = see(person, child.ref).may("D4", "O")
    else:
        allowed = group is not None and writes_notes(person) and groups_of(person).filter(pk=group.pk).exists()
    if not allowed:
        raise NotVisible("note")


def _why(person: Person, note: Note) -> str:
    if note.author_id == person.pk:
        return _("You can read the note because you wrote it.")
    return _("You can read the note because %(name)s has shared it with %(place)s, where you work.") % {
        "name": note.author.full_name,
        "place": note.group,
    }


def _own_holds(person: Person) -> QuerySet[AbuseHold]:
    open_ones = AbuseHold.objects.filter(opened_by=person, closed_at=None)
    return open_ones if writes_notes(person) else AbuseHold.objects.none()


note_pages = Function("note_pages", offered)
note_own = Permission("note_own", _own, _why, offered)
note_shared = Permission("note_shared", _shared, _why, offered)
note_read = Permission("note_read", _readable, _why, offered)
hold_own = Permission("hold_own", _own_holds, lambda person, hold: _("You have shielded the case."), offered)

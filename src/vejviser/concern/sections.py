"""Notes on the child's page, the button that leads to a new one, and the way in from every page."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vejviser.access.permissions import ChildSight
from vejviser.accounts.models import Person
from vejviser.concern.permissions import offered
from vejviser.concern.queries import of_child
from vejviser.foundation.next_steps import Event, Forward, Section, offer_forward, offer_section, offer_timeline
from vejviser.organisation.queries import roles
from vejviser.organisation.rules import RELATION_OF_ROLE
from vejviser.ui import navigation
from vejviser.ui.dates import local_day
from vejviser.ui.navigation import Entry

MOST = 5


def _own(request: HttpRequest, sight: ChildSight) -> dict[str, Any] | None:
    mine = [note for note in of_child(sight) if note.author_id == sight.person.pk]
    return {"notes": mine[:MOST]} if mine else None


def _shared(request: HttpRequest, sight: ChildSight) -> dict[str, Any] | None:
    others = [note for note in of_child(sight) if note.author_id != sight.person.pk]
    return {"notes": others[:MOST]} if others else None


def _events(sight: ChildSight) -> list[Event]:
    """Shared notes only: what is private stands in no common line."""
    shared = [(local_day(note.shared_at), note) for note in of_child(sight) if note.shared_at]
    words = _("%(name)s shared a note with %(room)s")
    return [
        Event(day, words % {"name": note.author.full_name, "room": note.group}, _class(sight, note.author_id), note.address())
        for day, note in shared
    ]


def _class(sight: ChildSight, author: int) -> str:
    return "D4" if author == sight.person.pk else "D3"


def _new_note(child: UUID) -> str:
    return f"{reverse('note_new')}?barn={child}"


def _works_with_children(person: Person) -> bool:
    """The header's button is for those with an everyday or a caseload of children."""
    return bool(person.is_authenticated and roles(person) & RELATION_OF_ROLE.keys() and offered(person))


offer_section(Section("concern.own", "D4", "main", 50, "concern/_own.html", _own))
offer_section(Section("concern.shared", "D3", "main", 51, "concern/_shared.html", _shared))
offer_timeline("concern", _events)
offer_forward(Forward("concern.note", gettext_lazy("Make a note"), _new_note, "D4", "O", order=10))
navigation.offer(
    Entry("note", gettext_lazy("Note about a child"), "/noter/ny/", offered=_works_with_children, place="button", icon="edit")
)
navigation.offer(Entry("notes", gettext_lazy("My notes"), "/noter/", offered=_works_with_children, place="drawer", icon="edit"))

"""Everything on one child's page, as far as the person may see it; what is not for them is not read."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest

from vejviser.access.models import Sight
from vejviser.access.permissions import ChildSight
from vejviser.access.rules import DERIVED
from vejviser.agreements.models import Agreement
from vejviser.agreements.queries import in_progress
from vejviser.children.models import Child, Enrolment, OwnWords
from vejviser.children.queries import open_enrolments, words_of
from vejviser.desk.metadata_queries import Metadata, metadata
from vejviser.desk.task_queries import TaskLine, line_of
from vejviser.foundation import clock
from vejviser.foundation.child_url import child_url
from vejviser.foundation.next_steps import Event, Forward, Section, forwards, sections, timelines
from vejviser.ui.dates import local_day
from vejviser.worklist.queries import open_tasks

NOTIFY = "/underretning/"
WORDS_SHOWN, EVENTS_SHOWN = 8, 12


@dataclass(frozen=True)
class Piece:
    """A section of a later package with what its template needs."""

    section: Section
    context: dict[str, Any]


@dataclass(frozen=True)
class NextStep:
    """What to do for this child now: the person's own task, or an agreement that somebody keeps."""

    task: TaskLine | None = None
    agreement: Agreement | None = None

    @property
    def data_class(self) -> str:
        """Of what the step says about the child: a task says nothing beyond that there is one."""
        return "D10" if self.agreement else "D1"


@dataclass
class Page:
    """The child's page as one person sees it."""

    sight: ChildSight
    place: str
    step: NextStep
    words: list[OwnWords]
    pieces: list[Piece]
    coming: list[Event]
    past: list[Event]
    status: Metadata | None
    buttons: list[tuple[Any, str]] = field(default_factory=list)

    @property
    def data_classes(self) -> list[str]:
        """Every data class that stands on the page."""
        classes = {"D1", self.step.data_class, *(piece.section.data_class for piece in self.pieces)}
        classes |= {event.data_class for event in (*self.coming, *self.past)}
        if self.status:
            classes |= {"D5", "D10"}
        return sorted(classes | ({"D13"} if self.shows_words else set()))

    @property
    def full(self) -> bool:
        """Whether the whole name, unit and group are shown; some roles see a first name and an age only."""
        return whole(self.sight)

    @property
    def shows_words(self) -> bool:
        """Who the child is comes before what worries us, also when nothing is written yet."""
        return "" in self.sight.when("D13")

    @property
    def may_add_words(self) -> bool:
        """Whether the person may write what the child is good at or says."""
        return self.sight.may("D13", "W")

    @property
    def shows_contact(self) -> bool:
        """Whether there is something about the family to ask for."""
        return self.sight.may("D2")

    @property
    def readers_path(self) -> str:
        """The page that names the colleagues who may open this one."""
        return child_url(self.sight.child.ref, "hvem") if self.full else ""

    @property
    def strengths(self) -> list[OwnWords]:
        """What the child is good at, newest first."""
        return [words for words in self.words if words.kind == "strength"]

    @property
    def said(self) -> list[OwnWords]:
        """What the child said, newest first."""
        return [words for words in self.words if words.kind == "said"]

    def placed(self, *places: str) -> list[Piece]:
        """The sections of some places, in order."""
        return [piece for piece in self.pieces if piece.section.place in places]

    @property
    def main(self) -> list[Piece]:
        """The wide column."""
        return self.placed("top", "main")

    @property
    def side(self) -> list[Piece]:
        """The narrow column."""
        return self.placed("side")


def read_page(request: HttpRequest, sight: ChildSight) -> Page:
    """Read the page; each source is asked once and keeps what it read on the sight."""
    pieces = _pieces(request, sight)
    coming, past = _events(sight)
    page = Page(sight, _place(sight), _next_step(sight), [], pieces, coming, past, metadata(sight), _buttons(sight))
    if page.shows_words:
        page.words = list(words_of(sight.child)[:WORDS_SHOWN])
    return page


def whole(sight: ChildSight) -> bool:
    """Whether the right to the name and the place is without a condition."""
    return "" in sight.when("D1")


def _pieces(request: HttpRequest, sight: ChildSight) -> list[Piece]:
    allowed = sorted((one for one in sections.values() if sight.may(one.data_class)), key=lambda one: one.order)
    read = ((one, one.context(request, sight)) for one in allowed)
    return [Piece(one, context) for one, context in read if context is not None]


def _buttons(sight: ChildSight) -> list[tuple[Any, str]]:
    allowed = (one for one in forwards.values() if sight.may(one.data_class, one.right))
    offered = [(one.label, one.address(sight.child.ref)) for one in sorted(allowed, key=_order)]
    return [(label, address) for label, address in offered if address != NOTIFY]


def _order(forward: Forward) -> int:
    return forward.order


def _events(sight: ChildSight) -> tuple[list[Event], list[Event]]:
    """What is coming, soonest first, and what has been, latest first."""
    found = [event for source in timelines.values() for event in source(sight) if sight.may(event.data_class)]
    today = clock.today()
    coming = [event for event in found if local_day(event.day) >= today]
    past = [event for event in found if local_day(event.day) < today]
    coming.sort(key=_day)
    past.sort(key=_day, reverse=True)
    return coming[:EVENTS_SHOWN], past[:EVENTS_SHOWN]


def _day(event: Event) -> date:
    return local_day(event.day)


def _next_step(sight: ChildSight) -> NextStep:
    """The person's own earliest task, else the earliest agreement in progress, whoever keeps it."""
    task = open_tasks(sight.person).filter(child=sight.child.ref).first()
    if task:
        return NextStep(task=line_of(task, sight))
    agreements = in_progress(sight) if sight.may("D10") else []
    return NextStep(agreement=next(iter(agreements), None))


def _place(sight: ChildSight) -> str:
    """Group and unit. People who work there know it; others are told unless the place is protected."""
    if not whole(sight):
        return ""
    way = next((way for way in sight.ways if way.relation in DERIVED), None)
    if way:
        return _named(way)
    return "" if sight.child.is_protected else _enrolled(sight.child)


def _enrolled(child: Child) -> str:
    first = open_enrolments().filter(child=child).select_related("unit", "group").order_by("pk").first()
    return _named(first) if first else ""


def _named(row: Sight | Enrolment) -> str:
    return ", ".join(str(part) for part in (row.group, row.unit) if part)

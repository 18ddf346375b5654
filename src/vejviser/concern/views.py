"""Writing a note and reading notes."""

import uuid
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from vejviser.access.permissions import ChildSight, see
from vejviser.accounts.models import Person
from vejviser.accounts.requests import StaffRequest
from vejviser.agreements.forms import kept
from vejviser.agreements.queries import from_source
from vejviser.concern import actions, queries
from vejviser.concern.forms import FIELD_OF, CorrectionForm, NoteForm
from vejviser.concern.models import Note
from vejviser.concern.permissions import note_own, note_pages, note_read
from vejviser.concern.rules import CONCERN, to_do
from vejviser.concern.texts import NEXT_STEPS
from vejviser.drafts.actions import discard
from vejviser.drafts.queries import Kept, load
from vejviser.drafts.rules import NOTHING
from vejviser.foundation import clock
from vejviser.foundation.http import needs, page_or_part, reads, writes
from vejviser.foundation.looks import Shown
from vejviser.ui.dates import local_day

DRAFT = "note"


@needs(note_pages)
@reads
def notes(request: StaffRequest) -> HttpResponse:
    """My notes, newest first, and what colleagues have shared with my rooms."""
    before = _ref(request.GET.get("foer"))
    mine = queries.my_notes(request.user, note_own.get(request.user, ref=before) if before else None)
    shared = [] if before else queries.shared_with(request.user)
    sights = queries.sights_of(request.user, [*mine, *shared])
    shows = queries.shown_of(request.user, [*mine, *shared], sights)
    context = {
        "mine": [_line(note, sights) for note in mine],
        "shared": [_line(note, sights) for note in shared],
        "older": mine[-1].ref if len(mine) == queries.PAGE else None,
        "unrecorded": not shows,
    }
    return page_or_part(request, "concern/notes.html", context, shows=shows)


@needs(note_pages)
@writes
def new(request: StaffRequest) -> HttpResponse:
    """A new note. The first button saves it for the author alone, the second leads on to sharing it."""
    chosen = _chosen(request)
    about = chosen.child.ref if chosen else NOTHING
    if "discard" in request.POST:
        discard(by=request.user, form=DRAFT, object_ref=about)
        return HttpResponseRedirect(request.get_full_path())
    options, sights = queries.choices(request.user, chosen)
    draft = load(request.user, DRAFT, about) if request.method == "GET" else None
    form = NoteForm(request.POST or None, _first_values(draft, chosen), options)
    if request.method == "POST" and form.is_valid() and _written(request, form, about):
        page = "note_share" if "share" in request.POST else "note"
        return HttpResponseRedirect(Note(ref=form.cleaned_data["ref"]).address(page))
    context = _sheet(request.user, form) | {"form": form, "draft": draft, "about": about, "chosen": chosen}
    context |= {"sentence": queries.choice_sentence(sights), "unrecorded": not sights}
    shows = [sight.shown("D1") for sight in sights]
    return page_or_part(request, "concern/new.html", context, shows=shows, status=422 if form.errors else 200)


@needs(note_pages)
@writes
def advice(request: StaffRequest) -> HttpResponse:
    """The guide's next step and the readers, for what is chosen so far; nothing is kept."""
    options, _shown = queries.choices(request.user, _chosen(request))
    context = _sheet(request.user, NoteForm(request.POST or None, {}, options))
    sight: ChildSight | None = context["sight"]
    return page_or_part(request, "concern/_sheet.html", context, shows=[sight.shown("D1")] if sight else [])


@needs(note_read, ref="ref")
@reads
def note(request: StaffRequest, row: Note) -> HttpResponse:
    """One note: what was seen, who can read it, what happened since and what comes next."""
    context = about_note(request.user, row)
    sight: ChildSight | None = context["sight"]
    context |= {
        "advice": queries.advise(request.user, sight, row.level),
        "to_do": _to_do(row),
        "due": row.look_again or queries.talk_by(local_day(row.created_at)),
        "next": NEXT_STEPS[CONCERN[row.state].next],
        "happened": queries.happened_to(request.user, row),
        "earlier": queries.earlier_of(request.user, row),
        "agreements": list(from_source(request.user, "concern", row.ref)),
        "may_agree": row.child is None or (sight is not None and sight.may("D10", "W")),
        "hold": queries.own_hold(request.user, row),
    }
    return page_or_part(request, "concern/note.html", context, shows=context["shows"])


@needs(note_own, ref="ref")
@writes
def correct(request: StaffRequest, row: Note) -> HttpResponse:
    """A new version of one's own note."""
    seen = {name: getattr(row, name) for name in actions.WORDS}
    form = CorrectionForm(request.POST or None, initial={**seen, "version": row.version})
    if request.method == "POST" and form.is_valid():
        given = {"by": request.user, "note": row, "words": form.words(), "seen": form.cleaned_data["version"]}
        if kept(form, lambda: actions.correct_note(**given), FIELD_OF):
            return HttpResponseRedirect(row.address())
    context = about_note(request.user, row) | {"form": form}
    status = 422 if form.errors else 200
    return page_or_part(request, "concern/correct.html", context, shows=context["shows"], status=status)


def about_note(person: Person, row: Note) -> dict[str, Any]:
    """What every page of one note needs. `sight` is None when the child is no longer the author's to see."""
    sight = queries.sight_of(person, row)
    shows: list[Shown] = queries.shown_of(person, [row], {row.child.pk: sight} if row.child and sight else {})
    return {
        "row": row,
        "child": row.child if sight else None,
        "sight": sight,
        "mine": row.author_id == person.pk,
        "unrecorded": row.child_id is None,
        "data_class": queries.data_class(person, row),
        "sentence": note_read.sentence(person, row),
        "audience": queries.audiences(person, row, sight),
        "shows": shows,
    }


def _chosen(request: StaffRequest) -> ChildSight | None:
    """The child whose page one came from."""
    ref = _ref(request.GET.get("barn"))
    return see(request.user, ref) if ref else None


def _ref(text: str | None) -> uuid.UUID | None:
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None


def _line(note: Note, sights: dict[int, ChildSight]) -> dict[str, Any]:
    """A row of a list; the child is named only when it may be seen now."""
    sight = sights.get(note.child_id) if note.child_id else None
    return {"note": note, "child": sight.child if sight else None, "next": NEXT_STEPS[CONCERN[note.state].next]}


def _first_values(draft: Kept | None, chosen: ChildSight | None) -> dict[str, Any]:
    """The draft, or an empty form about the child one came from."""
    if draft:
        return dict(draft.fields.dict())
    return {"ref": uuid.uuid4(), "subject": f"child:{chosen.child.ref}" if chosen else ""}


def _written(request: StaffRequest, form: NoteForm, about: uuid.UUID) -> bool:
    def write() -> None:
        given = {"ref": form.cleaned_data["ref"], "violence": form.cleaned_data["violence"], **form.about()}
        actions.write_note(by=request.user, words=form.words(), **given)
        discard(by=request.user, form=DRAFT, object_ref=about)

    return kept(form, write, FIELD_OF)


def _sheet(person: Person, form: NoteForm) -> dict[str, Any]:
    """Beside the form: the next step by level, who will read it, and by when to talk with the parents."""
    choice = form.chosen()
    sight = see(person, choice.child.ref) if choice and choice.child else None
    level, violence = form["level"].value(), bool(form["violence"].value())
    return {
        "sight": sight,
        "advice": queries.advise(person, sight, int(level) if str(level or "").isdigit() else None, violence),
        "audience": queries.audiences_of(person, sight),
        "talk_by": queries.talk_by(clock.today()),
    }


def _to_do(row: Note) -> str:
    hold = row.child is not None and queries.hold_on(row.child.ref)
    return to_do(row.state, row.about, row.level, row.told_on is not None, hold)

"""What an author does with a note: sharing it, the talk with the parents, and how the concern ends."""

from collections.abc import Callable

from django import forms
from django.http import HttpResponse, HttpResponseRedirect

from vejviser.accounts.models import Person
from vejviser.accounts.requests import StaffRequest
from vejviser.agreements.forms import AgreementForm, WaitForm, kept
from vejviser.agreements.permissions import everyday_of
from vejviser.agreements.queries import can_own
from vejviser.concern import actions
from vejviser.concern.forms import FIELD_OF, CloseForm, LiftForm, ShareForm, TalkForm
from vejviser.concern.models import AbuseHold, Note
from vejviser.concern.permissions import hold_own, note_own
from vejviser.concern.queries import audiences, sight_of
from vejviser.concern.views import about_note
from vejviser.foundation.http import needs, page_or_part, writes


@needs(note_own, ref="ref")
@writes
def share(request: StaffRequest, row: Note) -> HttpResponse:
    """The readers are named before anything is shared."""
    rooms = [one.group for one in audiences(request.user, row, sight_of(request.user, row))]
    form = ShareForm(request.POST or None, {"version": row.version}, rooms)

    def act() -> Note:
        return actions.share_note(by=request.user, note=row, group=form.room(), seen=form.cleaned_data["version"])

    return _page(request, row, form, act, "concern/share.html")


@needs(note_own, ref="ref")
@writes
def talk(request: StaffRequest, row: Note) -> HttpResponse:
    """Somebody has talked with the parents."""
    form = TalkForm(request.POST or None, initial={"version": row.version})

    def act() -> Note:
        given = dict(form.cleaned_data)
        return actions.note_talk(by=request.user, note=row, day=given.pop("told_on"), seen=given.pop("version"), **given)

    return _page(request, row, form, act, "concern/talk.html")


@needs(note_own, ref="ref")
@writes
def agree(request: StaffRequest, row: Note) -> HttpResponse:
    """The concern ends in a dated agreement."""
    form = AgreementForm(request.POST or None, _owners(row))
    return _page(request, row, form, lambda: actions.agree(by=request.user, note=row, **form.given()), "concern/agree.html")


@needs(note_own, ref="ref")
@writes
def wait(request: StaffRequest, row: Note) -> HttpResponse:
    """The concern ends, for now, in a reasoned wait."""
    form = WaitForm(request.POST or None)
    return _page(request, row, form, lambda: actions.wait(by=request.user, note=row, **form.cleaned_data), "concern/wait.html")


@needs(note_own, ref="ref")
@writes
def close(request: StaffRequest, row: Note) -> HttpResponse:
    """Nothing more is asked."""
    form = CloseForm(request.POST or None, initial={"version": row.version})

    def act() -> Note:
        given = form.cleaned_data
        return actions.close_note(by=request.user, note=row, words=given["words"], seen=given["version"])

    return _page(request, row, form, act, "concern/close.html")


@needs(note_own, ref="ref")
@writes
def reopen(request: StaffRequest, row: Note) -> HttpResponse:
    """It returned: one button on the note's page."""
    if request.method == "POST":
        actions.reopen_note(by=request.user, note=row)
    return HttpResponseRedirect(row.address())


@needs(hold_own, ref="ref")
@writes
def lift(request: StaffRequest, hold: AbuseHold) -> HttpResponse:
    """The shield on a child is lifted, with a reason."""
    row = note_own.get(request.user, ref=hold.source)
    form = LiftForm(request.POST or None, initial={"version": hold.version})

    def act() -> AbuseHold:
        return actions.close_hold(by=request.user, hold=hold, why=form.cleaned_data["why"])

    return _page(request, row, form, act, "concern/lift.html")


def _owners(row: Note) -> list[Person]:
    if row.child is not None:
        return can_own(row.child)
    return [tie.employment.person for tie in everyday_of(row.group)] if row.group else []


def _page(request: StaffRequest, row: Note, form: forms.Form, act: Callable[[], object], template: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and kept(form, act, FIELD_OF):
        return HttpResponseRedirect(row.address())
    context = about_note(request.user, row) | {"form": form}
    status = 422 if form.errors else 200
    return page_or_part(request, template, context, shows=context["shows"], status=status)

"""Writing in a log: lines, corrections, other views, own levels and the level acted on."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse

from vejviser.accounts.requests import StaffRequest
from vejviser.drafts.actions import discard
from vejviser.foundation.http import needs, writes
from vejviser.foundation.results import NotVisible
from vejviser.relaylog import voice_actions as actions
from vejviser.relaylog.forms import ActedForm, DissentForm, EntryForm, HoldBackForm, LevelForm, Line
from vejviser.relaylog.models import Entry
from vejviser.relaylog.page_queries import DRAFT
from vejviser.relaylog.page_views import both_versions, form_page, to_log, write_rule
from vejviser.relaylog.permissions import LogSight
from vejviser.ui.saving import saved


@needs(write_rule, ref="ref")
@writes
def entry(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """A new line."""
    form = EntryForm(seen, request.POST or None)
    if request.method == "POST" and saved(form, lambda: _write(request, seen, form)):
        discard(by=request.user, form=DRAFT, object_ref=seen.log.ref)
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/entry.html")


@needs(write_rule, ref="ref")
@writes
@both_versions
def correct(request: StaffRequest, seen: LogSight, one: UUID) -> HttpResponse:
    """One's own line said anew."""
    old = _entry(seen, one)
    form = Line(request.POST or None, initial={"text": old.text})
    act = partial(actions.correct_entry, by=request.user, entry=old)
    if request.method == "POST" and saved(form, lambda: act(words=form.words(old.kind))):
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/correct.html", entry=old)


@needs(write_rule, ref="ref")
@writes
def dissent(request: StaffRequest, seen: LogSight, one: UUID) -> HttpResponse:
    """Another view beside a line."""
    about = _entry(seen, one)
    form = DissentForm(seen, request.POST or None)
    if request.method == "POST" and saved(form, lambda: _dissent(request, about, form)):
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/dissent.html", entry=about)


@needs(write_rule, ref="ref")
@writes
@both_versions
def release(request: StaffRequest, seen: LogSight, one: UUID) -> HttpResponse:
    """Let the family read a line, or give it a new end with a reason."""
    entry = _entry(seen, one)
    form = HoldBackForm(request.POST or None, initial={"version": entry.version, "reason": entry.staff_only_reason})
    if request.method == "POST" and saved(form, lambda: _decide(request, entry, form)):
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/release.html", entry=entry)


@needs(write_rule, ref="ref")
@writes
def level(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """How worried one person is."""
    form = LevelForm(seen, request.POST or None)
    if request.method == "POST" and saved(form, lambda: _say_level(request, seen, form)):
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/level.html")


@needs(write_rule, ref="ref")
@writes
def acted_on(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """The level that people agree to act on."""
    form = ActedForm(request.POST or None)
    act = partial(actions.agree_level, by=request.user, log=seen.log)
    if request.method == "POST" and saved(form, lambda: act(**form.cleaned_data)):
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/acted_on.html")


def _entry(seen: LogSight, ref: UUID) -> Entry:
    found = seen.log.entries.filter(ref=ref).select_related("log__child").first()
    if found is None:
        raise NotVisible("entry")
    return found


def _write(request: StaffRequest, seen: LogSight, form: EntryForm) -> None:
    voice = UUID(form.cleaned_data["voice"])
    actions.write_entry(by=request.user, log=seen.log, voice=voice, words=form.words())


def _dissent(request: StaffRequest, about: Entry, form: DissentForm) -> None:
    voice = UUID(form.cleaned_data["voice"])
    actions.dissent(by=request.user, entry=about, voice=voice, words=form.words("dissent"))


def _decide(request: StaffRequest, entry: Entry, form: HoldBackForm) -> None:
    given = form.cleaned_data
    if "release" in request.POST:
        actions.release_entry(by=request.user, entry=entry, seen=given["version"])
    else:
        act = partial(actions.hold_back, by=request.user, entry=entry, seen=given["version"])
        act(reason=given["reason"], until=given["until"])


def _say_level(request: StaffRequest, seen: LogSight, form: LevelForm) -> None:
    given = dict(form.cleaned_data)
    voice = UUID(given.pop("voice"))
    actions.say_level(by=request.user, log=seen.log, voice=voice, **given)

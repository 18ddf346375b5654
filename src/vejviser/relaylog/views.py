"""A child's log: the page itself, opening it, its dates, agreements and its end."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from vejviser.access.permissions import ChildSight
from vejviser.accounts.requests import StaffRequest
from vejviser.agreements.forms import AgreementForm
from vejviser.agreements.queries import can_own
from vejviser.drafts.queries import load
from vejviser.foundation.child_url import child_url
from vejviser.foundation.http import needs, page_or_part, reads, writes
from vejviser.organisation.setting_queries import number
from vejviser.relaylog import actions
from vejviser.relaylog.forms import CloseForm, EntryForm, LookBackForm, NextForm, OpenForm
from vejviser.relaylog.models import Log
from vejviser.relaylog.page_queries import DRAFT, status_page, whole_page
from vejviser.relaylog.page_views import both_versions, form_page, open_rule, page_rule, shown, status, to_log, write_rule
from vejviser.relaylog.permissions import LogSight, known_of, opener, readable
from vejviser.relaylog.queries import agreed, look_backs, missing_sides
from vejviser.ui.saving import saved


@needs(page_rule, ref="ref")
@reads
def page(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """The log in full for those who take part; holder and next date for a leader."""
    if not seen.full:
        return page_or_part(request, "relaylog/status.html", status_page(seen), shows=shown(seen))
    draft = load(request.user, DRAFT, seen.log.ref)
    form = EntryForm(seen, None, **(draft.fields.dict() if draft else {}))
    context = {**whole_page(seen), "draft": draft, "form": form}
    return page_or_part(request, "relaylog/log.html", context, shows=shown(seen))


@needs(open_rule, ref="ref")
@writes
def open_log(request: StaffRequest, sight: ChildSight) -> HttpResponse:
    """Open the child's log, or go to the one that is open."""
    child, by = sight.child, request.user
    if (readable(by) | known_of(by)).filter(child=child, state="open").exists():
        return to_log(child.ref)
    form = OpenForm(request.POST or None)
    if request.method == "POST" and saved(form, lambda: actions.open_log(by=by, child=child, **form.cleaned_data)):
        return to_log(child.ref)
    opened = Log.objects.filter(child=child, state="open").exists()
    context = {"sight": sight, "child": child, "form": form, "agreed": agreed(child), "opened": opened}
    context["able"] = opener(sight) is not None
    context["consent_path"] = child_url(child.ref, "samtykke/ny")
    return page_or_part(request, "relaylog/open.html", context, shows=[sight.shown("D1", "D11")], status=status(form))


@needs(write_rule, ref="ref")
@writes
@both_versions
def next_date(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """The next date and what it is for."""
    log = seen.log
    first = {"next_on": log.next_on, "next_what": log.next_what, "version": log.version}
    form = NextForm(request.POST or None, initial=first)
    if request.method == "POST" and saved(form, lambda: _set_next(request, log, form)):
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/next.html")


@needs(write_rule, ref="ref")
@writes
def agreement(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """A new agreement of the log."""
    form = AgreementForm(request.POST or None, can_own(seen.sight.child))
    if request.method == "POST" and saved(form, lambda: actions.agree(by=request.user, log=seen.log, **form.given())):
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/agreement.html")


@needs(write_rule, ref="ref")
@writes
def look_back(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """One person's evaluation before the end."""
    form = LookBackForm(seen, request.POST or None)
    if request.method == "POST" and saved(form, lambda: _look_back(request, seen, form)):
        return redirect(child_url(seen.sight.child.ref, "stafetlog/afslut"))
    return form_page(request, seen, form, "relaylog/look_back.html")


@needs(write_rule, ref="ref")
@writes
@both_versions
def close(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """End the log together: everybody for themselves, nothing is added up."""
    form = CloseForm(request.POST or None, initial={"version": seen.log.version, "closing_text": seen.log.closing_text})
    if request.method == "POST" and saved(form, lambda: _close(request, seen, form)):
        return redirect(child_url(seen.sight.child.ref))
    tail = number("log.tail_days")
    return form_page(
        request, seen, form, "relaylog/close.html", looked=look_backs(seen), missing=missing_sides(seen), tail_days=tail
    )


def _set_next(request: StaffRequest, log: Log, form: NextForm) -> None:
    given = form.cleaned_data
    actions.set_next(by=request.user, log=log, seen=given["version"], next_on=given["next_on"], next_what=given["next_what"])


def _look_back(request: StaffRequest, seen: LogSight, form: LookBackForm) -> None:
    actions.look_back(by=request.user, log=seen.log, voice=UUID(form.cleaned_data["voice"]), said=form.said())


def _close(request: StaffRequest, seen: LogSight, form: CloseForm) -> None:
    actions.close_log(by=request.user, log=seen.log, seen=form.cleaned_data["version"], ending=form.ending())

"""What the views of a log share: the rules with the function's switch, one page with one form, and two versions of a row."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect

from vejviser.accounts.requests import StaffRequest
from vejviser.foundation.child_url import child_url
from vejviser.foundation.http import page_or_part
from vejviser.foundation.looks import Shown
from vejviser.foundation.results import Conflict
from vejviser.organisation.permissions import with_function
from vejviser.relaylog.permissions import LogSight, baton_offer, log_open, log_page, log_write
from vejviser.ui.conflicts import conflict_page

LogView = Callable[..., HttpResponse]

page_rule, write_rule = with_function("log", log_page), with_function("log", log_write)
open_rule, offer_rule = with_function("log", log_open), with_function("log", baton_offer)


def form_page(request: StaffRequest, seen: LogSight, form: forms.Form, template: str, **more: object) -> HttpResponse:
    """A page of the log with one form on it."""
    context = {"seen": seen, "child": seen.sight.child, "log": seen.log, "form": form, **more}
    return page_or_part(request, template, context, shows=shown(seen), status=status(form))


def status(form: forms.Form) -> int:
    """422 when the form comes back, so that the page says what is missing."""
    return 422 if form.is_bound else 200


def shown(seen: LogSight) -> list[Shown]:
    """What a page of the log says to the record of looks."""
    return [seen.sight.shown("D1", "D5", "D10", "D11") if seen.full else seen.sight.shown("D1", "D5")]


def to_log(child: UUID) -> HttpResponseRedirect:
    """Back to the child's log."""
    return HttpResponseRedirect(child_url(child, "stafetlog"))


def both_versions(view: LogView) -> LogView:
    """A row that somebody else has changed meanwhile is shown beside what this person wrote."""

    @wraps(view)
    def guarded(request: StaffRequest, seen: LogSight, **kwargs: UUID) -> HttpResponse:
        try:
            return view(request, seen, **kwargs)
        except Conflict as conflict:
            return conflict_page(request, conflict, shows=shown(seen))

    return guarded

"""A child's agreements, and the pages on which one is done, moved or given up."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from vejviser.access.permissions import ChildSight, see
from vejviser.accounts.requests import StaffRequest
from vejviser.agreements import actions, queries
from vejviser.agreements.forms import DoneForm, GivenUpForm, NewDateForm, OutcomeForm, kept
from vejviser.agreements.models import Agreement
from vejviser.agreements.permissions import agreement_read, agreement_write, agreements_page
from vejviser.foundation.http import needs, page_or_part, reads, writes
from vejviser.foundation.looks import Shown
from vejviser.foundation.results import Conflict
from vejviser.ui.conflicts import conflict_page
from vejviser.ui.forms import Versioned

Act = Callable[..., Agreement]


@needs(agreements_page, ref="ref")
@reads
def agreements(request: StaffRequest, sight: ChildSight) -> HttpResponse:
    """All agreements about a child: those in progress first, then the others."""
    found = queries.of_child(sight)
    context = {
        "sight": sight,
        "child": sight.child,
        "open": [one for one in found if one.state == "open"],
        "ended": [one for one in reversed(found) if one.state != "open"],
        "goals": queries.goals(sight),
    }
    return page_or_part(request, "agreements/agreements.html", context, shows=[sight.shown("D1", "D10")])


@needs(agreement_read, ref="ref")
@reads
def agreement(request: StaffRequest, row: Agreement) -> HttpResponse:
    """One agreement with the history of its dates."""
    context = _context(request, row) | {
        "new_dates": row.new_dates.select_related("by").order_by("-at"),
        "late": queries.is_late(row),
        "may_write": agreement_write.rows(request.user).filter(pk=row.pk).exists(),
    }
    return page_or_part(request, "agreements/agreement.html", context, shows=context.pop("shows"))


@needs(agreement_write, ref="ref")
@writes
def done(request: StaffRequest, row: Agreement) -> HttpResponse:
    """It is done."""
    return _act(request, row, DoneForm, actions.finish_agreement, _("It is done"))


@needs(agreement_write, ref="ref")
@writes
def new_date(request: StaffRequest, row: Agreement) -> HttpResponse:
    """A new last day."""
    return _act(request, row, NewDateForm, actions.replan_agreement, _("Agree on a new date"))


@needs(agreement_write, ref="ref")
@writes
def given_up(request: StaffRequest, row: Agreement) -> HttpResponse:
    """It is given up."""
    return _act(request, row, GivenUpForm, actions.drop_agreement, _("Give up the agreement"))


@needs(agreement_write, ref="ref")
@writes
def outcome(request: StaffRequest, row: Agreement) -> HttpResponse:
    """What came of it."""
    return _act(request, row, OutcomeForm, actions.evaluate_agreement, _("What came of it?"))


def _act(request: StaffRequest, row: Agreement, kind: type[Versioned], action: Act, heading: object) -> HttpResponse:
    form = kind(request.POST or None, initial={"version": row.version})
    try:
        if request.method == "POST" and form.is_valid() and _acted(request, row, form, action):
            return HttpResponseRedirect(row.address())
    except Conflict as conflict:
        return conflict_page(request, conflict, shows=_context(request, row)["shows"], form=form, names={"due": "by_when"})
    context = _context(request, row) | {"form": form, "heading": heading}
    status = 422 if form.errors else 200
    return page_or_part(request, "agreements/act.html", context, shows=context.pop("shows"), status=status)


def _acted(request: StaffRequest, row: Agreement, form: Versioned, action: Act) -> bool:
    given = dict(form.cleaned_data)
    seen = given.pop("version")
    return kept(form, lambda: action(by=request.user, agreement=row, seen=seen, **given))


def _context(request: StaffRequest, row: Agreement) -> dict[str, Any]:
    """What every page of one agreement needs; `shows` is empty for a group's."""
    shows: list[Shown] = []
    if row.child is None:
        return {"row": row, "sentence": agreement_read.sentence(request.user, row), "shows": shows}
    sight = see(request.user, row.child.ref)
    return {"row": row, "child": row.child, "sentence": sight.sentence, "shows": [sight.shown("D1", "D10")]}

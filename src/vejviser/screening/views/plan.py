"""The plan: the list of rounds by role, a new round, the plan's table, the notice and a group's state for its leader."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect

from vejviser.accounts.requests import StaffRequest
from vejviser.foundation import clock
from vejviser.foundation.http import needs, page_or_part, reads, writes
from vejviser.organisation.permissions import with_function
from vejviser.organisation.queries import led_units
from vejviser.screening import permissions, texts
from vejviser.screening.actions import assess, plan
from vejviser.screening.forms.plan import EarlyForm, FilterForm, NoticeForm, RoundForm, WindowForm
from vejviser.screening.models import GroupRound, Round
from vejviser.screening.queries import plan as queries
from vejviser.screening.queries import status as states
from vejviser.screening.queries.instruments import edition
from vejviser.screening.queries.settings import rounds_a_year
from vejviser.screening.queries.year import year
from vejviser.ui.saving import saved

FUNCTION = "screening"
rounds_list = with_function(FUNCTION, permissions.rounds_list)
plan_page = with_function(FUNCTION, permissions.plan_page)
plan_round = with_function(FUNCTION, permissions.plan)
lead_round = with_function(FUNCTION, permissions.lead)


@needs(rounds_list)
@reads
def rounds(request: StaffRequest) -> HttpResponse:
    """What rounds there are for this person: those to assess, those to lead, those to plan."""
    person = request.user
    mine = states.mine(person)
    context: dict[str, Any] = {
        "mine": mine,
        "first": next((row for row in mine if row.state in ("open", "reflecting")), None),
        "plans": permissions.plans(person),
    }
    if context["plans"]:
        context |= {
            "led": states.led(person),
            "rounds": permissions.plan.rows(person).order_by("-pk"),
            "year": year(person, clock.today()),
            "sentence": permissions.plan.sentence(person, None),  # type: ignore[arg-type]
            "at_least": rounds_a_year(),
            "edition": edition(),
        }
    return page_or_part(request, "screening/rounds.html", context)


@needs(plan_page)
@writes
def new(request: StaffRequest) -> HttpResponse:
    """Plan a round."""
    form = RoundForm(request.POST or None)
    made: list[Round] = []

    def act() -> None:
        made.append(plan.plan_round(by=request.user, **form.cleaned_data))

    if request.method == "POST" and saved(form, act):
        return HttpResponseRedirect(f"/runder/{made[0].ref}/plan/")
    return _form(request, form, "screening/new.html", {})


@needs(plan_round, ref="ref")
@writes
def table(request: StaffRequest, row: Round) -> HttpResponse:
    """The plan's table per group, and a further window in the same round. No child's name is on it."""
    form = WindowForm(request.POST or None)

    def act() -> None:
        plan.plan_round(by=request.user, name=row.name, into=row, **form.cleaned_data)

    if request.method == "POST" and saved(form, act):
        return HttpResponseRedirect(f"/runder/{row.ref}/plan/")
    chosen = FilterForm(request.GET or None)
    lines = queries.lines(request.user, row, **chosen.narrow())
    context = {
        "round": row,
        "lines": lines,
        "waiting": [line for line in lines if line.missing],
        "filter": chosen,
        "sentence": permissions.plan.sentence(request.user, row),
    }
    return _form(request, form, "screening/plan.html", context)


@needs(lead_round, ref="ref")
@writes
def notice(request: StaffRequest, row: GroupRound) -> HttpResponse:
    """Note that the parents of a group have been told."""
    form = NoticeForm(request.POST or None)

    def act() -> None:
        plan.give_notice(by=request.user, group_round=row, **form.given())

    if request.method == "POST" and saved(form, act):
        return HttpResponseRedirect(f"/runder/{row.ref}/status/")
    context = _head(request, row) | {"edition": edition(), "missing_languages": queries.missing_languages(row)}
    return _form(request, form, "screening/notice.html", context)


@needs(lead_round, ref="ref")
@writes
def status(request: StaffRequest, row: GroupRound) -> HttpResponse:
    """Where a group's round stands: no position, no child, no figure per assessor. After the last day it can be revealed."""
    form = EarlyForm(request.POST or None)

    def act() -> None:
        assess.reveal(by=request.user, group_round=row, **form.cleaned_data)

    if request.method == "POST" and saved(form, act):
        return HttpResponseRedirect(f"/runder/{row.ref}/status/")
    context = _head(request, row) | {
        "status": states.status(row),
        "leads": row.group.unit_id in led_units(request.user),
        "may_reveal": row.state == "open" and clock.today() > row.due,
        "objections": permissions.objections.rows(request.user).filter(group_round=row, objection="open").count(),
    }
    return _form(request, form, "screening/status.html", context)


@needs(lead_round, ref="ref")
@writes
def cancel(request: StaffRequest, row: GroupRound) -> HttpResponse:
    """Call off a group's round."""
    if request.method == "POST":
        plan.cancel(by=request.user, group_round=row)
        return HttpResponseRedirect("/runder/")
    return page_or_part(request, "screening/cancel.html", _head(request, row))


def _form(request: StaffRequest, form: Form, template: str, context: dict[str, Any]) -> HttpResponse:
    return page_or_part(request, template, context | {"form": form}, status=422 if form.errors else 200)


def _head(request: StaffRequest, row: GroupRound) -> dict[str, Any]:
    return {
        "group_round": row,
        "group": row.group,
        "sentence": permissions.lead.sentence(request.user, row),
        "next_step": texts.NEXT_STEPS,
    }

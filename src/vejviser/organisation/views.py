"""My house: the leader decides who works where, and access to the children follows."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from vejviser.accounts.requests import StaffRequest
from vejviser.foundation import clock
from vejviser.foundation.http import needs, page_or_part, reads, writes
from vejviser.foundation.results import NotVisible
from vejviser.organisation import actions
from vejviser.organisation.forms import AnswerForm, AssessorsForm, DayForm, PlaceForm, RowForm, StandInForm, done
from vejviser.organisation.gap_queries import gaps
from vejviser.organisation.house_queries import days_of, house_on, proposals
from vejviser.organisation.models import Assignment, Group, Proposal, Unit
from vejviser.organisation.permissions import house, house_proposal, house_room, house_row, setup
from vejviser.organisation.proposal_actions import answer
from vejviser.organisation.setup_queries import jobs, switches, topics
from vejviser.ui.forms import Versioned


@needs(house)
@reads
def my_house(request: StaffRequest) -> HttpResponse:
    """The leader's house, the first of several."""
    unit = house.rows(request.user).first()
    if unit is None:
        raise NotVisible(house.name)
    return _house(request, unit)


@needs(house, ref="ref")
@reads
def one_house(request: StaffRequest, unit: Unit) -> HttpResponse:
    """One of the leader's houses."""
    return _house(request, unit)


@needs(house, ref="ref")
@writes
def stand_in(request: StaffRequest, unit: Unit) -> HttpResponse:
    """Two clicks: who, then the room."""
    form = StandInForm(unit, _posted(request))
    if form.is_valid() and done(form, lambda: actions.stand_in(by=request.user, **form.cleaned_data)):
        return _back(unit)
    return _house(request, unit, form)


@needs(house, ref="ref")
@writes
def place(request: StaffRequest, unit: Unit) -> HttpResponse:
    """Put an employee in a room, or in the whole house."""
    form = PlaceForm(unit, _posted(request), request.GET.get("employment", ""))
    if form.is_valid() and done(form, lambda: actions.place(by=request.user, unit=unit, **form.cleaned_data)):
        return _back(unit)
    return _form(request, "organisation/place.html", {"unit": unit, "form": form})


@needs(house_row, ref="ref")
@writes
def row(request: StaffRequest, row: Assignment) -> HttpResponse:
    """Change a row's dates and task."""
    opens, closes = days_of(row)
    now = {"version": row.version, "opens": opens, "closes": closes, "assesses": row.assesses}
    form = RowForm(_posted(request), initial=now)
    if form.is_valid():
        given = form.cleaned_data
        seen = given.pop("version")
        if done(form, lambda: actions.change_row(by=request.user, row=row, seen=seen, **given)):
            return _back(row.unit)
    return _form(request, "organisation/row.html", {"unit": row.unit, "row": row, "form": form})


@needs(house_row, ref="ref")
@writes
def end(request: StaffRequest, row: Assignment) -> HttpResponse:
    """ "Slut i dag", and "Fortryd" of a stand-in."""
    form = Versioned(_posted(request))
    if form.is_valid():
        actions.end_today(by=request.user, row=row, seen=form.cleaned_data["version"])
    return _back(row.unit)


@needs(house_room, ref="ref")
@writes
def assessors(request: StaffRequest, room: Group) -> HttpResponse:
    """Choose who assesses the children of a room."""
    form = AssessorsForm(room, _posted(request))
    if form.is_valid():
        actions.choose_assessors(by=request.user, group=room, chosen=form.cleaned_data["chosen"])
        return _back(room.unit)
    return _form(request, "organisation/assessors.html", {"unit": room.unit, "room": room, "form": form})


@needs(house_proposal, ref="ref")
@writes
def proposal(request: StaffRequest, proposal: Proposal) -> HttpResponse:
    """Take what an import proposes, or leave it."""
    form = AnswerForm(_posted(request))
    if form.is_valid():
        given = form.cleaned_data
        answer(by=request.user, proposal=proposal, seen=given["version"], accept=given["accept"])
    return _back(proposal.unit)


@needs(setup)
@reads
def settings_page(request: StaffRequest) -> HttpResponse:
    """What the municipality has decided, which functions are on where, and how the jobs went."""
    context = {"topics": topics(), "switches": switches(), "jobs": jobs()}
    return page_or_part(request, "organisation/setup.html", context)


def _house(request: StaffRequest, unit: Unit, stand_in: StandInForm | None = None) -> HttpResponse:
    today = clock.today()
    days = DayForm(request.GET or None, initial={"day": today})
    found = house_on(unit, (days.is_valid() and days.cleaned_data["day"]) or today)
    context = {
        "unit": unit,
        "house": found,
        "days": days,
        "gaps": gaps(found) if found.day == today else [],
        "proposals": proposals(unit),
        "stand_in": stand_in or StandInForm(unit),
        "others": house.rows(request.user).exclude(pk=unit.pk),
        "sentence": house.sentence(request.user, unit),
    }
    status = 422 if stand_in and stand_in.errors else 200
    return page_or_part(request, "organisation/house.html", context, status=status)


def _form(request: StaffRequest, page: str, context: dict[str, Any]) -> HttpResponse:
    return page_or_part(request, page, context, status=422 if context["form"].errors else 200)


def _posted(request: StaffRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _back(unit: Unit) -> HttpResponse:
    return redirect("house", ref=unit.ref)

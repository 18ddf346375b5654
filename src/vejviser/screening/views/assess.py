"""The page of assessing: the whole group on one page, one tap per child, saved at once."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from vejviser.access.permissions import see
from vejviser.access.queries import shown
from vejviser.accounts.requests import StaffRequest
from vejviser.foundation import clock
from vejviser.foundation.http import needs, page_or_part, reads, writes
from vejviser.foundation.results import RuleBroken
from vejviser.guide.queries import act_today
from vejviser.organisation.permissions import with_function
from vejviser.screening import permissions, texts
from vejviser.screening.actions.assess import Choice, choose, finish_own, reveal
from vejviser.screening.forms.assess import ChoiceForm
from vejviser.screening.models import RoundChild
from vejviser.screening.permissions import Room
from vejviser.screening.queries import assess as queries
from vejviser.screening.queries import instruments
from vejviser.screening.queries.assess import Line
from vejviser.ui.scales import POSITIONS
from vejviser.ui.texts import say

SAVES = "X-Vejviser-Save"
assess = with_function("screening", permissions.assess)
assess_child = with_function("screening", permissions.assess_child)


@needs(assess, ref="ref")
@writes
def group(request: StaffRequest, room: Room) -> HttpResponse:
    """The children of the group, for one assessor."""
    state = room.group_round.state
    if state in ("reflecting", "closed"):
        return HttpResponseRedirect(f"/runder/{room.group_round.ref}/refleksion/")
    if state == "planned":
        return page_or_part(request, "screening/planned.html", _context(request, room))
    progress = queries.page(room)
    if request.method == "POST":
        return _save_all(request, room, progress.lines)
    context = _context(request, room) | {
        "progress": progress,
        "reasons": texts.NOT_ASSESSED,
        "positions": list(POSITIONS.values()),
    }
    return page_or_part(request, "screening/round.html", context, shows=shown(progress.sights, "D1", "D3"))


@needs(assess_child, ref="ref")
@writes
def choice(request: StaffRequest, row: RoundChild) -> HttpResponse:
    """Save one tap. A browser with script gets the child's parts of the page back, another goes back to the group."""
    form = ChoiceForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        return HttpResponseRedirect(f"/runder/barn/{row.ref}/")
    if SAVES not in request.headers:
        choose(by=request.user, row=row, choice=form.given())
        return HttpResponseRedirect(f"/runder/{row.group_round.ref}/#barn-{row.ref}")
    line, refused = _try(request, row, form.given())
    context = line_context(line, open_panel=True) | {"refused": refused, "at": clock.now()}
    shows, status = [line.sight.shown("D1", "D3")], 422 if refused else 200
    return page_or_part(request, "screening/_saved.html", context, shows=shows, status=status)


@needs(assess, ref="ref")
@writes
def done(request: StaffRequest, room: Room) -> HttpResponse:
    """One's own assessment is finished: who is waited for, or on to the talk."""
    group_round = room.group_round
    if group_round.state != "open":
        return HttpResponseRedirect(f"/runder/{group_round.ref}/")
    if request.method == "POST":
        finish_own(by=request.user, group_round=group_round)
        return HttpResponseRedirect(f"/runder/{group_round.ref}/faerdig/")
    left = queries.unanswered(group_round, [one.pk for one in room.assessors])
    waits = [one for one in room.assessors if one.pk in left]
    context = _context(request, room) | {"waits": waits, "mine": room.me in waits}
    return page_or_part(request, "screening/done.html", context)


@needs(assess, ref="ref")
@writes
def show_all(request: StaffRequest, room: Room) -> HttpResponse:
    """Lay the own assessments side by side."""
    if request.method == "POST":
        reveal(by=request.user, group_round=room.group_round)
    return HttpResponseRedirect(f"/runder/{room.group_round.ref}/refleksion/")


@needs(assess, ref="ref")
@reads
def how(request: StaffRequest, room: Room) -> HttpResponse:
    """How a round is used."""
    return page_or_part(request, "screening/how.html", _context(request, room) | {"rules": instruments.how_to_use()})


def line_context(line: Line, *, open_panel: bool = False) -> dict[str, Any]:
    """What the templates of one child's line need. The panel is only read when it is shown."""
    context: dict[str, Any] = {"line": line, "row": line.row, "child": line.sight.child}
    context |= {"reasons": texts.NOT_ASSESSED, "positions": list(POSITIONS.values())}
    if line.acute:
        context["act_today"] = act_today(queries.form_of(line.row).band)
    if open_panel and line.own and line.own.position in texts.FOCUS:
        context |= panel_context(line)
    return context


def panel_context(line: Line) -> dict[str, Any]:
    """The form of the child's age with what is marked; the chosen position's statements first."""
    form, own = queries.form_of(line.row), line.own
    kinds = sorted(texts.FOCUS, key=lambda code: (own is None or own.position != code, code))
    return {"panel": form, "kinds": [(code, texts.FOCUS[code]) for code in kinds]}


def _save_all(request: StaffRequest, room: Room, lines: Iterable[Line]) -> HttpResponse:
    """Without script: every radio of the page at once; only what has changed is saved."""
    for line in lines:
        wanted = request.POST.get(f"position-{line.row.ref}", "")
        if wanted and not (line.own and line.own.position == wanted):
            choose(by=request.user, row=line.row, choice=Choice(position=wanted))
    return HttpResponseRedirect(f"/runder/{room.group_round.ref}/")


def _try(request: StaffRequest, row: RoundChild, given: Choice) -> tuple[Line, str]:
    """Save; gives the line as it stands then, and the sentence of a rule's no or nothing."""
    try:
        return choose(by=request.user, row=row, choice=given), ""
    except RuleBroken as broken:
        return queries.line_of(see(request.user, row.child.ref), row), say(broken)


def _context(request: StaffRequest, room: Room) -> dict[str, Any]:
    return {
        "room": room,
        "group_round": room.group_round,
        "group": room.group_round.group,
        "here_path": f"/runder/{room.group_round.ref}/",
        "how_path": f"/runder/{room.group_round.ref}/saadan/",
        "sentence": permissions.assess.sentence(request.user, room),
    }

"""The talk on one page: the group first, then the children, then the end."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from vejviser.access.permissions import see
from vejviser.access.queries import shown
from vejviser.accounts.requests import StaffRequest
from vejviser.foundation import clock
from vejviser.foundation.http import needs, page_or_part, reads, writes
from vejviser.guide.queries import act_today
from vejviser.organisation.permissions import with_function
from vejviser.screening import permissions, texts
from vejviser.screening.actions import reflect as actions
from vejviser.screening.forms.reflect import GroupForm, JointForm
from vejviser.screening.models import RoundChild
from vejviser.screening.permissions import Room
from vejviser.screening.queries import plan
from vejviser.screening.queries import reflect as queries
from vejviser.screening.queries.reflect import Card, Talk
from vejviser.ui.forms import Versioned
from vejviser.ui.saving import saved
from vejviser.ui.scales import POSITIONS

assess = with_function("screening", permissions.assess)
assess_child = with_function("screening", permissions.assess_child)


@needs(assess, ref="ref")
@reads
def talk(request: StaffRequest, room: Room) -> HttpResponse:
    """Both views side by side, the joint assessment under them."""
    if room.group_round.state not in ("reflecting", "closed"):
        return HttpResponseRedirect(f"/runder/{room.group_round.ref}/faerdig/")
    return _page(request, room, queries.talk(room))


@needs(assess, ref="ref")
@writes
def group(request: StaffRequest, room: Room) -> HttpResponse:
    """Keep what the group says of its own part."""
    found = queries.talk(room)
    form = GroupForm(request.POST, found.assessors, found.form)

    def act() -> None:
        actions.save_group_talk(
            by=request.user, group_round=room.group_round, written=form.given(), seen=form.cleaned_data["version"]
        )

    done = request.method == "POST" and saved(form, act)
    if request.headers.get("HX-Request") == "true":
        context = {"reflection": queries.reflection_of(room.group_round), "form": form, "at": _now(done)}
        return page_or_part(request, "screening/_group_state.html", context, status=200 if done else 422)
    if done:
        return HttpResponseRedirect(f"/runder/{room.group_round.ref}/refleksion/")
    return _page(request, room, found, written=form)


@needs(assess_child, ref="ref")
@writes
def joint(request: StaffRequest, row: RoundChild) -> HttpResponse:
    """Keep the joint assessment of a child as far as it has come; says what is still missing."""
    form = JointForm(request.POST, plan.assessors(row.group_round), auto_id=f"{row.ref}-%s")

    def act() -> None:
        actions.save_joint(by=request.user, row=row, written=form.given(), seen=form.cleaned_data["version"])

    done = request.method == "POST" and saved(form, act)
    if request.headers.get("HX-Request") == "true":
        shows = [see(request.user, row.child.ref).shown("D1", "D3")]
        context = {"card": queries.card(row), "form": form, "at": _now(done)}
        return page_or_part(request, "screening/_joint_state.html", context, shows=shows, status=200 if done else 422)
    if done:
        return HttpResponseRedirect(f"/runder/{row.group_round.ref}/refleksion/#barn-{row.ref}")
    room = permissions.assess.get(request.user, ref=row.group_round.ref)
    return _page(request, room, queries.talk(room), written=form, about=row)


@needs(assess_child, ref="ref")
@writes
def bring_in(request: StaffRequest, row: RoundChild) -> HttpResponse:
    """Talk about a child whom nobody marked."""
    if request.method == "POST":
        actions.bring_into_talk(by=request.user, row=row)
    return HttpResponseRedirect(f"/runder/{row.group_round.ref}/refleksion/#barn-{row.ref}")


@needs(assess, ref="ref")
@writes
def finish(request: StaffRequest, room: Room) -> HttpResponse:
    """End the group's round."""
    if request.method == "POST":
        actions.finish_talk(by=request.user, group_round=room.group_round)
    return HttpResponseRedirect(f"/runder/{room.group_round.ref}/refleksion/")


def joint_form(card: Card, found: Talk) -> JointForm:
    """The card's form, filled in with what is kept; nothing is chosen beforehand."""
    one = card.joint
    kept: dict[str, Any] = {"version": 1}
    if one:
        kept = {
            "version": one.version,
            "outcome": one.outcome,
            "reason": one.reason,
            "took_part": [str(person.ref) for person in found.assessors if person.pk in card.took_part],
            "step": one.step,
            "owner": str(one.step_owner.ref) if one.step_owner else "",
            "by": one.step_by,
            "waits": one.waits,
        }
    return JointForm(None, found.assessors, kept, f"{card.row.ref}-%s")


def group_form(found: Talk) -> GroupForm:
    """The group's form, filled in with what is kept."""
    one = found.reflection
    kept = {
        "version": one.version,
        "minutes": one.minutes,
        "change": one.change,
        "owner": str(one.change_owner.ref) if one.change_owner else "",
        "until": one.change_until,
        **one.environment,
    }
    return GroupForm(None, found.assessors, found.form, kept)


def _page(
    request: StaffRequest, room: Room, found: Talk, written: Versioned | None = None, about: RoundChild | None = None
) -> HttpResponse:
    """The whole talk; `written` is a form that was refused, of one child or else of the group."""
    context: dict[str, Any] = {
        "room": room,
        "group_round": room.group_round,
        "group": room.group_round.group,
        "sentence": permissions.assess.sentence(request.user, room),
        "talk": found,
        "cards": [(card, written if card.row == about else joint_form(card, found)) for card in found.in_talk],
        "group_form": written if written and not about else group_form(found),
        "positions": list(POSITIONS.values()),
        "change_gaps": [texts.GAPS[code] for code in found.change_gaps],
    }
    if any(card.acute for card in found.in_talk):
        context["act_today"] = act_today()
    shows = shown([card.sight for card in found.named if card.sight], "D1", "D3")
    return page_or_part(request, "screening/talk.html", context, shows=shows, status=422 if written else 200)


def _now(done: bool) -> datetime | None:
    return clock.now() if done else None

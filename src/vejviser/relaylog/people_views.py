"""Who takes part, and who holds the baton."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from vejviser.access.permissions import see
from vejviser.accounts.requests import StaffRequest
from vejviser.foundation.child_url import child_url
from vejviser.foundation.http import needs, page_or_part, writes
from vejviser.foundation.results import NotVisible
from vejviser.organisation.setting_queries import number
from vejviser.relaylog import participant_actions as actions
from vejviser.relaylog.baton_actions import answer_baton, can_receive, offer_baton
from vejviser.relaylog.forms import LetInForm, NetworkForm, OfferForm
from vejviser.relaylog.models import Handover, Participant
from vejviser.relaylog.page_views import form_page, offer_rule, page_rule, to_log, write_rule
from vejviser.relaylog.permissions import LogSight
from vejviser.relaylog.queries import newcomers, open_offer
from vejviser.relaylog.rules import HANDOVER, leader_told_after
from vejviser.relaylog.texts import NEXT_STEPS
from vejviser.ui.saving import saved


@needs(write_rule, ref="ref")
@writes
def let_in(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """Let somebody take part, on one basis."""
    found = newcomers(seen)
    form = LetInForm(found, request.POST or None)
    if request.method == "POST" and saved(form, lambda: _let_in(request, seen, form)):
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/let_in.html", found=found)


@needs(write_rule, ref="ref")
@writes
def network(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """Name somebody around the child."""
    form = NetworkForm(request.POST or None)
    act = partial(actions.add_network_person, by=request.user, log=seen.log)
    if request.method == "POST" and saved(form, lambda: act(**form.cleaned_data)):
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/network.html")


@needs(write_rule, ref="ref")
@writes
def see_out(request: StaffRequest, seen: LogSight, one: UUID) -> HttpResponse:
    """End somebody's part in the log; its own page, so that nothing happens by a mere tap."""
    place = next((place for place in seen.people if place.ref == one), None)
    if place is None:
        raise NotVisible("participant")
    if request.method == "POST":
        return _seen_out(request, seen, place)
    context = {"seen": seen, "child": seen.sight.child, "log": seen.log, "place": place}
    return page_or_part(request, "relaylog/see_out.html", context, shows=[seen.sight.shown("D1", "D5")])


@needs(page_rule, ref="ref")
@writes
def offer(request: StaffRequest, seen: LogSight) -> HttpResponse:
    """Ask somebody to take the baton: the holder, or the leader who stands in for one."""
    if not seen.holds:
        raise NotVisible("baton")
    form = OfferForm(can_receive(seen.log), request.POST or None)
    act = partial(offer_baton, by=request.user, log=seen.log)
    if request.method == "POST" and saved(form, lambda: act(receiver=form.chosen())):
        return to_log(seen.sight.child.ref)
    return form_page(request, seen, form, "relaylog/offer.html", offer=open_offer(seen.log), answer_days=answer_days())


@needs(offer_rule, ref="one")
@writes
def answer(request: StaffRequest, row: Handover, ref: UUID) -> HttpResponse:
    """Answer an offer, or take it back."""
    child = row.log.child
    if child.ref != ref:
        raise NotVisible("handover")
    sight = see(request.user, ref)
    if request.method == "POST":
        seen = int(request.POST.get("version", 0))
        answer_baton(by=request.user, handover=row, seen=seen, event=request.POST.get("event", ""))
        page = "stafetlog" if sight.may("D5") or request.POST.get("event") == "accept" else ""
        return redirect(child_url(ref, page))
    mine = row.receiver.person_id == request.user.pk
    words = NEXT_STEPS[HANDOVER[row.state].next]
    by = leader_told_after(row.offered_on, answer_days())
    context = {"sight": sight, "child": child, "row": row, "mine": mine, "by": by, "next_words": words}
    context["outside"] = not sight.may("D5")
    return page_or_part(request, "relaylog/answer.html", context, shows=[sight.shown("D1")])


def answer_days() -> int:
    """How many working days an offer may wait for its answer."""
    return number("log.handover_answer_wd")


def _let_in(request: StaffRequest, seen: LogSight, form: LetInForm) -> None:
    one = form.chosen()
    actions.add_participant(by=request.user, log=seen.log, employment=one.employment, basis=one.basis, consent=one.consent)


def _seen_out(request: StaffRequest, seen: LogSight, place: Participant) -> HttpResponse:
    own = place == seen.me
    actions.end_participation(by=request.user, participant=place)
    return redirect(child_url(seen.sight.child.ref)) if own else to_log(seen.sight.child.ref)

"""One child in a round: all choices on a page of its own, statements, the child's words, the family's part."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect

from vejviser.access.permissions import see
from vejviser.accounts.requests import StaffRequest
from vejviser.foundation import clock
from vejviser.foundation.http import needs, page_or_part, reads, writes
from vejviser.organisation.permissions import with_function
from vejviser.screening import permissions
from vejviser.screening.actions import assess as actions
from vejviser.screening.actions import families
from vejviser.screening.forms.assess import ChildWordsForm, DescribeForm, NewViewForm
from vejviser.screening.forms.families import DecisionForm, ObjectionForm, ParentTalkForm
from vejviser.screening.models import RoundChild
from vejviser.screening.queries import assess as queries
from vejviser.screening.queries.reflect import card
from vejviser.screening.views.assess import line_context, panel_context
from vejviser.ui.saving import saved

CLASSES = ("D1", "D3", "D13")
assess_child = with_function("screening", permissions.assess_child)
objections = with_function("screening", permissions.objections)


@needs(assess_child, ref="ref")
@reads
def child(request: StaffRequest, row: RoundChild) -> HttpResponse:
    """Everything one assessor can choose and write about a child; for htmx only the panel."""
    line = queries.line_of(see(request.user, row.child.ref), row)
    context = line_context(line) | panel_context(line) | _head(request, row) | {"words": queries.words_of(row)}
    if row.group_round.state in ("reflecting", "closed"):
        context["card"] = card(row)
    shows = [line.sight.shown(*CLASSES)]
    return page_or_part(request, "screening/child.html", context, part="screening/_panel.html", shows=shows)


@needs(assess_child, ref="ref")
@writes
def describe(request: StaffRequest, row: RoundChild) -> HttpResponse:
    """Keep statements and what works. An acute statement brings the box "act today" with the answer."""
    form = DescribeForm(request.POST, queries.form_of(row))
    done = request.method == "POST" and saved(form, lambda: _describe(request, row, form))
    if done and request.headers.get("HX-Request") != "true":
        return HttpResponseRedirect(f"/runder/barn/{row.ref}/")
    line = queries.line_of(see(request.user, row.child.ref), row)
    context = line_context(line) | {"at": clock.now(), "form": form}
    status = 422 if form.errors else 200
    return page_or_part(request, "screening/_described.html", context, shows=[line.sight.shown("D1", "D3")], status=status)


@needs(assess_child, ref="ref")
@writes
def words(request: StaffRequest, row: RoundChild) -> HttpResponse:
    """Keep one answer of the child."""
    form = ChildWordsForm(request.POST or None)
    done = request.method == "POST" and saved(form, lambda: _keep_words(request, row, form))
    if done and request.headers.get("HX-Request") != "true":
        return HttpResponseRedirect(f"/runder/barn/{row.ref}/#ord")
    context = {"at": clock.now(), "form": form}
    return page_or_part(request, "screening/_kept.html", context, status=422 if form.errors else 200)


@needs(assess_child, ref="ref")
@writes
def new_view(request: StaffRequest, row: RoundChild) -> HttpResponse:
    """See it differently after the reveal."""
    form = NewViewForm(request.POST or None)

    def act() -> None:
        actions.see_it_differently(by=request.user, row=row, **form.cleaned_data)

    if request.method == "POST" and saved(form, act):
        return HttpResponseRedirect(f"/runder/{row.group_round.ref}/refleksion/#barn-{row.ref}")
    return _form_page(request, row, form, "screening/new_view.html")


@needs(assess_child, ref="ref")
@writes
def parent_talk(request: StaffRequest, row: RoundChild) -> HttpResponse:
    """Note the talk with the parents about the joint assessment."""
    form = ParentTalkForm(request.POST or None)

    def act() -> None:
        families.note_parent_talk(by=request.user, row=row, **form.cleaned_data)

    if request.method == "POST" and saved(form, act):
        return HttpResponseRedirect(f"/boern/{row.child.ref}/")
    return _form_page(request, row, form, "screening/parent_talk.html")


@needs(assess_child, ref="ref")
@writes
def objection(request: StaffRequest, row: RoundChild) -> HttpResponse:
    """Note that the family objects to the round."""
    form = ObjectionForm(request.POST or None)

    def act() -> None:
        families.object_to_round(by=request.user, row=row, **form.cleaned_data)

    if request.method == "POST" and saved(form, act):
        return HttpResponseRedirect(f"/runder/{row.group_round.ref}/")
    return _form_page(request, row, form, "screening/objection.html")


@needs(objections, ref="ref")
@writes
def decide(request: StaffRequest, row: RoundChild) -> HttpResponse:
    """The leader decides an objection. No position is on the page."""
    form = DecisionForm(request.POST or None, initial={"version": row.version})

    def act() -> None:
        data = form.cleaned_data
        families.decide_objection(by=request.user, row=row, event=data["event"], reason=data["reason"], seen=data["version"])

    if request.method == "POST" and saved(form, act):
        return HttpResponseRedirect(f"/runder/{row.group_round.ref}/status/")
    sight = see(request.user, row.child.ref)
    context = {"row": row, "child": row.child, "form": form, "sentence": permissions.objections.sentence(request.user, row)}
    status = 422 if form.errors else 200
    return page_or_part(request, "screening/decide.html", context, shows=[sight.shown("D1")], status=status)


def _describe(request: StaffRequest, row: RoundChild, form: DescribeForm) -> None:
    data = form.cleaned_data
    actions.describe(by=request.user, row=row, statements=data["statements"], works=data["works"], seen=data["version"])


def _keep_words(request: StaffRequest, row: RoundChild, form: ChildWordsForm) -> None:
    actions.keep_child_words(by=request.user, row=row, question=form.cleaned_data["question"], answer=form.answer())


def _form_page(request: StaffRequest, row: RoundChild, form: Form, template: str) -> HttpResponse:
    sight = see(request.user, row.child.ref)
    context = _head(request, row) | {"row": row, "child": row.child, "form": form, "card": card(row)}
    status = 422 if form.errors else 200
    return page_or_part(request, template, context, shows=[sight.shown("D1", "D3")], status=status)


def _head(request: StaffRequest, row: RoundChild) -> dict[str, Any]:
    group_round = row.group_round
    return {
        "group_round": group_round,
        "group": group_round.group,
        "sentence": permissions.assess_child.sentence(request.user, row),
    }

"""Finding a child: among one's own by name, beyond them only with exact knowledge, and only to write a notification."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse

from vejviser.access.queries import shown
from vejviser.accounts.requests import StaffRequest
from vejviser.children.models import Child
from vejviser.desk.forms import ChildByCpr, ChildByName, OwnChild
from vejviser.desk.permissions import find_child, works_with_children
from vejviser.desk.queries import own_by_name
from vejviser.foundation.http import needs, page_or_part, writes
from vejviser.foundation.looks import Shown, seen

EXACT: dict[str, type[ChildByName] | type[ChildByCpr]] = {"name": ChildByName, "cpr": ChildByCpr}


@needs(find_child)
@writes
def search(request: StaffRequest) -> HttpResponse:
    """The page, and the answer to a search among the person's own children."""
    form = OwnChild(request.POST or None)
    if not form.is_valid():
        return _page(request, {"own_form": form}, status=422 if form.is_bound else 200)
    _searched(request, "own_name")
    found = own_by_name(request.user, form.cleaned_data["name"])
    return _page(request, {"own_form": form, "own": found}, shows=shown(found, "D1"))


@needs(find_child)
@writes
def search_outside(request: StaffRequest) -> HttpResponse:
    """At most one child, by exact knowledge: its first name and age, on the way to a notification."""
    know = request.POST.get("know", "")
    if know not in EXACT:
        return _page(request, {})
    form = EXACT[know](request.POST)
    context = {f"{know}_form": form, "know": know}
    if not form.is_valid():
        return _page(request, context, status=422)
    _searched(request, know)
    child = form.find(request.user)
    return _page(request, {**context, "asked": True, "outside": child}, shows=[_for_notifying(child)] if child else [])


def _for_notifying(child: Child) -> Shown:
    """The duty to notify needs no relation; the look is recorded for what it was."""
    return Shown(child.ref, ("D1",), "-", "own_duty", "underretning")


def _searched(request: StaffRequest, criterion: str) -> None:
    """A search is recorded whether or not anybody was found; the words are not."""
    collected = seen(request)
    collected.action, collected.criterion = "search", criterion


def _page(request: StaffRequest, context: dict[str, Any], *, shows: Iterable[Shown] = (), status: int = 200) -> HttpResponse:
    forms = {"own_form": OwnChild(), "name_form": ChildByName(), "cpr_form": ChildByCpr()}
    unasked = {"own": None, "know": "", "asked": False, "outside": None}
    page = {**forms, **unasked, "has_own": works_with_children(request.user), **context}
    return page_or_part(request, "desk/search.html", page, shows=shows, status=status)

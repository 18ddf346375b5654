"""Where a form saves itself while it is written."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from vejviser.accounts.requests import StaffRequest
from vejviser.drafts.actions import save
from vejviser.drafts.queries import load
from vejviser.foundation.http import needs, writes
from vejviser.foundation.permissions import signed_in
from vejviser.foundation.results import RuleBroken
from vejviser.ui.texts import say


@needs(signed_in)
@writes
def draft(request: StaffRequest, form: str, object_ref: UUID) -> HttpResponse:
    """POST keeps the form's fields; the answer is the line beside the form that says when they were kept."""
    if request.method != "POST":
        kept = load(request.user, form, object_ref)
        return render(request, "drafts/_state.html", {"at": kept and kept.at})
    try:
        at = save(by=request.user, form=form, fields=dict(request.POST.lists()), object_ref=object_ref)
    except RuleBroken as broken:
        return render(request, "drafts/_state.html", {"sentence": say(broken)}, status=422)
    return render(request, "drafts/_state.html", {"at": at})

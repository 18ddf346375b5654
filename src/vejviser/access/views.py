"""Which children have an adult first: the page of My house that names children."""

from django.http import HttpResponse
from django.shortcuts import redirect

from vejviser.access.forms import PrimariesForm
from vejviser.access.house_queries import children_of, colleagues, held_by_others
from vejviser.access.queries import shown
from vejviser.accounts.requests import StaffRequest
from vejviser.foundation.http import needs, page_or_part, writes
from vejviser.organisation.actions import set_primaries
from vejviser.organisation.models import Assignment
from vejviser.organisation.permissions import house_row


@needs(house_row, ref="ref")
@writes
def primaries(request: StaffRequest, row: Assignment) -> HttpResponse:
    """Choose the children of a room who have this adult first. Children the leader may not see stay as they are."""
    sights = children_of(request.user, row)
    visible = {sight.child.ref for sight in sights}
    held = set(row.primaries.values_list("child", flat=True))
    posted = request.POST if request.method == "POST" else None
    form = PrimariesForm(visible, posted, {"version": row.version})
    if form.is_valid():
        chosen = {*form.cleaned_data["children"], *(held - visible)}
        set_primaries(by=request.user, assignment=row, seen=form.cleaned_data["version"], children=chosen)
        return redirect("house", ref=row.unit.ref)
    others = held_by_others(row)
    context = {
        "row": row,
        "form": form,
        "children": [(sight.child, sight.child.ref in held, others.get(sight.child.ref, "")) for sight in sights],
        "colleagues": colleagues(row),
        "sentence": house_row.sentence(request.user, row),
    }
    return page_or_part(request, "access/primaries.html", context, shows=shown(sights, "D1"))

"""The children one works with, and one child's page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from vejviser.access.permissions import ChildSight, child_page
from vejviser.access.queries import shown
from vejviser.accounts.requests import StaffRequest
from vejviser.children.actions import keep_words
from vejviser.desk.around_queries import Contact, other_readers, read_contact
from vejviser.desk.child_queries import read_page, whole
from vejviser.desk.forms import Words
from vejviser.desk.permissions import Moved, child_contact, child_words, my_children, page_of_child
from vejviser.desk.queries import children_by_group
from vejviser.foundation.child_url import child_url
from vejviser.foundation.http import needs, page_or_part, reads, writes
from vejviser.foundation.looks import show
from vejviser.foundation.results import NotVisible


@needs(my_children)
@reads
def children(request: StaffRequest) -> HttpResponse:
    """The person's children by group, a page at a time."""
    after, room = _ref(request.GET.get("efter")), _ref(request.GET.get("stue"))
    page = children_by_group(request.user, after, room)
    return page_or_part(request, "desk/children.html", {"page": page}, shows=shown(page.sights, "D1"))


@needs(page_of_child, ref="ref")
@reads
def child(request: StaffRequest, found: ChildSight | Moved) -> HttpResponse:
    """The child's page, or that the child has moved."""
    if isinstance(found, Moved):
        context = {"child": found.way.child, "last_day": found.way.place_closes}
        return page_or_part(request, "desk/moved.html", context, shows=[found.shown])
    show(request, [found.shown("D1")])
    page = read_page(request, found)
    return page_or_part(request, "desk/child.html", {"page": page}, shows=[found.shown(*page.data_classes)])


@needs(child_words, ref="ref")
@writes
def words(request: StaffRequest, sight: ChildSight) -> HttpResponse:
    """Add a strength or the child's own words."""
    form = Words(request.POST or None)
    if form.is_valid():
        keep_words(by=request.user, child=sight.child, **form.cleaned_data)
        return redirect(child_url(sight.child.ref))
    context = {"sight": sight, "form": form}
    status = 422 if form.is_bound else 200
    return page_or_part(request, "desk/words.html", context, shows=[sight.shown("D1")], status=status)


@needs(child_contact, ref="ref")
@writes
def contact(request: StaffRequest, sight: ChildSight) -> HttpResponse:
    """The family's phone numbers and, with the right to it, address; of a protected child only after asking by POST."""
    asked = request.method == "POST"
    if sight.child.is_protected and not asked:
        return _contact_page(request, sight, None, "D1")
    data_class = "D2p" if sight.child.is_protected else "D2"
    return _contact_page(request, sight, read_contact(sight), data_class)


@needs(child_page, ref="ref")
@reads
def readers(request: StaffRequest, sight: ChildSight) -> HttpResponse:
    """Which colleagues may open the page, named from the policy."""
    if not whole(sight):
        raise NotVisible("readers")
    context = {"sight": sight, "readers": other_readers(sight)}
    return page_or_part(request, "desk/readers.html", context, shows=[sight.shown("D1")])


def _contact_page(request: StaffRequest, sight: ChildSight, found: Contact | None, data_class: str) -> HttpResponse:
    shows = [sight.shown(*{"D1", data_class})]
    context = {"sight": sight, "contact": found, "data_class": data_class}
    return page_or_part(request, "desk/contact.html", context, part="desk/_contact.html", shows=shows)


def _ref(text: str | None) -> UUID | None:
    """The ref in an address; what is no ref is a place that does not exist."""
    try:
        return UUID(text) if text else None
    except ValueError as error:
        raise NotVisible("children") from error

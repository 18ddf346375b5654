"""Stepping in as one of the cast: the demo's only way of signing in, and gone in production."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vejviser.accounts.actions import sign_in
from vejviser.accounts.forms import Return
from vejviser.accounts.models import Person
from vejviser.demo.cast import CAST, START, member
from vejviser.foundation.http import public, writes


@public
@writes
def step_in(request: HttpRequest) -> HttpResponse:
    """The cast in its groups; POST signs in as the one chosen and goes back to where the sign-in was asked for."""
    if not settings.DEMO_MODE:
        raise Http404
    back = Return(request.POST or request.GET)
    if request.method == "POST":
        sign_in(request, _person(request.POST.get("person", "")))
        return redirect(back.path)
    context = {"cast": CAST, "start": member(START), "back": back.known, "known": _known()}
    return render(request, "demo/step_in.html", context)


def _person(key: str) -> Person:
    chosen = member(key)
    person = chosen and Person.objects.filter(source_id=chosen.source_id, is_active=True).first()
    if not person:
        raise Http404
    return person


def _known() -> set[str]:
    """The ids of the cast that the imported roster has brought."""
    ids = [one.source_id for company in CAST for one in company.members]
    return set(Person.objects.filter(source_id__in=ids, is_active=True).values_list("source_id", flat=True))

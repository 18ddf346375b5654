"""How a view declares itself: who may come, whether it reads or writes, and what it shows."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from vejviser.foundation.looks import Shown, show
from vejviser.foundation.permissions import Rule
from vejviser.foundation.results import NotVisible

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """Open without login: nothing about a child is ever on it."""
    view.declared = "public"  # type: ignore[attr-defined]
    return view


def needs(rule: Rule, **lookup: str) -> Callable[[View], View]:
    """Open to signed-in people for whom the rule holds.

    `lookup` maps a field of the rule's rows to an argument of the address: the view then gets the row the rule let
    through as its second argument, in place of the argument. Everything else is the same 404.
    """

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _sign_in_first(request)
            if not rule.open_to(request.user):
                raise NotVisible(rule.name)
            if not lookup:
                return view(request, **kwargs)
            row = rule.get(request.user, **{field: kwargs.pop(name) for field, name in lookup.items()})
            return view(request, row, **kwargs)

        guarded.declared = rule.name  # type: ignore[attr-defined]
        guarded.rule = rule  # type: ignore[attr-defined]
        return guarded

    return declare


def reads(view: View) -> View:
    """GET and HEAD only; changes nothing."""
    return require_safe(view)


def writes(view: View) -> View:
    """GET shows the form, POST saves it; without JavaScript too."""
    return require_http_methods(["GET", "HEAD", "POST"])(view)


def page_or_part(
    request: HttpRequest,
    page: str,
    context: dict[str, Any],
    *,
    part: str = "",
    shows: Iterable[Shown] = (),
    status: int = 200,
) -> HttpResponse:
    """The whole page, or for htmx the part template that the page itself includes. `shows` is recorded before it leaves."""
    show(request, shows)
    template = part if part and request.headers.get("HX-Request") == "true" else page
    return render(request, template, context, status=status)


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    """An autosave or a swap gets 401 and keeps its page; a page goes to sign-in and comes back."""
    if request.headers.get("HX-Request") == "true" or request.headers.get("X-Vejviser-Save"):
        return HttpResponse(status=401)
    return redirect_to_login(request.get_full_path())

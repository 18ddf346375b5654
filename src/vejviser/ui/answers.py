"""The state pages: what happened, is my work saved, what do I do now. None of them names a child."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vejviser.foundation.results import RuleBroken
from vejviser.ui.conflicts import prose
from vejviser.ui.texts import say


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The one page for unknown, foreign and forbidden: the same bytes for everybody on the same day."""
    return as_whole_page(request, render(request, "ui/404.html", status=404))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A function (never a child) that is not for this person."""
    return as_whole_page(request, render(request, "ui/403.html", status=403))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is too old, usually after signing in again; what was written is shown to be kept."""
    return as_whole_page(request, render(request, "ui/403_form.html", _kept(request), status=403))


def rule_broken(request: HttpRequest, broken: RuleBroken) -> HttpResponse:
    """The sentence of the rule, the person's own text and the way back."""
    context = {"sentence": say(broken), **_kept(request)}
    return as_whole_page(request, render(request, "ui/422.html", context, status=422))


def failed(request: HttpRequest) -> HttpResponse:
    """An error of ours, with the reference number that the log has too."""
    return render(request, "ui/500.html", {"reference": getattr(request, "id", "")}, status=500)


def as_whole_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let htmx put the page's main part in place of the whole, wherever the request came from."""
    if request.headers.get("HX-Request") == "true":
        response["HX-Retarget"] = response["HX-Reselect"] = "#main-content"
        response["HX-Reswap"] = "outerHTML show:window:top"
    return response


def _kept(request: HttpRequest) -> dict[str, object]:
    return {"kept": prose(request.POST), "here": request.get_full_path()}

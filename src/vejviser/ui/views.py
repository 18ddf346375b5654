"""Pages of the house itself: language, help, privacy, accessibility, health, and the answers Django asks for."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from vejviser.foundation.http import public, reads
from vejviser.ui.answers import failed, forbidden, form_expired, not_found

__all__ = [
    "accessibility", "failed", "forbidden", "form_expired", "health", "help_page", "language", "not_found", "present",
    "privacy",
]  # fmt: skip

YEAR = 365 * 24 * 60 * 60


@public
@reads
def help_page(request: HttpRequest) -> HttpResponse:
    """What to do when something does not work, and whom to ask."""
    return render(request, "ui/help.html")


@public
@reads
def privacy(request: HttpRequest) -> HttpResponse:
    """How information about children is handled."""
    return render(request, "ui/privacy.html")


@public
@reads
def accessibility(request: HttpRequest) -> HttpResponse:
    """What the pages are built to, and what is not tested."""
    return render(request, "ui/accessibility.html")


@public
@reads
def language(request: HttpRequest, code: str) -> HttpResponse:
    """Choose a language by a plain link; back to the page one came from if it is ours."""
    response = HttpResponseRedirect(_same_site(request, request.GET.get("next", "/")))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=YEAR,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


@public
@reads
def present(request: HttpRequest) -> HttpResponse:
    """ "I am still here": keeps a sign-in alive; 401 when it has ended."""
    return HttpResponse(status=204 if request.user.is_authenticated else 401)


@public
@reads
def health(request: HttpRequest) -> HttpResponse:
    """200 "ok" when the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("the database does not answer", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


def _same_site(request: HttpRequest, path: str) -> str:
    ours = url_has_allowed_host_and_scheme(path, allowed_hosts=None, require_https=request.is_secure())
    return path if ours else "/"

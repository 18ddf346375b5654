"""Signing in and out. Production knows no password: people come from the municipality's single sign-on."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vejviser.accounts.actions import sign_out
from vejviser.accounts.forms import Return
from vejviser.accounts.middleware import ENDED
from vejviser.foundation.http import public, reads, writes


@public
@reads
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """How to sign in here; whoever is signed in already goes on to the page they wanted."""
    back = Return(request.GET)
    if request.user.is_authenticated:
        return redirect(back.path)
    context = {"back": back.known, "demo": settings.DEMO_MODE, "ended": request.session.pop(ENDED, False)}
    return render(request, "accounts/sign_in.html", context)


@public
@writes
def sign_out_page(request: HttpRequest) -> HttpResponse:
    """POST signs out and empties the browser's cache, so that the next person at a shared tablet finds nothing."""
    if request.method != "POST":
        return render(request, "accounts/sign_out.html")
    sign_out(request)
    response = redirect(settings.LOGIN_URL)
    response["Clear-Site-Data"] = '"cache"'
    return response

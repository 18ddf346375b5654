"""How to make an underretning until it can be sent from here: the duty, whom to call, and the form on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vejviser.foundation.http import needs, reads
from vejviser.foundation.permissions import signed_in
from vejviser.guide import queries
from vejviser.referral.texts import FORM


@needs(signed_in)
@reads
def notify(request: HttpRequest) -> HttpResponse:
    """The page names no child, so that nothing about one stands in an address or on a screen left behind."""
    talk = queries.talk_guide("samtale_underretning")
    return render(request, "referral/notify.html", {"act_today": queries.act_today(), "talk": talk, "form": FORM})

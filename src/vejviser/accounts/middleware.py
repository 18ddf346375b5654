"""Ends a sign-in after 30 idle minutes; acknowledged text is on the server and survives."""

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from vejviser.accounts.rules import has_ended, is_due
from vejviser.foundation import clock

SIGNED_IN, LAST_SEEN, ENDED = "signed_in_at", "last_seen_at", "sign_in_ended"


class IdleMiddleware:
    """Reads the two moments from the session; writes the last at most once a minute."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if LAST_SEEN in request.session:
            self._check(request)
        return self.answer(request)

    def _check(self, request: HttpRequest) -> None:
        now = clock.now()
        last_seen = datetime.fromisoformat(request.session[LAST_SEEN])
        if has_ended(datetime.fromisoformat(request.session[SIGNED_IN]), last_seen, now):
            logout(request)
            request.session[ENDED] = True
        elif is_due(last_seen, now):
            request.session[LAST_SEEN] = now.isoformat()

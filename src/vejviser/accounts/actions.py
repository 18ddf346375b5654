"""Opening and closing a sign-in."""

from django.contrib.auth import login, logout
from django.http import HttpRequest

from vejviser.accounts.middleware import LAST_SEEN, SIGNED_IN
from vejviser.accounts.models import Person
from vejviser.foundation import clock

BACKEND = "vejviser.accounts.backends.StepInBackend"


def sign_in(request: HttpRequest, person: Person) -> None:
    """Open a session for a person whom a caller has identified; the session key and the form token are new."""
    login(request, person, backend=BACKEND)
    moment = clock.now().isoformat()
    request.session[SIGNED_IN] = request.session[LAST_SEEN] = moment


def sign_out(request: HttpRequest) -> None:
    """Close the session and forget everything in it."""
    logout(request)

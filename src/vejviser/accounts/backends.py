"""Signing in without a password: only in demo mode, by stepping in as one of the cast. Production has no way in yet."""

from django.conf import settings
from django.http import HttpRequest

from vejviser.accounts.models import Person


class StepInBackend:
    """Finds the signed-in person again on each request; never accepts credentials."""

    def authenticate(self, request: HttpRequest | None, **credentials: object) -> None:
        return None

    def get_user(self, user_id: int) -> Person | None:
        """The active person of a session; nobody when the session comes from a demo that is now in production mode."""
        if not settings.DEMO_MODE:
            return None
        return Person.objects.filter(pk=user_id, is_active=True).first()

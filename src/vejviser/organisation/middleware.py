"""A request reads the municipality's settings at most once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from vejviser.organisation.setting_queries import kept_for_this_request


class SettingsMiddleware:
    """Stands outside the views and keeps what they read for the length of the request."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with kept_for_this_request():
            return self.answer(request)

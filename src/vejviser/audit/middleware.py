"""The look is written after rendering and before the answer leaves. If it cannot be written, nothing is shown."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from vejviser.audit.actions import record_look
from vejviser.foundation.looks import seen

log = logging.getLogger(__name__)


class LooksMiddleware:
    """Stands outside everything that renders, so that nothing with a child in it passes unrecorded."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        collected = seen(request)
        if not (collected.shown or collected.refused or collected.criterion):
            return response
        try:
            record_look(request, collected)
        except DatabaseError:
            log.exception("a look could not be recorded; the page was not shown")
            return _nothing(request)
        return response


def _nothing(request: HttpRequest) -> HttpResponse:
    """The 503 page, in the language that the middleware inside this one had chosen."""
    with translation.override(getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)):
        return render(request, "ui/503.html", status=503)

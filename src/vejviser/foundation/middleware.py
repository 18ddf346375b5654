"""A request id for every answer, no caching of people's pages, and a stop for views that declare nothing."""

import logging
import uuid
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


class RequestIdMiddleware:
    """Gives the request an id, which error pages and the record of looks quote."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.id = uuid.uuid4()  # type: ignore[attr-defined]
        response = self.answer(request)
        response["X-Request-Id"] = str(request.id)  # type: ignore[attr-defined]
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class DeclaredMiddleware:
    """A view that declares no permission does not answer."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if not getattr(view, "declared", ""):
            raise ImproperlyConfigured(f"{view.__module__}.{view.__qualname__} declares no permission")


class WithoutQuery(logging.Filter):
    """Keeps query strings out of the log: a search is nobody's business."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(a.split("?")[0] if isinstance(a, str) else a for a in record.args)
        return True

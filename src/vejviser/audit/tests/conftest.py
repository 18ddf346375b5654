"""A record to look at, and the database's owner, who can do what the platform cannot."""

import sqlite3
import uuid
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from vejviser.audit.middleware import LooksMiddleware
from vejviser.foundation.looks import Shown, seen, show

Look = Callable[..., HttpResponse]
Sql = Callable[..., None]


def shown(child: uuid.UUID) -> Shown:
    return Shown(child, ("D1", "D3"), "INST", "own_task")


@pytest.fixture
def look() -> Look:
    """Ask for a page that shows children; what is recorded is what the platform's own middleware records."""

    def ask(*children: uuid.UUID, refused: bool = False) -> HttpResponse:
        def page(request: HttpRequest) -> HttpResponse:
            show(request, map(shown, children))
            seen(request).refused = refused
            return HttpResponse(f"{len(children)} children")

        request = RequestFactory().get("/")
        request.id, request.user, request.resolver_match = uuid.uuid4(), AnonymousUser(), None  # type: ignore[attr-defined]
        return LooksMiddleware(page)(request)

    return ask


@pytest.fixture
def as_owner(own_database: str) -> Sql:
    """Run SQL behind the platform's back, in the test's own database."""

    def run(*statements: str) -> None:
        with _owner(own_database) as connection:
            for statement in statements:
                connection.execute(statement)

    return run


def _owner(url: str) -> Any:
    if url.startswith("sqlite"):
        return sqlite3.connect(url.removeprefix("sqlite:///"))
    return psycopg.connect(url.replace("vejviser_app@", "vejviser_owner@"))

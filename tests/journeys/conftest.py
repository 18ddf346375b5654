"""A real server on a copy of Fjordlund, and Chromium in front of it."""

import os
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from django.test.testcases import LiveServerThread
from django.utils import timezone
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.people import MORNING, Site

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in the test's thread

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Plain(WSGIHandler):
    """The installation's own application: whitenoise serves its files, and there are no others."""

    def __init__(self, media: object) -> None:
        super().__init__()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser, and one worker's server at a time is enough."""
    for item in items:
        if "tests/journeys/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without its own calls to the network."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("VEJVISER_CHROMIUM", "/usr/bin/chromium"), args=QUIET
        )
        yield chromium
        chromium.close()


@pytest.fixture
def site(town: str, browser: Browser) -> Iterator[Site]:
    """Fjordlund served on a port of its own; the server's clock begins at 10.00 on 10 March 2026 and runs."""
    settings.DEMO_DAY = date(2026, 3, 10)
    settings.DEMO_SHIFT = _to_morning()
    server = LiveServerThread("127.0.0.1", Plain)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    visit = Site(f"http://127.0.0.1:{server.port}", browser)
    yield visit
    visit.close()
    server.terminate()
    server.join()
    settings.DEMO_DAY = None
    connections["default"].close()


def _to_morning() -> timedelta:
    """From this time of day to 10.00, whatever the date."""
    now = timezone.localtime(timezone.now())
    return timezone.localtime(MORNING).replace(year=now.year, month=now.month, day=now.day) - now

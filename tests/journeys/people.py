"""People at the browser: each has a window of their own, and every key and click is counted."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, ViewportSize, expect

BUDGETS = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))
MORNING = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
DESK, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)


@dataclass
class Someone:
    """One of the cast at a window. `keys` counts keys and clicks, `requests` what the window asked the server for."""

    page: Page
    base: str
    keys: int = 0
    requests: int = 0
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._asked)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console",
            lambda m: self.complaints.append(m.text) if m.type == "error" and "status of" not in m.text else None,
        )

    def goes_to(self, path: str) -> None:
        self.page.goto(self.base + path)

    def clicks(self, what: Locator) -> None:
        self.keys += 1
        what.click()

    def presses(self, key: str) -> None:
        self.keys += 1
        self.page.keyboard.press(key)

    def writes(self, where: Locator, text: str) -> None:
        """Going to the field counts; the text itself does not."""
        self.keys += 1
        where.fill(text)

    def fills(self, label: str, text: str) -> None:
        """A field by its label."""
        self.writes(self.page.get_by_label(label, exact=True), text)

    def chooses(self, name: str, value: str) -> None:
        """A radio or a box, through its label as people do."""
        field = self.page.locator(f"input[name='{name}'][value='{value}']").first
        self.clicks(self.page.locator(f"label[for='{field.get_attribute('id')}']"))

    def follows(self, link: str) -> None:
        self.clicks(self.page.get_by_role("link", name=link).first)

    def pushes(self, button: str) -> None:
        self.clicks(self.page.get_by_role("button", name=button, exact=True).first)

    def reads(self, *sentences: str) -> None:
        """The page says so, now or in a moment."""
        for sentence in sentences:
            expect(self.page.locator("main")).to_contain_text(sentence)

    def is_refused(self, path: str) -> bool:
        """Whether the address is the one page for what does not exist or may not be seen."""
        answer = self.page.goto(self.base + path)
        return answer is not None and answer.status == 404

    @contextmanager
    def within(self, budget: str) -> Iterator[None]:
        """The interactions made inside may not exceed the budget's number."""
        before = self.keys
        yield
        assert self.keys - before <= BUDGETS[budget], f"{budget}: {self.keys - before} interactions, {BUDGETS[budget]} allowed"

    def _asked(self, request: Request) -> None:
        if "/static/" not in request.url:
            self.requests += 1


class Site:
    """The served municipality and everybody who has a window open."""

    def __init__(self, base: str, browser: Browser) -> None:
        self.base, self.browser = base, browser
        self.contexts: list[BrowserContext] = []

    def visitor(self, size: ViewportSize = DESK) -> Someone:
        """A window of somebody who has not signed in."""
        context = self.browser.new_context(viewport=size, locale="da-DK", reduced_motion="reduce")
        self.contexts.append(context)
        return Someone(context.new_page(), self.base)

    def as_(self, key: str, size: ViewportSize = DESK) -> Someone:
        """A window of one of the cast, stepped in through the demo's page."""
        someone = self.visitor(size)
        someone.goes_to("/demo/")
        someone.page.locator(f"form:has(input[value='{key}']) button, button[value='{key}']").first.click()
        someone.page.wait_for_url("**/overblik/**")
        someone.keys = someone.requests = 0
        return someone

    def another_tab(self, someone: Someone) -> Someone:
        """A second tab of the same window."""
        return Someone(someone.page.context.new_page(), self.base)

    def moves_the_clock(self, **delta: Any) -> None:
        """The server's clock jumps forward."""
        settings.DEMO_SHIFT += timedelta(**delta)

    def close(self) -> None:
        for context in self.contexts:
            context.close()

"""What the tests of the furniture share."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from vejviser.ui import navigation
from vejviser.ui.navigation import Entry


@pytest.fixture
def danish() -> Iterator[None]:
    """Speak Danish, as the house does by default."""
    with translation.override("da"):
        yield


@pytest.fixture
def empty_menu(monkeypatch: pytest.MonkeyPatch) -> dict[str, Entry]:
    """A header into which only the test puts entries."""
    entries: dict[str, Entry] = {}
    monkeypatch.setattr(navigation, "_entries", entries)
    return entries

"""As each of the cast through every page there is: what is shown is recorded, nothing breaks, and all of it is Danish."""

import re
from html import unescape
from pathlib import Path
from uuid import UUID

import polib
import pytest
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Cast, Concat

from tests.permissions.walk import Page, signed_in, walk
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.demo.cast import CAST

ROOT = Path(__file__).resolve().parents[2]
KEYS = [member.key for company in CAST for member in company.members if company.staff]


@pytest.fixture(scope="module")
def pk_of(town_to_read: str) -> dict[UUID, int]:
    """Every child gets a first name that nothing else can contain; the answer tells the number of a ref."""
    token = Concat(Value("Qbarn"), Cast(F("pk"), models.CharField()), Value("z"))
    Child.objects.update(first_name=token)
    return dict(Child.objects.values_list("ref", "pk"))


@pytest.fixture(scope="module")
def english() -> list[str]:
    """English texts long enough to be recognised, whose Danish differs."""
    catalogues = ROOT.glob("src/vejviser/*/locale/da/LC_MESSAGES/django.po")
    entries = [entry for file in catalogues for entry in polib.pofile(str(file)) if not entry.msgid_plural]
    return [e.msgid for e in entries if len(e.msgid) > 12 and " " in e.msgid and "%(" not in e.msgid and e.msgid != e.msgstr]


def _text(page: Page) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.html)).split())


@pytest.mark.parametrize("key", KEYS)
def test_every_page_of_the_cast(key: str, pk_of: dict[UUID, int], english: list[str]) -> None:
    person = Person.objects.get(source_id=f"emp-{key}")
    pages = list(walk(signed_in(person), "/overblik/", pk_of))
    assert len(pages) > 5
    for page in pages:
        assert page.status < 400, (page.path, page.status, page.source)
        assert page.named == page.recorded, page.path
        text = _text(page)
        assert [message for message in english if message in text] == [], page.path
        if page.marks & {"D3", "D5"}:
            assert "vj-access" in page.html, page.path

"""The same agreement changed in two windows: both versions side by side, and nobody's words are lost."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.people import Site, Someone
from vejviser.agreements.models import Agreement, NewDate

WHAT = "Sprogleg i lille gruppe to gange om ugen"
FIRST, SECOND = "Jens er på kursus i uge 13", "Gruppen begynder først efter påske"


def _field(someone: Someone, label: str) -> Locator:
    return someone.page.get_by_label(label)


def _opens(someone: Someone, agreement: Agreement) -> None:
    someone.goes_to(agreement.address("agreement_new_date"))


def _moves(someone: Someone, day: str, why: str) -> None:
    someone.writes(_field(someone, "Ny sidste dag"), day)
    someone.writes(_field(someone, "Hvorfor flyttes den?"), why)
    someone.clicks(someone.page.get_by_role("button", name="Gem", exact=True))


def _sees_both(someone: Someone, theirs: str, mine: str) -> None:
    cards = someone.page.locator(".vj-card")
    expect(cards.filter(has_text="Gemt nu")).to_contain_text(theirs)
    own = cards.filter(has_text="Din, ikke gemt")
    expect(own).to_contain_text(mine)
    expect(own).to_contain_text("Ny sidste dag")
    expect(own).to_contain_text(SECOND)


@pytest.mark.parametrize("other", ["jens", "a tab of her own"])
def test_the_second_to_save_chooses_between_both(site: Site, other: str) -> None:
    agreement = Agreement.objects.get(what=WHAT)
    mette = site.as_("mette")
    first = site.as_(other) if other == "jens" else site.another_tab(mette)
    _opens(first, agreement)
    _opens(mette, agreement)
    _moves(first, "30. marts 2026", FIRST)
    expect(first.page).to_have_url(site.base + agreement.address())
    with mette.page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        _moves(mette, "7. april 2026", SECOND)
    assert answer.value.status == 409
    _sees_both(mette, theirs="30. marts 2026", mine="7. april 2026")
    assert NewDate.objects.filter(agreement=agreement).count() == 1
    mette.clicks(mette.page.get_by_role("button", name="Brug min"))
    expect(mette.page.locator("main")).to_contain_text(SECOND)
    expect(mette.page.locator("main")).to_contain_text(FIRST)
    agreement.refresh_from_db()
    assert agreement.by_when.isoformat() == "2026-04-07"
    assert mette.complaints == first.complaints == []

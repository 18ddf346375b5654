"""A child's strengths and own words."""

from datetime import date, timedelta

import pytest

from vejviser.accounts.models import Person
from vejviser.audit.models import Change
from vejviser.children.actions import keep_words
from vejviser.children.models import Child
from vejviser.children.queries import words_of
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken

pytestmark = pytest.mark.django_db


@pytest.fixture
def alma() -> Child:
    return Child.objects.create(first_name="Alma", last_name="V", birth_date=date(2020, 8, 4), source_id="alma")


@pytest.fixture
def mette() -> Person:
    return Person.objects.create(first_name="Mette", last_name="L", source_id="emp-mette")


def test_new_words_stand_before_older_ones_and_nothing_is_replaced(alma: Child, mette: Person) -> None:
    for days, text in ((14, "older"), (1, "newer"), (30, "oldest")):
        keep_words(by=mette, child=alma, kind="said", text=text, day=clock.today() - timedelta(days=days))
    assert [words.text for words in words_of(alma)] == ["newer", "older", "oldest"]


def test_keeping_is_recorded_without_the_words(alma: Child, mette: Person) -> None:
    keep_words(by=mette, child=alma, kind="strength", text="Bygger huse", day=clock.today())
    change = Change.objects.get(action="words.keep")
    assert change.child == alma.ref
    assert "Bygger" not in str(change.facts)


@pytest.mark.parametrize(("text", "days"), [("  ", 0), ("Bygger huse", 1)])
def test_empty_words_and_words_of_tomorrow_are_refused(alma: Child, mette: Person, text: str, days: int) -> None:
    with pytest.raises(RuleBroken):
        keep_words(by=mette, child=alma, kind="said", text=text, day=clock.today() + timedelta(days=days))
    assert not words_of(alma)

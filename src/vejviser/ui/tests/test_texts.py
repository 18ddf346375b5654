"""The words of a rule's no."""

from datetime import date

import pytest
from django.utils import translation

from vejviser.foundation.results import RuleBroken
from vejviser.ui import texts


@pytest.fixture(autouse=True)
def own_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_sentences", {})


def test_facts_fill_in_the_sentence_and_dates_are_said_in_words() -> None:
    texts.offer({"too_late": "%(who)s closed it %(day)s"})
    with translation.override("en"):
        assert texts.say(RuleBroken("too_late", who="Mette", day=date(2026, 3, 10))) == "Mette closed it today"


def test_a_code_is_offered_once() -> None:
    texts.offer({"too_late": "a"})
    with pytest.raises(ValueError, match="too_late"):
        texts.offer({"too_late": "b"})


def test_a_code_without_a_sentence_warns_and_still_says_something() -> None:
    with pytest.warns(UserWarning, match="unheard_of"):
        said = texts.say(RuleBroken("unheard_of"))
    assert said
    assert "unheard_of" not in said

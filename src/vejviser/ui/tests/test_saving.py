"""A rule's no is said on the form that was sent."""

import pytest
from django import forms

from vejviser.foundation.results import RuleBroken
from vejviser.ui import texts
from vejviser.ui.saving import saved


class Note(forms.Form):
    seen = forms.CharField()


def test_a_form_that_holds_up_is_saved() -> None:
    done: list[str] = []
    assert saved(Note({"seen": "x"}), lambda: done.append("saved"))
    assert done == ["saved"]


def test_a_form_with_errors_is_never_acted_on() -> None:
    done: list[str] = []
    assert not saved(Note({}), lambda: done.append("saved"))
    assert done == []


def test_a_rule_s_no_stands_on_the_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_sentences", {"closed": "The round is closed."})
    form = Note({"seen": "x"})

    def act() -> None:
        raise RuleBroken("closed")

    assert not saved(form, act)
    assert form.non_field_errors() == ["The round is closed."]

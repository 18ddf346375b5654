"""Fields in the design system's markup, with labels, hints and errors tied to them."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils import translation

from vejviser.ui.forms import ComingDate, DanishDate, DateText


class Note(forms.Form):
    seen = forms.CharField(label="What did you see?", help_text="Not why", widget=forms.Textarea)
    why = forms.ChoiceField(label="Why?", choices=[("a", "New"), ("b", "Away")], widget=forms.RadioSelect)
    until = ComingDate(label="Until")
    helped = forms.CharField(label="What helped?", required=False)
    told = forms.BooleanField(label="The parents know")


def group(name: str, data: dict[str, Any] | None = None) -> str:
    with translation.override("en"):
        return str(Note(data)[name].as_field_group())


def test_a_field_has_label_hint_and_class() -> None:
    html = group("seen")
    assert '<label class="form-label" for="id_seen">' in html
    assert '<span class="form-hint" id="id_seen_helptext">Not why</span>' in html
    assert 'class="form-input"' in html
    assert 'aria-describedby="id_seen_helptext"' in html


def test_an_error_is_tied_to_its_field() -> None:
    html = group("seen", {})
    assert 'class="form-group form-error"' in html
    assert 'id="id_seen_error"' in html
    assert 'aria-describedby="id_seen_helptext id_seen_error"' in html
    assert 'aria-invalid="true"' in html


def test_choices_stand_in_a_fieldset_with_nothing_chosen() -> None:
    html = group("why")
    assert html.count('type="radio" name="why" class="form-radio"') == 2
    assert "<legend" in html
    assert "checked" not in html


def test_what_is_optional_says_so_and_what_is_required_leaves_the_error_to_us() -> None:
    assert "(optional)" in group("helped")
    assert "(optional)" not in group("seen")
    assert 'aria-required="true"' in group("seen")
    assert " required" not in group("seen")


def test_what_was_typed_is_escaped_and_kept() -> None:
    assert 'value="&quot;&gt;&lt;script&gt;"' in group("helped", {"helped": '"><script>'})


def test_two_errors_make_a_summary_that_links_to_the_fields() -> None:
    html = render_to_string("ui/error_summary.html", {"form": Note({"until": "x"})})
    assert [f'href="#{target}"' in html for target in ("id_seen", "id_why_0", "id_until", "id_told")] == [True] * 4
    assert 'data-module="error-summary"' in html


def test_one_error_needs_no_summary() -> None:
    form = Note({"seen": "x", "why": "a", "until": "31. marts 2026"})
    assert len(form.errors) == 1
    assert "error-summary" not in render_to_string("ui/error_summary.html", {"form": form})


@pytest.mark.parametrize("text", ["31. marts 2026", "31-03-2026", "2026-03-31"])
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert DanishDate().clean(text) == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        (DanishDate(), "snart", "Write a date, for example March 31, 2026"),
        (ComingDate(), "10-03-2026", "Write a date after today, for example March 31, 2026"),
        (ComingDate(), "snart", "Write a date, for example March 31, 2026"),
    ],
)
def test_a_refused_date_gets_an_example_that_would_do(field: DanishDate, text: str, said: str) -> None:
    with translation.override("en"):
        with pytest.raises(forms.ValidationError) as refused:
            field.clean(text)
        assert refused.value.messages == [said]


def test_a_date_is_shown_in_words_and_what_was_typed_is_shown_again(danish: None) -> None:
    widget = DateText()
    assert widget.format_value(date(2026, 3, 31)) == "31. marts 2026"
    assert widget.format_value("snart") == "snart"
    assert widget.format_value(None) is None

"""Django forms in the design system's markup, and the fields that several packages share."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import DjangoTemplates
from django.template.backends.django import Template
from django.utils.translation import gettext_lazy as _

from vejviser.foundation import clock
from vejviser.ui import dates

INPUTS = ("text", "email", "number", "password", "search", "tel", "url", "date", "file", "clearable_file_input")
OURS = {f"django/forms/widgets/{name}.html": "ui/forms/input.html" for name in INPUTS} | {
    "django/forms/widgets/textarea.html": "ui/forms/textarea.html",
    "django/forms/widgets/select.html": "ui/forms/select.html",
    "django/forms/widgets/checkbox.html": "ui/forms/checkbox.html",
    "django/forms/widgets/radio.html": "ui/forms/choices.html",
    "django/forms/widgets/checkbox_select.html": "ui/forms/choices.html",
}


class DkfdsRenderer(DjangoTemplates):
    """`{{ form }}`, `{{ field.as_field_group }}` and `{{ field }}` with the design system's classes."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/field.html"

    def get_template(self, template_name: str) -> Template:
        template: Template = super().get_template(OURS.get(template_name, template_name))
        return template


class DateText(forms.DateInput):
    """A text box that shows a date in words; a picker would need dates in figures."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"class": "vj-w20", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: object) -> str | None:
        if isinstance(value, date):
            return dates.full(value)
        return str(value) if value else None


class DanishDate(forms.DateField):
    """A date as people write it; errors show one that would do."""

    widget = DateText
    default_error_messages = {"invalid": _("Write a date, for example %(example)s")}

    def to_python(self, value: object) -> date | None:
        if value in self.empty_values:
            return None
        day = value if isinstance(value, date) else dates.read(str(value))
        if day is None:
            raise self.error("invalid")
        return dates.local_day(day)

    def error(self, code: str) -> ValidationError:
        """The field's message of this code with an example three weeks from now."""
        example = dates.full(clock.today() + timedelta(weeks=3))
        return ValidationError(self.error_messages[code], code=code, params={"example": example})


class ComingDate(DanishDate):
    """A date after today."""

    default_error_messages = {"not_after_today": _("Write a date after today, for example %(example)s")}

    def validate(self, value: object) -> None:
        super().validate(value)
        if isinstance(value, date) and value <= clock.today():
            raise self.error("not_after_today")


class Versioned(forms.Form):
    """A form on a row that others may change: it carries the version that the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)

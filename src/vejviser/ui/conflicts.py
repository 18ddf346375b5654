"""Two people saved the same row: the answer shows both versions, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, DateField, Field, IntegerField, Model, TextField
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.text import capfirst

from vejviser.foundation.http import page_or_part
from vejviser.foundation.looks import Shown
from vejviser.foundation.results import Conflict
from vejviser.ui import dates

VERSION = "version"
OURS = {"csrfmiddlewaretoken", VERSION}
SPOKEN = (CharField, TextField, DateField, IntegerField)


@dataclass(frozen=True)
class Difference:
    """One field that the two versions disagree about; `theirs` is what is saved now, None where the row keeps no such text."""

    label: str
    theirs: str | None
    mine: str


def conflict_page(
    request: HttpRequest,
    conflict: Conflict,
    *,
    shows: Iterable[Shown] = (),
    form: Form | None = None,
    names: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The 409 page: what is saved now beside what this request wanted to save.

    `form` gives the labels; `names` says which field of the row a field of the form is, where they are called differently.
    A row about a child is written out only when `shows` records the look; without it the page keeps the person's own
    text and links to the page as it is now.
    """
    shown = list(shows)
    open_to_all = getattr(conflict.theirs, "child_ref", "-") == "-"
    context = {
        "differences": differences(conflict.theirs, request.POST, form, names or {}),
        "theirs_shown": bool(shown) or open_to_all,
        "version": getattr(conflict.theirs, VERSION, None),
        "resend": resend(request.POST),
        "here": request.get_full_path(),
    }
    return page_or_part(request, "ui/409.html", context, shows=shown, status=409)


def differences(theirs: object, posted: QueryDict, form: Form | None, names: Mapping[str, str]) -> list[Difference]:
    """What was posted and is not what is saved: text, numbers, dates and choices of the row, and any other sentence."""
    rows = [_difference(theirs, name, value, form, names) for name, value in resend(posted)]
    return [row for row in rows if row is not None and row.theirs != row.mine]


def resend(posted: QueryDict) -> list[tuple[str, str]]:
    """What must be posted again to save the person's own version: all but the token and the old version."""
    return [(name, value) for name, values in posted.lists() for value in values if name not in OURS]


def prose(posted: QueryDict) -> list[str]:
    """What the person wrote in sentences, to be kept on a page that cannot show the form."""
    return [value for name, value in resend(posted) if _is_prose(value)]


def _difference(theirs: object, name: str, value: str, form: Form | None, names: Mapping[str, str]) -> Difference | None:
    field = _field(theirs, names.get(name, name))
    if field is None:
        return Difference(_asked(form, name), None, value) if _is_prose(value) else None
    return Difference(_asked(form, name) or _label(field), _saved(theirs, field), _typed(field, value))


def _is_prose(value: str) -> bool:
    return " " in value.strip()


def _asked(form: Form | None, name: str) -> str:
    """The form's own label of a field; nothing when it has none."""
    return str(form[name].label) if form and name in form.fields else ""


def _field(row: object, name: str) -> Field[Any, Any] | None:
    if name == VERSION or not isinstance(row, Model):
        return None
    try:
        field = row._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, SPOKEN) else None


def _label(field: Field[Any, Any]) -> str:
    return capfirst(str(field.verbose_name))


def _saved(row: object, field: Field[Any, Any]) -> str:
    value = getattr(row, field.name)
    if field.choices:
        return _choice(field, value)
    return dates.full(value) if isinstance(value, date) else str("" if value is None else value)


def _typed(field: Field[Any, Any], text: str) -> str:
    if field.choices:
        return _choice(field, text)
    day = dates.read(text)
    return dates.full(day) if day else text


def _choice(field: Field[Any, Any], value: object) -> str:
    names = {str(code): str(name) for code, name in field.flatchoices}
    return names.get(str(value), str(value))

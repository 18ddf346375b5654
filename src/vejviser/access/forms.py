"""Choosing the children who have an adult first."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from vejviser.ui.forms import Versioned


class PrimariesForm(Versioned):
    """Children by ref, among those the leader may see; their names are written by the template."""

    def __init__(self, refs: Collection[UUID], data: Mapping[str, Any] | None, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["children"] = forms.TypedMultipleChoiceField(
            label=_("Children"), required=False, choices=[(str(ref), "") for ref in refs], coerce=UUID
        )

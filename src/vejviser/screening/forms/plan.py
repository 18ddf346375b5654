"""Planning a round and noting that the parents have been told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vejviser.organisation.models import District
from vejviser.organisation.unit_texts import UNIT_NAMES
from vejviser.screening import texts
from vejviser.screening.queries.instruments import edition
from vejviser.screening.rules import UNIT_KINDS
from vejviser.ui.forms import DanishDate


class WindowForm(forms.Form):
    """A window for some kinds of units, perhaps in one district only."""

    starts = DanishDate(label=_("First day"))
    due = DanishDate(label=_("Last day"))
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of units"),
        choices=[(code, UNIT_NAMES[code]) for code in UNIT_KINDS],
        widget=forms.CheckboxSelectMultiple,
    )
    district = forms.ModelChoiceField(
        label=_("District"), queryset=District.objects.order_by("name"), required=False, empty_label=_("All")
    )


class RoundForm(WindowForm):
    """A new round."""

    name = forms.CharField(label=_("Name"), max_length=80, help_text=_("For example: Autumn 2026"))
    field_order = ("name", "starts", "due", "kinds", "district")


class NoticeForm(forms.Form):
    """How the parents were told."""

    channel = forms.ChoiceField(
        label=_("How were the parents told?"), choices=list(texts.CHANNELS.items()), widget=forms.RadioSelect
    )
    sent_on = DanishDate(label=_("When?"))
    languages = forms.MultipleChoiceField(
        label=_("In which languages?"), choices=list(texts.LANGUAGES.items()), widget=forms.CheckboxSelectMultiple
    )

    def given(self) -> dict[str, Any]:
        """The arguments of `give_notice`; the text is that of the forms' edition."""
        return {**self.cleaned_data, "text": edition()}


class EarlyForm(forms.Form):
    """Beginning the talk before everybody has assessed."""

    reason = forms.CharField(label=_("Why do you begin now?"), widget=forms.Textarea(attrs={"rows": 2}))


class FilterForm(forms.Form):
    """Which district the plan shows."""

    district = forms.ModelChoiceField(
        label=_("Show"),
        queryset=District.objects.order_by("name"),
        required=False,
        empty_label=_("All districts"),
        widget=forms.Select(attrs={"class": "vj-auto"}),
    )

    def narrow(self) -> dict[str, object]:
        """The lookup of a valid choice; anything else shows all."""
        found = self.cleaned_data.get("district") if self.is_valid() else None
        return {"group__unit__district": found} if found else {}

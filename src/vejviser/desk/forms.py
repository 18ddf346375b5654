"""What the desk asks people to write: a search, and a child's strengths and own words."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.children.rules import fold
from vejviser.desk.queries import outside_by_cpr, outside_by_name
from vejviser.foundation import clock
from vejviser.ui.forms import DanishDate

CPR_DIGITS = 10
OFF = {"autocomplete": "off"}


class OwnChild(forms.Form):
    """The first letters of a name among the person's own children."""

    name = forms.CharField(
        label=_("First name"),
        max_length=60,
        widget=forms.TextInput(attrs=OFF),
        help_text=_("Searches only among those you have something to do with"),
    )

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if not fold(name):
            raise forms.ValidationError(_("Write some letters of the name"))
        return name


class ChildByName(forms.Form):
    """A child outside the person's own: the whole name and the birth date."""

    first_name = forms.CharField(label=_("First name"), max_length=120, widget=forms.TextInput(attrs=OFF))
    last_name = forms.CharField(label=_("Last name"), max_length=120, widget=forms.TextInput(attrs=OFF))
    birth_date = DanishDate(label=_("Birthday"))

    def find(self, person: Person) -> Child | None:
        """The only child that fits exactly."""
        name = f"{self.cleaned_data['first_name']} {self.cleaned_data['last_name']}"
        return outside_by_name(person, name, self.cleaned_data["birth_date"])


class ChildByCpr(forms.Form):
    """A child outside the person's own: the CPR number."""

    cpr = forms.CharField(label=_("CPR number"), max_length=20, widget=forms.TextInput(attrs=OFF))

    def clean_cpr(self) -> str:
        digits = re.sub(r"\D", "", str(self.cleaned_data["cpr"]))
        if len(digits) != CPR_DIGITS:
            raise forms.ValidationError(_("A CPR number has ten digits"))
        return digits

    def find(self, person: Person) -> Child | None:
        """The child with the number."""
        return outside_by_cpr(person, self.cleaned_data["cpr"])


class Words(forms.Form):
    """What the child is good at, or said itself."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[("strength", _("Something the child is good at")), ("said", _("Something the child said"))],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("In the child's own words, or what you saw"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    day = DanishDate(label=_("When?"), initial=clock.today)

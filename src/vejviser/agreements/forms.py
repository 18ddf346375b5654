"""What is written about an agreement, and how a rule's no comes back to the field it is about."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vejviser.accounts.models import Person
from vejviser.foundation.results import RuleBroken
from vejviser.ui.forms import ComingDate, DanishDate, Versioned
from vejviser.ui.texts import say

# Which field a broken rule is about, where the rule's code alone does not say it.
FIELD_OF = {
    "agreement_needs_what": "what",
    "agreement_needs_who": "owner",
    "owner_cannot_read": "owner",
    "agreement_needs_date": "due",
    "agreement_date_past": "due",
    "agreement_evaluated_too_early": "evaluate_on",
    "new_date_needs_reason": "why",
    "dropping_needs_reason": "why",
    "wait_needs_reason": "why",
    "wait_needs_date": "until",
    "wait_date_past": "until",
    "outcome_needs_words": "outcome",
}


def lines(rows: int) -> forms.Textarea:
    """A box for so many lines of text."""
    return forms.Textarea(attrs={"rows": rows})


class DoneForm(Versioned):
    """It is done."""

    outcome = forms.CharField(
        label=_("What came of it?"), required=False, help_text=_("You may write it later."), widget=lines(3)
    )


class NewDateForm(Versioned):
    """The last day is moved."""

    due = DanishDate(label=_("New last day"))
    why = forms.CharField(label=_("Why is it moved?"), widget=lines(2))


class GivenUpForm(Versioned):
    """It is given up."""

    why = forms.CharField(label=_("Why do you give it up?"), widget=lines(2))


class OutcomeForm(Versioned):
    """What came of it."""

    outcome = forms.CharField(label=_("What came of it?"), widget=lines(3))


class AgreementForm(forms.Form):
    """A new agreement. `owners` are staff who may read it; anybody else is written in words."""

    what = forms.CharField(label=_("What will you do?"), widget=lines(2))
    owner = forms.ChoiceField(label=_("Who does it?"))
    who = forms.CharField(label=_("Who else?"), required=False, help_text=_("For example: Mother"))
    due = DanishDate(label=_("No later than"))
    evaluate_on = DanishDate(label=_("When do you look at how it went?"), required=False)

    def __init__(self, data: QueryDict | None, owners: list[Person]) -> None:
        super().__init__(data)
        self.owners = {str(person.ref): person for person in owners}
        named = ((ref, person.full_name) for ref, person in self.owners.items())
        choices = [("", _("Choose")), *named, ("other", _("Somebody else, written below"))]
        self.fields["owner"] = forms.ChoiceField(label=_("Who does it?"), choices=choices)

    def given(self) -> Mapping[str, Any]:
        """The arguments of `make_agreement`: the chosen person, or else the words."""
        data = dict(self.cleaned_data)
        owner, words = data.pop("owner"), data.pop("who")
        return data | {"who": self.owners.get(owner, words)}


class WaitForm(forms.Form):
    """A reasoned wait."""

    why = forms.CharField(label=_("Why do you wait?"), widget=lines(2))
    until = ComingDate(label=_("When do you look again?"))


def kept(form: forms.Form, act: Callable[[], object], field_of: Mapping[str, str] = FIELD_OF) -> bool:
    """Do the act of a valid form. A rule's no becomes an error at its field, and the answer is False."""
    try:
        act()
    except RuleBroken as broken:
        field = field_of.get(broken.code)
        form.add_error(field if field in form.fields else None, say(broken))
        return False
    return True

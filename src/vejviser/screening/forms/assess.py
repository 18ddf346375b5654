"""An assessor's own choice, what was seen, and the child's own words."""

from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vejviser.agreements.rules import Answer
from vejviser.screening import texts
from vejviser.screening.actions.assess import Choice
from vejviser.screening.queries.instruments import Instrument
from vejviser.ui.forms import Versioned
from vejviser.ui.scales import POSITIONS

POSITION_CHOICES = [(code, position.word) for code, position in POSITIONS.items()]


class ChoiceForm(forms.Form):
    """A position, or a reason why not. `choice` is the id of the tap."""

    position = forms.ChoiceField(choices=POSITION_CHOICES, required=False)
    reason = forms.ChoiceField(choices=list(texts.NOT_ASSESSED.items()), required=False)
    other = forms.CharField(max_length=500, required=False)
    choice = forms.UUIDField(required=False)

    def given(self) -> Choice:
        """The tap as the action takes it."""
        data = self.cleaned_data
        tap: UUID | None = data["choice"]
        return Choice(data["position"], data["reason"], data["other"], tap)


class DescribeForm(Versioned):
    """The marked statements and what works; both may be empty."""

    statements = forms.MultipleChoiceField(required=False)
    works = forms.CharField(max_length=2000, required=False)

    def __init__(self, data: QueryDict, form: Instrument) -> None:
        super().__init__(data)
        self.fields["statements"] = forms.MultipleChoiceField(choices=[(one, one) for one in form.ids], required=False)


class ChildWordsForm(forms.Form):
    """One answer of the child, as it was given."""

    question = forms.CharField(max_length=40)
    number = forms.IntegerField(required=False, min_value=0, max_value=10)
    picture = forms.CharField(max_length=20, required=False)
    words = forms.CharField(max_length=2000, required=False)

    def answer(self) -> Answer:
        """The answer in the kind it was given in; a chosen picture stays a picture."""
        data = self.cleaned_data
        if data["picture"] == "springer_over":
            return Answer("skipped", picture=data["picture"], words=data["words"])
        if data["picture"]:
            return Answer("picture", picture=data["picture"], words=data["words"])
        if data["number"] is not None:
            return Answer("number", number=data["number"], words=data["words"])
        return Answer("word", words=data["words"])


class NewViewForm(forms.Form):
    """Seeing it differently after the reveal."""

    position = forms.ChoiceField(label=_("How do you see it now?"), choices=POSITION_CHOICES, widget=forms.RadioSelect)
    why = forms.CharField(label=_("What made you see it differently?"), widget=forms.Textarea(attrs={"rows": 2}))

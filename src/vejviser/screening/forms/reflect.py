"""What a group writes in its talk: about itself, and about one child."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vejviser.accounts.models import Person
from vejviser.screening import texts
from vejviser.screening.actions.reflect import GroupTalk, Joint
from vejviser.screening.queries.instruments import Instrument, environment_scale
from vejviser.ui.forms import DanishDate, Versioned

Kept = dict[str, Any]


class OfTheGroup(Versioned):
    """A form whose people are those named for the group."""

    def __init__(
        self, data: QueryDict | None, people: Collection[Person], kept: Kept | None = None, auto_id: str = "id_%s"
    ) -> None:
        super().__init__(data, initial=kept, auto_id=auto_id)
        self.people = {str(person.ref): person for person in people}
        for name in ("owner", "took_part"):
            if name in self.fields:
                empty = [("", _("Choose"))] if name == "owner" else []
                names = [(ref, person.first_name) for ref, person in self.people.items()]
                self.fields[name].choices = [*empty, *names]  # type: ignore[attr-defined]


class JointForm(OfTheGroup):
    """The joint assessment of a child and its next step; everything may wait until the talk ends."""

    outcome = forms.ChoiceField(choices=list(texts.JOINT.items()), required=False)
    reason = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    took_part = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    step = forms.CharField(required=False, max_length=1000, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    owner = forms.ChoiceField(required=False, widget=forms.Select(attrs={"class": "vj-auto"}))
    by = DanishDate(required=False)
    waits = forms.BooleanField(required=False)

    def given(self) -> Joint:
        """What was written, with the people themselves."""
        data = self.cleaned_data
        return Joint(
            outcome=data["outcome"],
            reason=data["reason"],
            took_part=[self.people[ref] for ref in data["took_part"]],
            step=data["step"],
            owner=self.people.get(data["owner"]),
            by=data["by"],
            waits=data["waits"],
        )


class GroupForm(OfTheGroup):
    """What the group says of its own part, and the one thing it changes."""

    minutes = forms.CharField(required=False, max_length=10000, widget=forms.Textarea(attrs={"rows": 2}))
    change = forms.CharField(required=False, max_length=1000, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    owner = forms.ChoiceField(required=False, widget=forms.Select(attrs={"class": "vj-auto"}))
    until = DanishDate(required=False)

    def __init__(
        self, data: QueryDict | None, people: Collection[Person], form: Instrument | None, kept: Kept | None = None
    ) -> None:
        super().__init__(data, people, kept, "gruppe-%s")
        self.asked = [one for dimension in form.dimensions for one in dimension.environment] if form else []
        for one in self.asked:
            self.fields[one.id] = forms.ChoiceField(
                label=one.text, choices=[("", _("Choose")), *environment_scale()], required=False
            )

    def ours(self) -> list[forms.BoundField]:
        """The statements about the adults themselves."""
        return [self[one.id] for one in self.asked]

    def given(self) -> GroupTalk:
        """What was written, with the person themselves."""
        data = self.cleaned_data
        return GroupTalk(
            environment={one.id: data[one.id] for one in self.asked if data[one.id]},
            minutes=data["minutes"],
            change=data["change"],
            owner=self.people.get(data["owner"]),
            until=data["until"],
        )

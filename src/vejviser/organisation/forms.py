"""The forms of My house."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.organisation.house_queries import in_room, open_rooms, working_in
from vejviser.organisation.models import Employment, Group, Unit
from vejviser.organisation.role_texts import role_name
from vejviser.ui.forms import DanishDate, Versioned
from vejviser.ui.texts import say

Data = Mapping[str, Any] | None


class DayForm(forms.Form):
    """Which day to show the house on."""

    day = DanishDate(label=_("Show the day"), required=False)


class InHouse(forms.Form):
    """A form in which only the house's own people can be chosen; cleaned, the field is the employment."""

    def __init__(self, unit: Unit, data: Data = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        found = working_in(unit, clock.today()).order_by("person__first_name", "person__last_name", "pk")
        people = {str(work.ref): work for work in found}
        self.fields["employment"] = forms.TypedChoiceField(
            label=_("Who?"),
            choices=[("", _("Choose")), *((ref, _with_role(work)) for ref, work in people.items())],
            coerce=people.__getitem__,
            error_messages={"required": _("Choose who it is")},
        )


class StandInForm(InHouse):
    """Who and where; the day is today."""

    def __init__(self, unit: Unit, data: Data = None) -> None:
        super().__init__(unit, data)
        rooms = _rooms(unit)
        self.fields["group"] = forms.TypedChoiceField(
            choices=[(ref, room.name) for ref, room in rooms.items()], coerce=rooms.__getitem__
        )


class PlaceForm(InHouse):
    """A new row: who, where, from when, until when."""

    opens = DanishDate(label=_("From"))
    closes = DanishDate(label=_("Last day"), required=False)
    assesses = forms.BooleanField(label=_("Assesses in the round of well-being"), required=False)
    field_order = ("employment", "group", "opens", "closes", "assesses")

    def __init__(self, unit: Unit, data: Data = None, employment: str = "") -> None:
        super().__init__(unit, data, {"opens": clock.today(), "employment": employment})
        rooms = _rooms(unit)
        self.fields["group"] = forms.TypedChoiceField(
            label=_("Where?"),
            required=False,
            choices=[("", _("The whole house")), *((ref, room.name) for ref, room in rooms.items())],
            coerce=rooms.__getitem__,
            empty_value=None,
        )
        self.order_fields(self.field_order)


class RowForm(Versioned):
    """A row's dates and task."""

    opens = DanishDate(label=_("From"))
    closes = DanishDate(label=_("Last day"), required=False)
    assesses = forms.BooleanField(label=_("Assesses in the round of well-being"), required=False)


class AssessorsForm(forms.Form):
    """Who assesses the children of a room; cleaned, `chosen` are the refs of their rows."""

    def __init__(self, room: Group, data: Data = None) -> None:
        super().__init__(data)
        rows = in_room(room)
        self.fields["chosen"] = forms.TypedMultipleChoiceField(
            label=_("Assessors"),
            required=False,
            choices=[(str(row.ref), row.employment.person.full_name) for row in rows],
            coerce=UUID,
            initial=[str(row.ref) for row in rows if row.assesses],
            widget=forms.CheckboxSelectMultiple,
        )


class AnswerForm(Versioned):
    """Yes or no to a proposal."""

    accept = forms.BooleanField(required=False)


def done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do the act of a valid form. A rule's no becomes an error of the form, and the answer is False."""
    try:
        act()
    except RuleBroken as broken:
        form.add_error(None, say(broken))
        return False
    return True


def _rooms(unit: Unit) -> dict[str, Group]:
    return {str(room.ref): room for room in open_rooms(unit, clock.today())}


def _with_role(work: Employment) -> str:
    return f"{work.person.full_name}, {role_name(work.role)}"

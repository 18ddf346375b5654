"""The forms of a note. A number that looks like a CPR number is asked about once and stops nobody."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vejviser.agreements.forms import FIELD_OF as AGREEMENT_FIELD_OF
from vejviser.agreements.forms import lines
from vejviser.concern.queries import Choice
from vejviser.concern.rules import Words, mentions_cpr
from vejviser.guide.queries import level_names
from vejviser.organisation.models import Group
from vejviser.ui.forms import DanishDate, Versioned

FIELD_OF = AGREEMENT_FIELD_OF | {
    "concern_needs_facts": "facts",
    "concern_needs_level": "level",
    "concern_is_about_one_thing": "subject",
    "talk_is_in_the_future": "told_on",
    "talk_needs_day": "told_on",
    "share_needs_room": "group",
    "hold_end_needs_reason": "why",
}
DETAILS = ("since", "how_often", "place", "tried", "level_words", "told_on", "why_not_told")


class WordsForm(forms.Form):
    """What was seen. All but the facts, and about a child the level, may be left out."""

    facts = forms.CharField(label=_("What did you see or hear?"), help_text=_("Write what you saw. Not why."), widget=lines(3))
    helped = forms.CharField(label=_("What helped?"), required=False)
    level = forms.TypedChoiceField(
        label=_("How worried are you?"),
        choices=lambda: list(level_names().items()),
        widget=forms.RadioSelect,
        coerce=int,
        required=False,
        empty_value=None,
    )
    level_words = forms.CharField(label=_("In your own words: why this level?"), required=False, widget=lines(2))
    since = forms.CharField(label=_("Since when?"), required=False, max_length=200)
    how_often = forms.CharField(label=_("How often?"), required=False, max_length=200)
    place = forms.CharField(label=_("Where?"), required=False, max_length=200)
    tried = forms.CharField(label=_("What have you tried?"), required=False, widget=lines(2))
    told_on = DanishDate(label=_("When did you talk with the parents?"), required=False)
    why_not_told = forms.CharField(label=_("If not, why not?"), required=False)
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        asked = data.get("sure")
        if not asked and mentions_cpr(*(text for text in data.values() if isinstance(text, str))):
            self.ask(_("Is the CPR number necessary? If it is, save again. If not, delete it first."))
        return data

    def ask(self, question: object) -> None:
        """Put a question above the form; the same form sent again has answered it."""
        if isinstance(self.data, QueryDict):
            self.data = self.data.copy()
            self.data["sure"] = "on"
        self.add_error(None, str(question))

    def words(self) -> Words:
        """The words of a valid form."""
        return Words(**{name: self.cleaned_data[name] for name in Words.__dataclass_fields__})

    def details(self) -> list[forms.BoundField]:
        """The fields that wait behind a click."""
        return [self[name] for name in DETAILS]

    def details_open(self) -> bool:
        """Whether something is written, or wrong, behind the click."""
        return any(self[name].errors or self[name].value() for name in DETAILS)


class NoteForm(WordsForm):
    """A new note: whom it is about, and the ref that makes sending it twice harmless."""

    subject = forms.ChoiceField(
        label=_("Who?"), widget=forms.RadioSelect, error_messages={"required": _("Choose whom or what you write about.")}
    )
    violence = forms.BooleanField(label=_("I suspect violence or abuse"), required=False)
    ref = forms.UUIDField(widget=forms.HiddenInput)

    field_order = ("subject", "facts", "helped", "level")

    def __init__(self, data: QueryDict | None, initial: dict[str, Any], choices: list[Choice]) -> None:
        super().__init__(data, initial=initial)
        self.choices = {choice.value: choice for choice in choices}
        self.fields["subject"].choices = [(value, value) for value in self.choices]  # type: ignore[attr-defined]

    def about(self) -> dict[str, Any]:
        """The subject of a valid form as arguments of `write_note`."""
        choice = self.choices[self.cleaned_data["subject"]]
        return {"about": choice.about, "child": choice.child, "group": choice.group}

    def chosen(self) -> Choice | None:
        """The subject as it stands in the form, valid or not."""
        return self.choices.get(str(self["subject"].value() or ""))

    def shown_at_once(self) -> list[Choice]:
        """The first children, and what is chosen."""
        return [one for one in self.choices.values() if one.first or one == self.chosen()]

    def after_a_click(self) -> list[Choice]:
        """Everybody else, and the groups."""
        return [one for one in self.choices.values() if not one.first and one != self.chosen()]


class CorrectionForm(WordsForm, Versioned):
    """A new version of a note."""


class ShareForm(Versioned):
    """With which room, when the person knows the child from several; otherwise the field goes away."""

    group = forms.ChoiceField(label=_("Which room?"), widget=forms.RadioSelect)

    def __init__(self, data: QueryDict | None, initial: dict[str, Any], rooms: list[Group]) -> None:
        super().__init__(data, initial=initial)
        self.rooms = {str(room.ref): room for room in rooms}
        self.fields["group"] = forms.ChoiceField(
            label=_("Which room?"),
            widget=forms.RadioSelect,
            choices=[(ref, str(room)) for ref, room in self.rooms.items()],
            required=len(rooms) > 1,
        )

    def room(self) -> Group | None:
        """The chosen room of a valid form; None leaves it to the only one."""
        return self.rooms.get(self.cleaned_data["group"])


class TalkForm(Versioned):
    """The talk with the parents."""

    told_on = DanishDate(label=_("When did you talk with the parents?"))
    parents_words = forms.CharField(label=_("How do they see it?"), required=False, widget=lines(3))
    child_words = forms.CharField(
        label=_("What does the child say?"), required=False, widget=lines(2), help_text=_("In the child's own words")
    )


class CloseForm(Versioned):
    """Nothing more is asked."""

    words = forms.CharField(label=_("What happened?"), required=False, widget=lines(2))


class LiftForm(Versioned):
    """The shield is lifted."""

    why = forms.CharField(label=_("Why is the case no longer shielded?"), widget=lines(2))

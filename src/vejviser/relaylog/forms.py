"""What is written in a log and about it."""

from collections.abc import Iterable, Sequence
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vejviser.organisation.models import Employment
from vejviser.organisation.role_texts import role_name
from vejviser.relaylog.actions import Ending, Looked
from vejviser.relaylog.models import Participant
from vejviser.relaylog.participant_queries import Candidate
from vejviser.relaylog.permissions import LogSight
from vejviser.relaylog.queries import voice_name
from vejviser.relaylog.rules import LEVELS
from vejviser.relaylog.texts import BASES, CLOSE_REASONS, COLUMNS, PICTURES
from vejviser.relaylog.voice_actions import Words
from vejviser.ui.dates import full
from vejviser.ui.forms import ComingDate, Versioned
from vejviser.ui.scales import level_name

Choices = Sequence[tuple[str, object]]


def lines(rows: int) -> forms.Textarea:
    """A box for so many lines of text."""
    return forms.Textarea(attrs={"rows": rows})


class OpenForm(forms.Form):
    """A log begins with a date on which people talk again."""

    next_on = ComingDate(label=_("When do you talk again?"))
    next_what = forms.CharField(label=_("What about?"), help_text=_("For example: How are the mornings going?"), max_length=200)


class NextForm(OpenForm, Versioned):
    """Another next date."""


class Spoken(forms.Form):
    """Something a voice says; one writes for oneself, the child, the family or the network."""

    voice = forms.ChoiceField(label=_("Who says it?"))

    def __init__(self, seen: LogSight, data: QueryDict | None = None, **initial: object) -> None:
        super().__init__(data, initial={"voice": seen.me.ref if seen.me else "", **initial})
        choose(self, "voice", [(str(one.ref), _said_by(seen, one)) for one in _voices(seen)])


class Line(forms.Form):
    """The words of a line. `ref` lets a form that is sent twice write once."""

    ref = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    text = forms.CharField(
        label=_("What do you want to share?"),
        help_text=_("Write what you have seen and what helped. The family reads it too."),
        widget=lines(3),
    )

    def words(self, kind: str = "") -> Words:
        """The valid form as the actions take it."""
        given = self.cleaned_data
        return Words(
            ref=given["ref"],
            kind=given.get("kind", kind),
            text=given["text"],
            staff_only=given.get("staff_only", False),
            reason=given.get("reason", ""),
            until=given.get("until"),
        )


class EntryForm(Spoken, Line):
    """A new line."""

    kind = forms.ChoiceField(label=_("Where does it belong?"), choices=list(COLUMNS.items()), widget=forms.RadioSelect)
    staff_only = forms.BooleanField(label=_("For professionals only"), required=False)
    reason = forms.CharField(label=_("Why may the family not read it yet?"), required=False)
    until = ComingDate(label=_("Until and including"), required=False)
    field_order = ("kind", "text", "voice")


class HoldBackForm(Versioned):
    """A new end for a line that is for professionals only."""

    reason = forms.CharField(label=_("Why may the family not read it yet?"), required=False)
    until = ComingDate(label=_("Until and including"), required=False)


class DissentForm(Spoken, Line):
    """Another view beside a line."""


class LevelForm(Spoken):
    """One person's own level, in own words; a child chooses a picture."""

    level = forms.TypedChoiceField(
        label=_("How worried are you?"), coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )
    picture = forms.ChoiceField(label=_("Or the picture the child chose"), required=False, widget=forms.RadioSelect)
    words = forms.CharField(label=_("In your own words"), required=False, widget=lines(2))
    field_order = ("voice", "level", "picture", "words")

    def __init__(self, seen: LogSight, data: QueryDict | None = None) -> None:
        super().__init__(seen, data)
        choose(self, "level", [(str(level), f"{level} {level_name(level)}") for level in LEVELS])
        choose(self, "picture", list(PICTURES.items()))


class ActedForm(forms.Form):
    """The level people agree to act on."""

    level = forms.TypedChoiceField(label=_("Which level do you act on?"), coerce=int, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Why?"), widget=lines(2))
    names = forms.CharField(
        label=_("Who has agreed on it?"), help_text=_("First names, with commas between them"), max_length=300
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        choose(self, "level", [(str(level), f"{level} {level_name(level)}") for level in LEVELS])


class LetInForm(forms.Form):
    """A person and the basis on which they read, chosen together."""

    who = forms.ChoiceField(label=_("Who, and on which basis?"), widget=forms.RadioSelect)

    def __init__(self, found: list[Candidate], data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.found = {one.key: one for one in found}
        choose(self, "who", [(key, _candidate(one)) for key, one in self.found.items()])

    def chosen(self) -> Candidate:
        """Of the valid form."""
        return self.found[self.cleaned_data["who"]]


class NetworkForm(forms.Form):
    """Somebody around the child who is named and reads nothing."""

    name = forms.CharField(label=_("Name"), help_text=_("First name is enough. No phone number or address."), max_length=120)
    role = forms.CharField(label=_("Who is it to the child?"), help_text=_("For example: grandmother"), max_length=120)


class OfferForm(forms.Form):
    """Whom to ask."""

    receiver = forms.ChoiceField(label=_("Who do you ask to take the baton?"), widget=forms.RadioSelect)

    def __init__(self, found: Iterable[Employment], data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.found = {str(one.ref): one for one in found}
        choose(self, "receiver", [(ref, _employed(one)) for ref, one in self.found.items()])

    def chosen(self) -> Employment:
        """Of the valid form."""
        return self.found[self.cleaned_data["receiver"]]


class LookBackForm(forms.Form):
    """What one person says at the end."""

    voice = forms.ChoiceField(label=_("Who looks back?"))
    picture = forms.ChoiceField(
        label=_("The picture the child chose"), choices=list(PICTURES.items()), required=False, widget=forms.RadioSelect
    )
    helped = forms.CharField(label=_("What helped?"), required=False, widget=lines(2))
    goes_on = forms.CharField(label=_("What goes on?"), required=False, widget=lines(2))
    declined = forms.BooleanField(label=_("Would rather not"), required=False)

    def __init__(self, seen: LogSight, data: QueryDict | None = None) -> None:
        super().__init__(data)
        choose(self, "voice", [(str(one.ref), _said_by(seen, one)) for one in _voices(seen) if one.kind != "network"])

    def said(self) -> Looked:
        """The valid form as the action takes it."""
        given = dict(self.cleaned_data)
        del given["voice"]
        return Looked(**given)


class CloseForm(Versioned):
    """Why the log ends, and what everybody is left with."""

    close_reason = forms.ChoiceField(
        label=_("Why do you end it?"), choices=list(CLOSE_REASONS.items()), widget=forms.RadioSelect
    )
    closing_text = forms.CharField(
        label=_("Closing text for everybody"),
        help_text=_("First what works. The family has seen the text before the log ends."),
        required=False,
        widget=lines(4),
    )
    text_seen = forms.BooleanField(label=_("The family has seen the text"), required=False)
    asked_by_parents = forms.BooleanField(label=_("The parents want it closed now"), required=False)

    def ending(self) -> Ending:
        """The valid form as the action takes it."""
        given = self.cleaned_data
        return Ending(given["close_reason"], given["closing_text"], given["text_seen"], given["asked_by_parents"])


def choose(form: forms.Form, name: str, choices: Choices) -> None:
    """Set what can be chosen, which only the request knows."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def _voices(seen: LogSight) -> list[Participant]:
    return [one for one in seen.people if one == seen.me or one.kind != "staff"]


def _said_by(seen: LogSight, one: Participant) -> str:
    if one == seen.me:
        return gettext("Myself")
    return seen.sight.child.first_name if one.kind == "child" else voice_name(one)


def _employed(work: Employment) -> str:
    return f"{work.person.full_name}, {role_name(work.role)}, {work.unit}"


def _candidate(one: Candidate) -> str:
    basis = str(BASES[one.basis])
    until = gettext("until %(day)s") % {"day": full(one.consent.closes)} if one.consent else ""
    return " · ".join(part for part in (_employed(one.employment), basis, until) if part)

"""What staff write about a consent: the question, and each signer's answer."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vejviser.access import consent_rules as rules
from vejviser.access.consent_actions import Answer, Question
from vejviser.access.consent_family import languages
from vejviser.access.consent_receivers import receivers
from vejviser.access.consent_texts import DATA_CLASSES, PURPOSES
from vejviser.access.models import Consent
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.foundation.workdays import add_months
from vejviser.organisation.models import Unit
from vejviser.organisation.setting_queries import number
from vejviser.ui.forms import ComingDate, DanishDate, Versioned


class QuestionForm(forms.Form):
    """One thing, one receiver, until a day."""

    purpose = forms.ChoiceField(label=_("What do you ask about?"), choices=list(PURPOSES.items()))
    why = forms.CharField(
        label=_("Why? Write it as you would say it"),
        help_text=_("One thing. A new purpose is a new question."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    receiver = forms.ChoiceField(label=_("Who may know?"))
    closes = ComingDate(label=_("Until and including"))
    data_classes = forms.MultipleChoiceField(
        label=_("What may they know?"),
        choices=list(DATA_CLASSES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A relay log needs four: name, age and room, the log, goals and agreements, and what the child has said."),
    )
    language = forms.ChoiceField(label=_("In which language do you ask?"))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, child: Child, data: QueryDict | None = None, *, consent: Consent | None = None) -> None:
        super().__init__(data, initial=_asked(consent) if consent else _first(child))
        self.fields["closes"].help_text = gettext("At most %(months)s months") % {"months": number("consent.months")}
        self.set_choices("receiver", receivers(child))
        self.set_choices("language", [(code, words.name) for code, words in languages().items()])

    def set_choices(self, name: str, choices: Sequence[tuple[str, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def question(self) -> Question:
        """The valid form as the action takes it."""
        given = self.cleaned_data
        unit, role, person = given["receiver"].split(":")
        return Question(
            purpose=given["purpose"],
            why=given["why"],
            receiver_unit=Unit.objects.get(ref=unit),
            receiver_role=role,
            receiver_person=Person.objects.get(ref=person) if person else None,
            data_classes=tuple(given["data_classes"]),
            closes=given["closes"],
            language=given["language"],
        )


class AnswerForm(Versioned):
    """What one signer said, on paper or in a talk."""

    answer = forms.ChoiceField(label=_("The answer"), choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.RadioSelect)
    form = forms.ChoiceField(
        label=_("How was it given?"),
        choices=[("spoken", _("In a talk")), ("paper", _("On paper"))],
        widget=forms.RadioSelect,
        initial="spoken",
    )
    note = forms.CharField(
        label=_("What was said?"),
        help_text=_("Needed when it was said in a talk. The family reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    day = DanishDate(label=_("Which day?"))

    def said(self) -> Answer:
        """The valid form as the action takes it."""
        given = self.cleaned_data
        return Answer(given["answer"], given["day"], given["form"], given["note"])


def _first(child: Child) -> dict[str, object]:
    """A new question: what a relay log needs, for as long as today's signers can say yes to."""
    today = clock.today()
    latest = add_months(today, number("consent.months"))
    last = rules.last_day(child.birth_date, rules.LOG_CLASSES, "log", today)
    return {"data_classes": sorted(rules.LOG_CLASSES), "closes": min(latest, last or latest), "language": "da"}


def _asked(consent: Consent) -> dict[str, object]:
    unit, person = consent.receiver_unit, consent.receiver_person
    return {
        "purpose": consent.purpose,
        "why": consent.why,
        "receiver": f"{unit.ref if unit else ''}:{consent.receiver_role}:{person.ref if person else ''}",
        "closes": consent.closes,
        "data_classes": consent.data_classes.split(),
        "language": consent.language,
        "version": consent.version,
    }

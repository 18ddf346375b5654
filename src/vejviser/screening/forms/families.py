"""The family's part of a round: an objection, its decision, the talk about the joint assessment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vejviser.ui.forms import DanishDate, Versioned


class ObjectionForm(forms.Form):
    """What the family said."""

    words = forms.CharField(label=_("What did the parents say?"), widget=forms.Textarea(attrs={"rows": 3}))


class DecisionForm(Versioned):
    """The leader's decision, with the reason that the family is told."""

    event = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=[("uphold", _("The child is left out of the rounds")), ("reject", _("The child takes part"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("Why?"), widget=forms.Textarea(attrs={"rows": 3}))


class ParentTalkForm(forms.Form):
    """The talk with the parents."""

    talked_on = DanishDate(label=_("When did you talk?"))
    parents_view = forms.CharField(label=_("How do the parents see it?"), widget=forms.Textarea(attrs={"rows": 3}))
    childs_view = forms.CharField(
        label=_("How does the child see it?"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

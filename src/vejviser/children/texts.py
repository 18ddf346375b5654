"""The words of a rule's no."""

from django.utils.translation import gettext_lazy as _

from vejviser.ui import texts

texts.offer(
    {
        "words_are_empty": _("Write what the child is good at or said."),
        "words_told_later": _("Choose a day that has been: at the latest %(day)s."),
    }
)

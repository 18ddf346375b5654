"""The words of a rule's no, and how old a child is in words."""

from datetime import date

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from vejviser.children.rules import age, age_in_months
from vejviser.ui import texts

texts.offer(
    {
        "words_are_empty": _("Write what the child is good at or said."),
        "words_told_later": _("Choose a day that has been: at the latest %(day)s."),
    }
)


def age_in_words(birth_date: date, unborn: bool, today: date) -> str:
    """Such as "5 år", "8 måneder" or "ufødt"."""
    years, months = age(birth_date, today), age_in_months(birth_date, today)
    if unborn or years < 0:
        return gettext("unborn")
    if years:
        return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
    return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}

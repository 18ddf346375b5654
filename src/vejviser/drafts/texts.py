"""The words of a draft that cannot be kept."""

from django.utils.translation import gettext_lazy as _

from vejviser.ui.texts import offer

offer({"draft_too_long": _("Not saved: a draft can be %(limit)s KB long. Shorten the text, or save the form.")})

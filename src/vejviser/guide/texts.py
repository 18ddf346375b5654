"""The words of the guide's no."""

from django.utils.translation import gettext_lazy as _

from vejviser.ui import texts

texts.offer({"guide_content_refused": _("The content cannot be taken in:\n%(problems)s")})

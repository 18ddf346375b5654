"""The words of the guide's no, and the names of the kinds of things that can be found in it."""

from django.utils.translation import gettext_lazy as _

from vejviser.ui import texts

texts.offer({"guide_content_refused": _("The content cannot be taken in:\n%(problems)s")})

KINDS = {
    "sign": _("Sign"),
    "talk": _("Talk guide"),
    "share": _("What may I share?"),
    "abuse": _("Act today"),
    "notify": _("The duty to notify"),
    "level": _("Level"),
    "course": _("From wondering to help"),
    "route": _("Whom to ask first"),
    "track": _("Shared ground"),
    "step": _("Step"),
}

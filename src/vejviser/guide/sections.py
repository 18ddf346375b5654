"""The guide in the header, for everybody."""

from django.utils.translation import gettext_lazy as _

from vejviser.ui.navigation import Entry, everybody, offer

offer(Entry("guide", _("Guide"), "/vejviser/", order=20, offered=everybody))

"""The way to an underretning from every page about a child. The address names no child."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from vejviser.foundation.next_steps import Forward, offer_forward


def _address(child: UUID) -> str:
    return "/underretning/"


offer_forward(Forward("underretning", _("Notify"), _address, data_class="D1", order=1))

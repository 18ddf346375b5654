"""The words of a rule's no."""

from django.utils.translation import gettext_lazy as _

from vejviser.ui import texts

texts.offer({"task_ends_with_its_deed": _("This task is done when what it asks for is done. Open it to go there.")})

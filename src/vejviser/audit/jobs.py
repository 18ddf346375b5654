"""The record seals itself and says outside the database how far it has come."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vejviser.audit.seal_actions import export_checkpoint, seal_all
from vejviser.foundation.schedule import job


@job("audit.seal", every=timedelta(seconds=10))
def seal() -> str:
    """Seal what has been recorded since the last time."""
    return _sealed(seal_all())


@job("audit.seal_everywhere", every=timedelta(days=1))
def seal_everywhere() -> str:
    """Seal rows that a very long transaction left far behind."""
    return _sealed(seal_all(everywhere=True))


@job("audit.checkpoint", every=timedelta(minutes=10))
def checkpoint() -> str:
    """Sign how far the chain has come, in two places outside the database."""
    made = export_checkpoint()
    return _("Checkpoint at link %(seq)s") % {"seq": made.seq} if made else _("Nothing sealed yet")


def _sealed(count: int) -> str:
    return ngettext("%(count)s row sealed", "%(count)s rows sealed", count) % {"count": count}

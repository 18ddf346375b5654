"""Old drafts go by themselves."""

from datetime import timedelta

from django.utils.translation import ngettext

from vejviser.drafts.actions import purge
from vejviser.foundation.schedule import job


@job("drafts.purge", every=timedelta(days=1))
def purge_old() -> str:
    """Delete the drafts that nobody has touched for 14 days."""
    count = purge()
    return ngettext("%(count)s draft deleted", "%(count)s drafts deleted", count) % {"count": count}

"""Groups open by themselves when everything is ready; until then their leader is told what is missing."""

from datetime import timedelta

from django.utils.translation import gettext as _

from vejviser.foundation import clock
from vejviser.foundation.schedule import job
from vejviser.screening.actions.plan import ask_leader, open_if_ready, sync_children
from vejviser.screening.models import GroupRound

# The leader hears of what is missing this long before the window begins.
AHEAD = timedelta(days=14)


@job("screening.open_groups", every=timedelta(minutes=10))
def open_groups() -> str:
    """Keep the children of running rounds up to date and open the groups that are ready."""
    opened = 0
    rows = GroupRound.objects.filter(state__in=("planned", "open"), starts__lte=clock.today() + AHEAD)
    for row in rows.select_related("group__unit", "round"):
        sync_children(row)
        if open_if_ready(row):
            opened += 1
        elif row.state == "planned":
            ask_leader(row)
    return _("%(count)s groups opened") % {"count": opened}

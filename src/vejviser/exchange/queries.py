"""What the municipality has decided about imports."""

from vejviser.foundation import clock
from vejviser.organisation.models import Setting

DEFAULT_MAX_DROP_PERCENT = 5


def max_drop_percent() -> float:
    """How many percent of a kind's rows may vanish in one import [cfg]."""
    rows = Setting.objects.filter(key="roster.max_drop_percent", valid_from__lte=clock.today())
    newest = rows.order_by("-valid_from", "-pk").first()
    return float(newest.value) if newest else DEFAULT_MAX_DROP_PERCENT

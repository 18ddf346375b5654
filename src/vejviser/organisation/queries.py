"""What a person is employed as now, who works with whom now, and the municipality's own values of [cfg] keys."""

from django.db.models import Q, QuerySet

from vejviser.foundation import clock
from vejviser.organisation.models import Assignment
from vejviser.organisation.post_queries import Post, led_units, posts, roles
from vejviser.organisation.setting_queries import functions_on, is_on, is_yes, number, value

__all__ = ["Post", "functions_on", "is_on", "is_yes", "led_units", "number", "open_assignments", "posts", "roles", "value"]


def open_assignments() -> QuerySet[Assignment]:
    """Assignments that hold now, with an employment that holds."""
    now, today = clock.now(), clock.today()
    return Assignment.objects.filter(
        Q(closes_at=None) | Q(closes_at__gt=now),
        Q(employment__closes=None) | Q(employment__closes__gte=today),
        opens_at__lte=now,
        employment__opens__lte=today,
    )

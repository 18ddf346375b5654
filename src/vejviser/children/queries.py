"""Where a child is enrolled now and who holds custody; the callers ask access first."""

from django.db.models import Q, QuerySet

from vejviser.children.models import Child, Custody, Enrolment, OwnWords
from vejviser.foundation import clock


def open_enrolments() -> QuerySet[Enrolment]:
    """Enrolments that hold today."""
    today = clock.today()
    return Enrolment.objects.filter(Q(closes=None) | Q(closes__gte=today), opens__lte=today)


def open_custodies(child: Child) -> QuerySet[Custody]:
    """What each adult is to the child today, the adult joined."""
    today = clock.today()
    rows = Custody.objects.filter(Q(closes=None) | Q(closes__gte=today), child=child, opens__lte=today)
    return rows.select_related("guardian").order_by("pk")


def words_of(child: Child) -> QuerySet[OwnWords]:
    """The child's strengths and own words, newest first."""
    return OwnWords.objects.filter(child=child).select_related("by").order_by("-told_on", "-pk")

"""What consent puts on the child's page: who may read, and who has been asked. And the numbers of children on My house."""

from django.http import HttpRequest

from vejviser.access.consent_queries import current_lines
from vejviser.access.house_queries import counts
from vejviser.access.permissions import ChildSight
from vejviser.foundation.next_steps import Section, offer_section
from vejviser.organisation.house_queries import sources


def _card(request: HttpRequest, sight: ChildSight) -> dict[str, object] | None:
    return {"sight": sight, "lines": current_lines(sight), "may_ask": sight.may("D11", "W")}


sources.counts = counts
offer_section(Section("consent", "D11", "side", 30, "access/_card.html", _card))

"""What dates do to consents. Access does not wait for this: the permission reads the dates and signers itself."""

from collections import Counter
from datetime import timedelta

from vejviser.access.consent_actions import keep_true
from vejviser.access.consent_queries import joined
from vejviser.access.consent_rules import OPEN, SHARING
from vejviser.access.models import Consent
from vejviser.foundation.schedule import job


@job("access.consents", every=timedelta(hours=1))
def keep_consents_true() -> str:
    """Notice before a consent ends, and its end; a new custody holder is asked, or stops what they did not sign."""
    live = joined(Consent.objects.filter(state__in=OPEN | SHARING))
    moved = Counter(keep_true(consent=consent) for consent in live)
    return f"{moved['near_end']} end soon, {moved['expire']} ended, {moved['begin']} began"

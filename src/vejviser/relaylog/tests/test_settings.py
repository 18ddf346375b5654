"""A municipality's own numbers bite."""

from datetime import date, timedelta

import pytest

from vejviser.access.consent_queries import standing
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.organisation.models import Setting
from vejviser.relaylog.actions import Ending, close_log
from vejviser.relaylog.jobs import remind_of_silence, tell_of_unanswered_offers
from vejviser.relaylog.tests.log_family import LogFamily

pytestmark = pytest.mark.django_db


def decide(key: str, value: int) -> None:
    Setting.objects.create(key=key, value=value, valid_from=clock.today() - timedelta(days=1))


def test_days_weeks_and_months_are_the_municipalitys() -> None:
    decide("log.handover_answer_wd", 2)
    decide("log.stall_weeks", 1)
    decide("log.review_months", 1)
    decide("log.tail_days", 3)
    alma = LogFamily().open()
    assert alma.log.review_on == date(2026, 4, 10)
    alma.offer(alma.jens)
    with clock.frozen(clock.local_midnight(date(2026, 3, 17))):
        assert tell_of_unanswered_offers() == "1 unanswered"
        assert remind_of_silence() == "1 quiet"
    closed = close_log(by=alma.mette.person, log=alma.log, seen=alma.log.version, ending=Ending("flyttet"))
    assert closed.reads_until == date(2026, 3, 13)


def test_how_long_a_consent_lasts_and_when_its_end_is_told() -> None:
    decide("consent.months", 3)
    decide("consent.notice_before_days", 60)
    family = LogFamily()
    with pytest.raises(RuleBroken, match="consent_too_long"):
        family.ask(closes=date(2026, 6, 11))
    consent = family.both_yes(family.ask(closes=date(2026, 5, 8)))
    assert standing(consent).state == "expiring"

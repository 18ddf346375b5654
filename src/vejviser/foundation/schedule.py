"""Named jobs that run again and again: one table with next run and last result, one word to run what is due."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import override

from vejviser.foundation import clock
from vejviser.foundation.models import Job

Work = Callable[[], str]


@dataclass(frozen=True)
class Planned:
    """A job's name, what it does (returns a line about the result, without personal data) and how often."""

    name: str
    work: Work
    every: timedelta


planned: dict[str, Planned] = {}


def job(name: str, every: timedelta) -> Callable[[Work], Work]:
    """Declare a job in a package's `jobs.py`; it must be safe to run again after a stop half-way."""

    def declare(work: Work) -> Work:
        planned[name] = Planned(name, work, every)
        return work

    return declare


def run_due(now: datetime | None = None) -> list[Job]:
    """Run every job whose time has come; a failure is kept on the job's row and stops no other job."""
    moment = now or clock.now()
    return [_run(one, moment) for one in planned.values() if _claim(one, moment)]


def _claim(one: Planned, moment: datetime) -> bool:
    """Move the next run forward first: of two schedulers only one gets the row."""
    Job.objects.get_or_create(name=one.name, defaults={"next_run": moment})
    return bool(Job.objects.filter(name=one.name, next_run__lte=moment).update(next_run=moment + one.every))


def _run(one: Planned, moment: datetime) -> Job:
    try:
        with override("da"):
            result, ok = one.work(), True
    except Exception:
        result, ok = traceback.format_exc(limit=-3), False
    Job.objects.filter(name=one.name).update(last_run=moment, last_result=result, last_ok=ok)
    return Job.objects.get(name=one.name)

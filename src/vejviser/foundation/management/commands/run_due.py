"""Run the jobs whose time has come: once (cron), or again and again beside the web processes."""

import time
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from vejviser.foundation import clock, schedule


class Command(BaseCommand):
    help = "Run due jobs. --now 2026-03-10T06:00 runs what is due at that moment; --again N repeats every N seconds."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--now", type=datetime.fromisoformat)
        parser.add_argument("--again", type=float, default=0)

    def handle(self, *args: Any, now: datetime | None, again: float, **options: Any) -> None:
        moment = timezone.make_aware(now) if now and timezone.is_naive(now) else now
        while True:
            for job in schedule.run_due(moment or clock.now()):
                self.stdout.write(f"{job.name}: {'done' if job.last_ok else 'FAILED'}: {job.last_result.strip()}")
            if not again:
                return
            time.sleep(again)

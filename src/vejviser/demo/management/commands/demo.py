"""`demo`: Fjordlund Kommune from nothing, through the same doors as a real municipality, and then served."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from vejviser.children.models import Child
from vejviser.demo.history import history_is_whole, write_history
from vejviser.demo.roster import write_roster
from vejviser.foundation import clock

STOPPED_HALF_WAY = 5
PACKAGES = Path(__file__).resolve().parents[3]
DAY_FILE = "demo-day"


class Command(BaseCommand):
    help = "Set up the demo municipality and serve it. --prepare stops before serving."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--prepare", action="store_true")
        parser.add_argument("--day", type=date.fromisoformat, help="the demo's date, such as 2026-03-10; today if not said")
        parser.add_argument("--children", type=int, default=8500)
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        self._step("the database", lambda: call_command("prepare_database", verbosity=0, skip_checks=True))
        if not history_is_whole():
            self._refuse_half_a_town()
            self._remember(options["day"])
            self._build(options["children"])
        if not options["prepare"]:
            call_command("serve", port=options["port"])

    def _build(self, children: int) -> None:
        """The data part: content, roster files, their import, and the cast's year through the real actions."""
        folder = settings.DATA_DIR / f"roster-{connection.vendor}"
        self._step("the guide", lambda: call_command("import_content", PACKAGES / "guide" / "content", verbosity=0))
        files = self._step("the roster files", lambda: write_roster(folder, clock.today(), children))
        self._step("the roster's import", lambda: call_command("import_roster", *map(str, files), "--yes", verbosity=0))
        self._step("a year of history", lambda: write_history(clock.today()))

    def _refuse_half_a_town(self) -> None:
        if Child.objects.exists():
            self.stderr.write(
                f"An earlier set-up stopped half-way. Remove the folder {settings.DATA_DIR.name} and run demo again."
            )
            raise SystemExit(STOPPED_HALF_WAY)

    def _remember(self, day: date | None) -> None:
        """The day chosen stays the demo's day when it is served later."""
        if day:
            settings.DEMO_DAY = day
            (settings.DATA_DIR / DAY_FILE).write_text(day.isoformat(), encoding="utf-8")

    def _step(self, what: str, work: Callable[[], Any]) -> Any:
        began = time.monotonic()
        result = work()
        self.stderr.write(f"  {what}: {time.monotonic() - began:.1f} s")
        return result

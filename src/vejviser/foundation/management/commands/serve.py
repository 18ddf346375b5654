"""The web processes and the scheduler beside them; when one stops, both stop."""

import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from granian.constants import Interfaces
from granian.server import Server


class Command(BaseCommand):
    help = "Serve the platform and run its jobs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--address", default="127.0.0.1")
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args: Any, port: int, address: str, workers: int, **options: Any) -> None:
        if not settings.DEMO_MODE:
            self.stderr.write("Production mode: no password works here. Single sign-on is not connected yet.")
        self.stderr.write(f"Vejviser: http://{address}:{port}/  (stop with Ctrl-C)")
        jobs = subprocess.Popen([sys.executable, "-m", "django", "run_due", "--again", "5"], stdout=subprocess.DEVNULL)
        try:
            Server(
                "vejviser.config.wsgi:application",
                address=address,
                port=port,
                interface=Interfaces.WSGI,
                workers=workers,
                blocking_threads=4,
                respawn_failed_workers=True,
                log_access=False,
            ).serve()
        finally:
            jobs.terminate()
            jobs.wait()

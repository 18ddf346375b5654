"""The roster of a whole municipality, imported into an empty database by the program's own word."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from vejviser.demo.roster import write_roster
from vejviser.foundation import clock


@dataclass(frozen=True)
class Job:
    """A job that was run once: how many children it was about, seconds, and the most memory it held in MB."""

    name: str
    rows: int
    seconds: float
    peak_mb: int


def import_roster(url: str, children: int) -> Job:
    """Write the files of so many children, then import them into the empty database at `url`. Raises on a refusal."""
    with tempfile.TemporaryDirectory() as folder:
        files = write_roster(Path(folder), clock.today(), children)
        command = [sys.executable, "-m", "django", "import_roster", *map(str, files), "--yes", "-v0"]
        start = time.perf_counter()
        process = subprocess.Popen(command, env=os.environ | {"VEJVISER_DATABASE_URL": url}, stdout=sys.stderr)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, "import_roster")
    return Job("import_roster", children, round(seconds, 1), used.ru_maxrss // 1024)

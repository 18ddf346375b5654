"""The town can be made for other days than that of the mockups: a turn of the school year, a leap day."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DAYS = ("2026-08-01", "2028-02-29")


@pytest.mark.deep
@pytest.mark.parametrize("day", DAYS)
def test_the_history_is_written_whole(tmp_path: Path, day: str) -> None:
    settings = {
        "DJANGO_SETTINGS_MODULE": "vejviser.config.settings",
        "VEJVISER_DATABASE_URL": f"sqlite:///{tmp_path}/town.sqlite3",
        "VEJVISER_DATA_DIR": str(tmp_path),
    }
    command = (sys.executable, "-m", "django", "demo", "--prepare", "--day", day, "--children", "300", "-v0")
    made = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert "a year of history" in made.stderr

"""`vejviser test`: the suite once per database, the browser part once, and one closing line that adds them up."""

import argparse
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ADDRESS = {"sqlite": "", "postgresql": "postgresql:///tests"}
FOUND_WRONG, MISSING = 1, 4


@dataclass(frozen=True)
class Count:
    """How one run of pytest ended."""

    passed: int
    failed: int
    status: int


def main() -> int:
    """Run what was asked for; 0 all green, 1 something failed, 4 green but without the browser that was wanted."""
    wanted = _arguments()
    chromium = None if wanted.no_browser else _chromium()
    databases = ["sqlite", "postgresql"] if wanted.db == "both" else [wanted.db]
    counts = [_pytest(database, chromium, wanted.paths) for database in databases]
    passed, failed = sum(c.passed for c in counts), sum(c.failed for c in counts)
    lacking = chromium is None and not wanted.no_browser
    if lacking:
        print("Not run: the journeys in the browser. Chromium was not found. Install it (Debian: apt-get install chromium)")
        print("or name it in VEJVISER_CHROMIUM, or say --no-browser.")
    print(f"{passed} passed, {failed} failed")
    if failed or any(count.status for count in counts):
        return FOUND_WRONG
    return MISSING if lacking else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="vejviser test")
    parser.add_argument("--db", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("paths", nargs="*")
    return parser.parse_args()


def _chromium() -> str | None:
    """The browser named in the environment or found on the path. With VEJVISER_REQUIRE_BROWSER its absence is an error."""
    named = os.environ.get("VEJVISER_CHROMIUM", "")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found and os.environ.get("VEJVISER_REQUIRE_BROWSER"):
        print("Chromium is required here (VEJVISER_REQUIRE_BROWSER) and was not found.", file=sys.stderr)
        sys.exit(MISSING)
    return found


def _pytest(database: str, chromium: str | None, paths: list[str]) -> Count:
    print(f"\n== {database} ==", flush=True)
    environment = os.environ | {"VEJVISER_DATABASE_URL": ADDRESS[database], "VEJVISER_DAY": "", "VEJVISER_MODE": "demo"}
    selection = ["-m", "not browser"] if chromium is None else []
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", *selection, *paths]
    if chromium:
        environment["VEJVISER_CHROMIUM"] = chromium
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, errors="replace")
    assert process.stdout is not None
    last = ""
    for line in process.stdout:
        print(line, end="", flush=True)
        last = line if re.search(r"\d+ (passed|failed|error)", line) else last
    status = process.wait()
    return Count(_number(last, "passed"), _number(last, "failed") + _number(last, "errors?"), status)


def _number(line: str, word: str) -> int:
    match = re.search(rf"(\d+) {word}", line)
    return int(match[1]) if match else 0


if __name__ == "__main__":
    sys.exit(main())

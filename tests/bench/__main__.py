"""`vejviser bench`: the hot pages on a municipality built in bulk, on one database or both.

With --json: a list of one object per database (docs/performance.md says what is in it). Progress goes to stderr.
"""

import argparse
import json
import os
import subprocess
import sys
from typing import Any

from tests import databases
from tests.bench.table import table

DAY = "2026-03-10"


def main() -> int:
    """Measure what was asked for; 0 when every database was measured, 1 when one was not."""
    wanted = _arguments()
    names = ["sqlite", "postgresql"] if wanted.db == "both" else [wanted.db]
    try:
        results = [_measure(name, wanted) for name in names]
    except subprocess.CalledProcessError:
        return 1
    print(json.dumps(results, indent=1) if wanted.json else "\n\n".join(map(table, results)))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="vejviser bench")
    parser.add_argument("--json", action="store_true", help="a list of one object per database")
    parser.add_argument("--db", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument("--children", type=int, default=120_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--requests", type=int, default=500, help="per page")
    parser.add_argument("--seconds", type=float, default=30, help="of all pages mixed")
    return parser.parse_args()


def _measure(name: str, wanted: argparse.Namespace) -> dict[str, Any]:
    """In a process of its own, on two copies of an empty database that are dropped afterwards."""
    engine = databases.engine(name)
    template = engine.template()
    url, empty = engine.copy(template), engine.copy(template)
    wishes = {key: getattr(wanted, key) for key in ("children", "rounds", "requests", "seconds")} | {"empty_url": empty}
    settings = {"DJANGO_SETTINGS_MODULE": "vejviser.config.settings", "VEJVISER_DATABASE_URL": url, "VEJVISER_DAY": DAY}
    command = [sys.executable, "-m", "tests.bench.one", json.dumps(wishes)]
    try:
        done = subprocess.run(command, env=os.environ | settings, stdout=subprocess.PIPE, check=True)
    finally:
        engine.drop(url)
        engine.drop(empty)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


if __name__ == "__main__":
    sys.exit(main())

"""One result as lines for a screen."""

from typing import Any

COLUMNS = ("p50_ms", "p95_ms", "cpu_ms", "statements", "look_rows", "floor_ms", "ratio")


def table(result: dict[str, Any]) -> str:
    """The pages, one a line, then all of them mixed, then the jobs."""
    data, mixed = result["data"], result["mixed"]
    head = f"{result['database']}: {data['children']} children, {data['rounds']} rounds, {data['log_entries']} log entries"
    names = f"{'':18}" + "".join(f"{name:>12}" for name in COLUMNS)
    pages = [f"{page['name']:18}" + "".join(f"{page[name]:>12}" for name in COLUMNS) for page in result["pages"]]
    mix = f"mixed, {mixed['clients']} clients: {mixed['pages_per_s']} pages/s, {mixed['errors']} errors"
    jobs = [f"{job['name']}: {job['rows']} children, {job['seconds']} s, {job['peak_mb']} MB" for job in result["jobs"]]
    return "\n".join([head, names, *pages, mix, *jobs])

"""Typed readers of the environment: a wrong value stops the start with a sentence that says what to write."""

import os
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlparse

from django.core.exceptions import ImproperlyConfigured

PREFIX = "VEJVISER_"


def text(name: str, default: str = "") -> str:
    """The value, or the default when it is unset or empty."""
    return os.environ.get(PREFIX + name) or default


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def day(name: str) -> date | None:
    """A date such as 2026-03-10, or None."""
    value = text(name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ImproperlyConfigured(f"{PREFIX}{name}={value!r} is not a date. Write year-month-day: 2026-03-10.") from error


def demo_day(kept: Path) -> date | None:
    """The demo's date: the environment's, else the one the demo was prepared for, else the real one (None)."""
    return day("DAY") or (date.fromisoformat(kept.read_text(encoding="utf-8")) if kept.is_file() else None)


def choice(name: str, *allowed: str) -> str:
    """One of a few words; the first is the default."""
    value = text(name, allowed[0])
    if value not in allowed:
        raise ImproperlyConfigured(f"{PREFIX}{name}={value!r}: write one of {', '.join(allowed)}.")
    return value


def secret(name: str, demo: str, mode: str) -> str:
    """A secret: production refuses to start without it, the demo has a known one."""
    value = text(name)
    if not value and mode == "production":
        raise ImproperlyConfigured(f"{PREFIX}{name} is not set. Production mode does not start without every secret.")
    return value or demo


def database(url: str) -> dict[str, object]:
    """Django's settings for `sqlite:///path` or `postgresql://user:password@host:port/name?host=/socket/folder`."""
    parts = urlparse(url)
    if parts.scheme == "sqlite":
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": unquote(parts.path[1:]), "OPTIONS": SQLITE}
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"The database address must begin with sqlite:// or postgresql://, not {parts.scheme}://.")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", "")) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


SQLITE: dict[str, object] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;",
}


def folder(name: str, default: Path) -> Path:
    """A folder; made by set-up, not here."""
    return Path(text(name, str(default))).resolve()

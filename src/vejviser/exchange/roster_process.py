"""Starting the reading process and taking its lines; whatever it does, the house keeps standing."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vejviser.exchange import roster_child
from vejviser.exchange.roster_problems import Problem, Refused
from vejviser.exchange.rules import MAX_BYTES, MEGABYTE

Line = dict[str, Any] | list[Any]
SUFFIXES = (".csv", ".xlsx")


def lines(path: Path) -> Iterator[Line]:
    """The process's lines, decoded: `{"table": name}` and `[row, cells]`. Raises Refused for an unreadable file."""
    _weigh(path)
    command = [sys.executable, "-m", roster_child.__name__, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        assert process.stdout
        try:
            for text in process.stdout:
                yield _line(json.loads(text), path)
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise _refused(path, "unreadable")


def _weigh(path: Path) -> None:
    if path.suffix.lower() not in SUFFIXES:
        raise _refused(path, "not_csv_or_xlsx")
    if not path.is_file():
        raise _refused(path, "not_found")
    if path.stat().st_size > MAX_BYTES:
        raise _refused(path, "too_big")


def _line(line: Line, path: Path) -> Line:
    if isinstance(line, dict) and "stop" in line:
        raise _refused(path, line.pop("stop"), **line)
    return line


def _refused(path: Path, code: str, row: int = 0, **facts: object) -> Refused:
    return Refused([Problem(code, path.name, row, facts={"megabytes": MAX_BYTES // MEGABYTE, **facts})])

"""The program that opens a roster file: a process of its own, because a small spreadsheet can end its reader.

Started as `python -m vejviser.exchange.roster_child FILE`. It writes JSON lines: `{"table": name}` opens a table,
`[row, [cell, …]]` is a row (1 = the first; `null` = a formula), `{"stop": code, …facts}` refuses the file and ends it.
"""

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vejviser.exchange import roster_csv, roster_xlsx
from vejviser.exchange.roster_stop import Stop
from vejviser.exchange.rules import CHILD_MEMORY, CHILD_SECONDS, MAX_UNPACKED


def main(path: Path) -> None:
    """Write the file's tables to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (CHILD_MEMORY, CHILD_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CHILD_SECONDS, CHILD_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        _send(_tables(path))
    except Stop as stop:
        print(json.dumps({"stop": stop.code, **stop.facts}))
    except MemoryError:
        print(json.dumps({"stop": "too_big"}))


def _tables(path: Path) -> Iterator[Any]:
    return roster_xlsx.tables(path) if path.suffix.lower() == ".xlsx" else roster_csv.tables(path)


def _send(lines: Iterator[Any]) -> None:
    written = 0
    for line in lines:
        written += sys.stdout.write(json.dumps(line) + "\n")
        if written > MAX_UNPACKED:
            raise Stop("too_big")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Checks the record of looks and changes: small, stand-alone, without Django.

    python -m vejviser.audit.verify sqlite:////path/to/vejviser.sqlite3 [--checkpoint FILE --key HEX]

Names every row that was changed or removed after it was sealed, says how many rows wait for a seal, and compares the
chain with the signed checkpoints of a file. Ends 0 when all is well and 1 when something is broken.
"""

import argparse
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlparse

import psycopg

from vejviser.audit.checkpoint_rules import Checkpoint, read_line
from vejviser.audit.rules import CHILD_COLUMNS, COLUMNS, LOOK, START, TABLES, Link, moment, payload_hash

BATCH = 1000
SEAL_COLUMNS = ("id", "seq", "source", '"row"', "at", "payload_hash", "previous", "hash")
Read = Callable[[str], list[tuple[Any, ...]]]


class Seal(NamedTuple):
    """A row of the chain; `hash` is what is stored, `link.hash` what it should be."""

    id: int
    link: Link
    hash: str


# What stands before the first link.
FIRST = Seal(0, Link(0, "", 0, moment("1970-01-01"), "", ""), START)


@dataclass
class Report:
    """One sentence per broken thing, the number of links walked, and the rows of each table that wait for a seal."""

    broken: list[str] = field(default_factory=list)
    sealed: int = 0
    waiting: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The report in lines."""
        tail = [f"{table}: {count} not sealed yet" for table, count in self.waiting.items() if count]
        end = f"BROKEN in {len(self.broken)} places" if self.broken else "unbroken"
        return "\n".join([*self.broken, *tail, f"{self.sealed} sealed, {end}"])


def verify(read: Read, checkpoints: Iterable[Checkpoint | None] = ()) -> Report:
    """Walk the whole chain. `read` runs one SELECT; a checkpoint that is None carried a signature that does not fit."""
    report, known, previous = Report(), list(checkpoints), FIRST
    promised = {one.seq: "" for one in known if one}
    for batch in _chain(read):
        report.broken += _broken_rows(read, batch)
        for seal in batch:
            report.broken += _broken_links(seal, previous)
            previous = seal
        promised |= {seal.link.seq: seal.hash for seal in batch if seal.link.seq in promised}
        report.sealed += len(batch)
    report.broken += [sentence for one in known for sentence in _broken_promise(one, promised, previous.link.seq)]
    report.waiting = {table: _waiting(read, source) for source, table in TABLES.items()}
    return report


def read_checkpoints(file: Path, key: str) -> list[Checkpoint | None]:
    """The lines of a checkpoint file, checked with the public key (hexadecimal)."""
    return [read_line(line, key) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _chain(read: Read) -> Iterator[list[Seal]]:
    last = 0
    while rows := read(_select(SEAL_COLUMNS, "audit_seal", f"seq > {last}", "seq")):
        batch = [_seal(*row) for row in rows]
        last = batch[-1].link.seq
        yield batch


def _seal(pk: int, seq: int, source: str, row: int, at: object, payload: str, previous: str, stored: str) -> Seal:
    return Seal(pk, Link(seq, source, row, moment(at), payload, previous), stored)


def _broken_links(seal: Seal, before: Seal) -> Iterator[str]:
    if seal.link.seq != before.link.seq + 1:
        yield f"audit_seal: {before.link.seq + 1} to {seal.link.seq - 1} of the chain are gone"
    elif seal.link.previous != before.hash or seal.link.hash != seal.hash:
        yield f"audit_seal {seal.id}: does not fit the link before it"


def _broken_rows(read: Read, batch: list[Seal]) -> Iterator[str]:
    for source, table in TABLES.items():
        sealed = {seal.link.row: seal.link.payload_hash for seal in batch if seal.link.source == source}
        found = _hashes(read, source, list(sealed)) if sealed else {}
        for row, payload in sealed.items():
            if row not in found:
                yield f"{table} {row}: removed after it was sealed"
            elif found[row] != payload:
                yield f"{table} {row}: changed after it was sealed"


def _hashes(read: Read, source: str, ids: list[int]) -> dict[int, str]:
    among = ", ".join(map(str, ids))
    children: dict[int, list[dict[str, object]]] = defaultdict(list)
    if source == LOOK:
        columns, where = ("look_id", *CHILD_COLUMNS), f"look_id IN ({among})"
        for look, *values in read(_select(columns, "audit_lookchild", where, "id", None)):
            children[look].append(dict(zip(CHILD_COLUMNS, values, strict=True)))
    rows = read(_select([f'"{name}"' for name in COLUMNS[source]], TABLES[source], f"id IN ({among})", "id"))
    return {row[0]: payload_hash(dict(zip(COLUMNS[source], row, strict=True)), children[row[0]]) for row in rows}


def _broken_promise(one: Checkpoint | None, found: dict[int, str], last: int) -> Iterator[str]:
    if one is None:
        yield "checkpoint file: a line is not signed with this key"
    elif one.seq > last:
        yield f"audit_seal: the chain ends at {last}, but had come to {one.seq} at the checkpoint of {one.at}"
    elif found[one.seq] != one.hash:
        yield f"audit_seal: link {one.seq} is not the one of the checkpoint of {one.at}"


def _waiting(read: Read, source: str) -> int:
    sealed = " ".join(("EXISTS (SELECT 1 FROM audit_seal s WHERE s.source =", f"'{source}'", 'AND s."row" = t.id)'))
    return int(read(_select(("count(*)",), f"{TABLES[source]} t", f"NOT {sealed}", None, None))[0][0])


def _select(columns: Iterable[str], table: str, where: str, order: str | None, limit: int | None = BATCH) -> str:
    """Only names of this file and whole numbers are ever put in."""
    parts = ["SELECT", ", ".join(columns), "FROM", table, "WHERE", where]
    return " ".join([*parts, *(["ORDER BY", order] if order else []), *(["LIMIT", str(limit)] if limit else [])])


@contextmanager
def connected(address: str) -> Iterator[Read]:
    """A reader of the database at `sqlite:///path` or `postgresql://…`."""
    if address.startswith("sqlite:"):
        file = unquote(urlparse(address).path[1:])
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as sqlite:
            yield lambda sql: sqlite.execute(sql).fetchall()
    else:
        with psycopg.connect(address, autocommit=True) as postgresql:
            yield lambda sql: postgresql.execute(sql.encode()).fetchall()


def main() -> int:
    """The program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--key", default="")
    options = parser.parse_args()
    checkpoints = read_checkpoints(options.checkpoint, options.key) if options.checkpoint else []
    with connected(options.database) as read:
        report = verify(read, checkpoints)
    print(report.text)
    return 1 if report.broken else 0


if __name__ == "__main__":
    sys.exit(main())

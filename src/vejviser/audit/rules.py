"""The chain of hashes over the record. Pure: the sealer writes with it, the stand-alone verifier reads with it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

LOOK, CHANGE = "look", "change"
TABLES = {LOOK: "audit_look", CHANGE: "audit_change"}
COLUMNS = {
    LOOK: ("id", "at", "person", "role", "unit", "action", "criterion", "refused", "request", "salt"),
    CHANGE: ("id", "at", "person", "action", "model", "row", "child", "facts", "salt"),
}
CHILD_COLUMNS = ("child", "data_classes", "relation", "basis", "purpose")
# What the first link of the chain has before it.
START = "0" * 64

Values = Mapping[str, object]


@dataclass(frozen=True)
class Link:
    """One link: which row it seals, and the link before. `payload_hash` and `previous` are hexadecimal SHA-256."""

    seq: int
    source: str
    row: int
    at: datetime
    payload_hash: str
    previous: str

    @property
    def hash(self) -> str:
        """SHA-256 over everything in the link."""
        return _hash([self.seq, self.source, self.row, spoken(self.at), self.payload_hash, self.previous])


def payload_hash(row: Values, children: Iterable[Values] = ()) -> str:
    """SHA-256 over a row of the record with its salt, and over the children of a look in the order of writing."""
    return _hash([_plain(row), [_plain(child) for child in children]])


def moment(value: object) -> datetime:
    """A moment as either database gives it: SQLite keeps UTC as text without saying so."""
    read = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)


def spoken(at: object) -> str:
    """A moment in the one form that is hashed and signed: UTC to the microsecond."""
    return moment(at).isoformat(timespec="microseconds")


def _hash(value: object) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(row: Values) -> dict[str, object]:
    return {name: _same_on_both(name, value) for name, value in row.items()}


def _same_on_both(name: str, value: object) -> object:
    """SQLite gives moments, identifiers, truth values and JSON as text and numbers; PostgreSQL as what they are."""
    if name == "at":
        return spoken(value)
    if name == "facts":
        return json.loads(value) if isinstance(value, str) else value
    if isinstance(value, UUID):
        return value.hex
    return int(value) if isinstance(value, bool) else value

"""Reading a CSV file: encoding and separator are found out, limits are checked before a row is made. No Django here."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from vejviser.exchange.roster_stop import Stop
from vejviser.exchange.rules import MAX_CELL, MAX_COLUMNS, MAX_LINE, MAX_ROWS

SEPARATORS = ";,\t"
# "Ã" and a sign: a Danish letter in UTF-8, read as Windows-1252.
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]")


def tables(path: Path) -> Iterator[object]:
    """The one table of the file, its rows numbered as in a spreadsheet. Raises Stop."""
    text = _decoded(path.read_bytes())
    yield {"table": ""}
    yield from _rows(text)


def _decoded(data: bytes) -> str:
    if b"\0" in data:
        raise Stop("nul_bytes")
    if data.count(b"\n") > MAX_ROWS:
        raise Stop("too_many_rows", limit=MAX_ROWS)
    if any(len(line) > MAX_LINE for line in data.split(b"\n")):
        raise Stop("endless_line")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded_windows(data)


def _decoded_windows(data: bytes) -> str:
    if _UTF8_LETTER.search(data):
        raise Stop("mixed_encodings")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise Stop("unknown_encoding") from None


def _rows(text: str) -> Iterator[object]:
    csv.field_size_limit(MAX_CELL)
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1):
            if len(cells) > MAX_COLUMNS:
                raise Stop("too_many_columns", row=number, limit=MAX_COLUMNS)
            row = [_cell(cell) for cell in cells]
            if any(cell != "" for cell in row):
                yield [number, row]
    except csv.Error:
        raise Stop("endless_cell", row=number + 1, limit=MAX_CELL) from None


def _cell(text: str) -> str | None:
    """Spaces of every kind as one; a formula, which a spreadsheet would run, as None."""
    return None if text.startswith("=") else " ".join(text.split())

"""Where a workbook has formulas: the library that reads it gives their last results as if somebody had written them."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree as XML

Cells = dict[int, list[int]]

_FORMULA = re.compile(rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f[\s/>]")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_BLOCK = 2**20
_LONGEST_CELL_TAG = 512
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def formulas(archive: zipfile.ZipFile) -> dict[str, Cells]:
    """Sheet name → row (1 = first) → columns (0 = first) with formulas. Raises KeyError or SyntaxError when broken."""
    found: dict[str, Cells] = {}
    for name, part in _sheets(archive):
        with archive.open(part) as xml:
            cells = found[name] = {}
            for row, column in _places(xml):
                cells.setdefault(row, []).append(column)
    return found


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and path of every worksheet."""
    # Hostile XML meets the process's own limits of memory and time.
    relations = XML.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    paths = {relation.get("Id"): posixpath.join("/xl", relation.get("Target", ""))[1:] for relation in relations}
    for sheet in XML.fromstring(archive.read("xl/workbook.xml")).iter():  # noqa: S314
        if sheet.tag.endswith("}sheet"):
            yield sheet.get("name", ""), paths[sheet.get(_RELATION)]


def _places(xml: IO[bytes]) -> set[tuple[int, int]]:
    """Row and column of every cell with a formula; read in blocks, with the end of the last one in front."""
    places, tail = set(), b""
    while block := xml.read(_BLOCK):
        text = tail + block
        for match in _FORMULA.finditer(text):
            if place := _PLACE.search(match[1]):
                places.add((int(place[2]), _column(place[1])))
        tail = text[-_LONGEST_CELL_TAG:]
    return places


def _column(letters: bytes) -> int:
    """A → 0, Z → 25, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1

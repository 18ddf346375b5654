"""Reading a workbook: the zip file is weighed before it is unpacked, formulas are found in its XML. No Django here."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from vejviser.exchange.roster_formulas import Cells, formulas
from vejviser.exchange.roster_stop import Stop
from vejviser.exchange.rules import MAX_CELL, MAX_COLUMNS, MAX_RATIO, MAX_ROWS, MAX_UNPACKED

_BROKEN = (zipfile.BadZipFile, CalamineError, KeyError, RuntimeError, NotImplementedError, SyntaxError)


def tables(path: Path) -> Iterator[object]:
    """Every sheet that has rows. Raises Stop."""
    try:
        with zipfile.ZipFile(path) as archive:
            _weigh(archive, path)
            found = formulas(archive)
        workbook = CalamineWorkbook.from_path(path)
        for sheet in workbook.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet:
                yield from _sheet(workbook.get_sheet_by_name(sheet.name), found.get(sheet.name, {}))
    except _BROKEN:
        raise Stop("not_a_workbook") from None


def _weigh(archive: zipfile.ZipFile, path: Path) -> None:
    unpacked = sum(info.file_size for info in archive.infolist())
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * path.stat().st_size:
        raise Stop("unpacks_too_big")
    # A file inside that lies about its size fails its checksum here.
    if archive.testzip():
        raise Stop("not_a_workbook")


def _sheet(sheet: CalamineSheet, formula_cells: Cells) -> Iterator[object]:
    if sheet.height > MAX_ROWS:
        raise Stop("too_many_rows", limit=MAX_ROWS)
    if sheet.width > MAX_COLUMNS:
        raise Stop("too_many_columns", row=1, limit=MAX_COLUMNS)
    if sheet.start is None:
        return
    yield {"table": sheet.name}
    for number, values in enumerate(sheet.iter_rows(), start=1):
        formula = formula_cells.get(number, ())
        row = [None if at in formula else _cell(value, number) for at, value in enumerate(values, sheet.start[1])]
        if any(cell != "" for cell in row):
            yield [number, row]


def _cell(value: object, row: int) -> str | None:
    """A cell as it would stand in a CSV file."""
    if isinstance(value, str):
        if len(value) > MAX_CELL:
            raise Stop("endless_cell", row=row, limit=MAX_CELL)
        return " ".join(value.split())
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time(0):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)

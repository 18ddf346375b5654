"""Writing the roster as a municipality's systems would: each file from another one, in its own format and language."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

from vejviser.demo.roster_world import World
from vejviser.exchange.roster_columns import COLUMNS, Column

Show = Callable[[object], str]


class Format(NamedTuple):
    """How one system writes: its name as a source, the file, and the habits of its export."""

    source: str
    file: str
    danish: bool
    separator: str = ","
    encoding: str = "utf-8"


FORMATS = {
    "units": Format("organisation", "units.csv", danish=False),
    "groups": Format("organisation", "grupper.csv", danish=True, separator=";", encoding="utf-8-sig"),
    "employees": Format("loen", "medarbejdere.xlsx", danish=True),
    "assignments": Format("loen", "tilknytninger.csv", danish=True, separator="\t"),
    "children": Format("indskrivning", "boern.csv", danish=True, separator=";", encoding="cp1252"),
    "guardians": Format("indskrivning", "voksne.csv", danish=True, separator=";", encoding="cp1252"),
    "enrolments": Format("indskrivning", "enrolments.csv", danish=False),
}


def write(world: World, folder: Path) -> list[Path]:
    """Write one file of each kind."""
    paths = []
    for kind, how in FORMATS.items():
        path = folder / how.file
        columns = [column for column in COLUMNS[kind] if _known(world, kind, column)]
        header = [column.danish if how.danish else column.english for column in columns]
        rows = ([_value(how, row, column) for column in columns] for row in world.rows(kind))
        if path.suffix == ".xlsx":
            _write_workbook(path, kind, header, rows)
        else:
            _write_text(path, how, header, rows)
        paths.append(path)
    return paths


def _known(world: World, kind: str, column: Column) -> bool:
    return column.field == "source" or hasattr(world.rows(kind)[0], column.field)


def _value(how: Format, row: object, column: Column) -> object:
    return how.source if column.field == "source" else getattr(row, column.field)


def _write_text(path: Path, how: Format, header: list[str], rows: Iterable[list[object]]) -> None:
    show = _danish if how.danish else _english
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=how.separator, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([show(value) for value in row] for row in rows)
    path.write_bytes(text.getvalue().encode(how.encoding))


def _write_workbook(path: Path, kind: str, header: list[str], rows: Iterator[list[object]]) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), {**options, "default_date_format": "dd-mm-yyyy"}) as book:
        book.set_properties({"created": datetime(2026, 1, 1)})  # noqa: DTZ001
        sheet = book.add_worksheet(path.stem.capitalize())
        sheet.write_row(0, 0, header)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, row)


def _danish(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else "" if value is None else str(value)


def _english(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)

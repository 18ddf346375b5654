"""Roster files for tests: a small good set, and hostile ones made by code."""

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from vejviser.exchange.roster_table import Roster
from vejviser.exchange.roster_table import Table as TableReader
from vejviser.exchange.rules import kinds_in

Table = Sequence[Sequence[object]]

UNITS = [
    ["source", "unit_id", "name", "type", "district", "from", "to"],
    ["org", "u1", "Børnehuset Mælkebøtten", "børnehave", "Vest", "2015-08-01", ""],
    ["org", "u2", "Søvangskolen", "skole", "Vest", "2010-08-01", ""],
]
GROUPS = [
    ["kilde", "gruppe_id", "enhed_id", "navn", "slags", "fra", "til"],
    ["org", "g1", "u1", "Solsikkerne", "stue", "01-08-2015", ""],
    ["org", "g2", "u2", "2.B", "klasse", "01-08-2023", ""],
]
EMPLOYEES = [
    ["source", "employee_id", "first_name", "last_name", "email", "role", "unit_id", "from", "to"],
    ["pay", "e1", "Mette", "Lindqvist", "mette@fjordlund.example", "pædagog", "u1", "2021-08-01", ""],
    ["pay", "e2", "Jonas", "Bech", "", "lærer", "u2", "2019-08-01", ""],
]
ASSIGNMENTS = [
    ["source", "employee_id", "unit_id", "group_id", "assesses", "from", "to"],
    ["pay", "e1", "u1", "g1", "ja", "2021-08-01", ""],
    ["pay", "e2", "u2", "g2", "yes", "2023-08-01", ""],
]
CHILDREN = [
    ["kilde", "barn_id", "cpr", "fornavn", "efternavn", "foedselsdato", "beskyttelse", "adresse"],
    ["reg", "c1", "140520-4010", "Alma", "Vestergaard", "14-05-2020", "ingen", "Engvej 4"],
    ["reg", "c2", "030417-4021", "Sofus", "Holm", "03-04-2017", "adresse", "Skjult Sti 9"],
]
GUARDIANS = [
    ["source", "child_id", "guardian_id", "first_name", "last_name", "phone", "custody", "lives_with", "contact_ban",
     "from", "to"],
    ["reg", "c1", "p1", "Camilla", "Vestergaard", "20 11 22 33", "faelles", "ja", "nej", "2020-05-14", ""],
    ["reg", "c1", "p2", "Rasmus", "Vestergaard", "", "faelles", "ja", "nej", "2020-05-14", ""],
    ["reg", "c2", "p3", "Laila", "Holm", "", "ene", "ja", "nej", "2017-04-03", ""],
    ["reg", "c2", "p4", "Brian", "Holm", "", "ingen", "nej", "ja", "2017-04-03", ""],
]  # fmt: skip
ENROLMENTS = [
    ["source", "child_id", "unit_id", "group_id", "from", "to"],
    ["reg", "c1", "u1", "g1", "2023-05-01", ""],
    ["reg", "c2", "u2", "g2", "2023-08-01", ""],
]
SET: dict[str, Table] = {
    "units": UNITS, "grupper": GROUPS, "employees": EMPLOYEES, "assignments": ASSIGNMENTS, "boern": CHILDREN,
    "guardians": GUARDIANS, "enrolments": ENROLMENTS,
}  # fmt: skip


def write_csv(path: Path, table: Table, encoding: str = "utf-8", separator: str = ",") -> Path:
    """A CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(table)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_xlsx(path: Path, sheets: dict[str, Table]) -> Path:
    """A workbook; a text that begins with "=" becomes a formula."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd-mm-yyyy"}) as book:
        for name, table in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(table):
                sheet.write_row(number, 0, row)
    return path


def write_set(folder: Path, **changed: Table) -> list[Path]:
    """The good set as CSV files, with some tables replaced."""
    return [write_csv(folder / f"{name}.csv", table) for name, table in (SET | changed).items()]


def edited(table: Table, row: int, **cells: str) -> Table:
    """A copy of a table with cells of one row (1 = the first below the header) changed."""
    header = [str(name) for name in table[0]]
    lines = [list(line) for line in table]
    for name, cell in cells.items():
        lines[row][header.index(name)] = cell
    return lines


def without(table: Table, row: int) -> Table:
    """A copy of a table without one row."""
    return [line for number, line in enumerate(table) if number != row]


def zip_bomb(path: Path) -> Path:
    """Half a megabyte that unpacks to 510 MB."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(510):
            part.write(b" " * 2**20)
    return path


def lying_zip(path: Path) -> Path:
    """A workbook whose sheet says it unpacks to a few bytes, and holds 30 MB."""
    write_xlsx(path, {"boern": [["a"]]})
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts["xl/worksheets/sheet1.xml"] = b" " * (30 * 2**20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    size = (30 * 2**20).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (100).to_bytes(4, "little")))
    return path


def nested_zip(path: Path) -> Path:
    """A zip file of zip files that calls itself a workbook."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("boern.csv", "a;b\n" * 1_000)
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20):
            archive.writestr(f"{number}.zip", inner.getvalue())
    return path


def far_apart_cells(path: Path) -> Path:
    """A few kilobytes with one cell in each far corner of the sheet."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("boern")
        sheet.write(0, 0, "kilde")
        sheet.write(1_048_575, 16_383, "x")
    return path


def many_columns(path: Path) -> Path:
    """A workbook of 16,384 columns."""
    return write_xlsx(path, {"boern": [["kilde"] * 16_384]})


def shared_text_bomb(path: Path) -> Path:
    """One long text that stands in very many cells by reference."""
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{chr(65 + c)}{row}" t="s"><v>0</v></c>' for c in range(26)) + "</row>"
        for row in range(1, 40_001)
    )
    write_xlsx(path, {"boern": [["x" * 1_900]]})
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    start, end = sheet.index("<sheetData>") + 11, sheet.index("</sheetData>")
    parts["xl/worksheets/sheet1.xml"] = (sheet[:start] + rows + sheet[end:]).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def roster_of(**changed: Table) -> Roster:
    """The good set as a roster, with some tables replaced; an empty table leaves its kind out."""
    roster = Roster()
    for name, table in (SET | changed).items():
        [kind] = kinds_in(name)
        if table:
            reader = TableReader(f"{name}.csv", kind, roster)
            for number, row in enumerate(table, start=1):
                reader.take(number, [str(cell) for cell in row])
    return roster

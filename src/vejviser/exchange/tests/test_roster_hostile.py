"""Files made to hurt. Each is refused with a sentence, and the process that read it stayed within its memory."""

import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from vejviser.exchange.roster_problems import Refused
from vejviser.exchange.roster_read import read_roster
from vejviser.exchange.tests import files

HEADER = b"kilde;barn_id;fornavn;efternavn;foedselsdato;beskyttelse\n"
GIGABYTE = 2**20
"""In kilobytes, as the operating system counts memory."""


def _file(name: str, data: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return write


def _workbook(make: Callable[[Path], Path]) -> Callable[[Path], Path]:
    return lambda folder: make(folder / "boern.xlsx")


HOSTILE = {
    "zip bomb": (_workbook(files.zip_bomb), "unpacks_too_big"),
    "zip file that lies about its size": (_workbook(files.lying_zip), "not_a_workbook"),
    "zip file of zip files": (_workbook(files.nested_zip), "not_a_workbook"),
    "two cells far apart": (_workbook(files.far_apart_cells), "unreadable"),
    "one text in a million cells": (_workbook(files.shared_text_bomb), "unreadable"),
    "thousands of columns": (_workbook(files.many_columns), "too_many_columns"),
    "text that calls itself a workbook": (_file("boern.xlsx", b"kilde;barn_id\n"), "not_a_workbook"),
    "empty workbook": (_file("boern.xlsx", b""), "not_a_workbook"),
    "endless line": (_file("boern.csv", b"a" * 30_000_000), "endless_line"),
    "a million columns": (_file("boern.csv", b"a;" * 1_000_000), "endless_line"),
    "65 columns": (_file("boern.csv", b";" * 64 + b"x\n"), "too_many_columns"),
    "endless cell": (_file("boern.csv", HEADER + b'"' + b"reg;c1;a;b\n" * 100_000), "endless_cell"),
    "NUL bytes": (_file("boern.csv", HEADER + b"reg;c1\0;a;b;01-01-2020;ingen\n"), "nul_bytes"),
    "two encodings": (
        _file("boern.csv", HEADER + "reg;c1;Åse;Ø;01-01-2020;ingen\n".encode() + "reg;c2;Åse;Ø\n".encode("cp1252")),
        "mixed_encodings",
    ),
    "letters of no encoding": (_file("boern.csv", HEADER + b"reg;c1;\x81\x8d;b\n"), "unknown_encoding"),
    "empty file": (_file("boern.csv", b""), "no_header"),
    "only line breaks": (_file("boern.csv", b"\n" * 500_000), "no_header"),
    "missing headers": (_file("boern.csv", b"reg;c1;Alma;Vestergaard;01-01-2020;ingen\n"), "missing_column"),
    "the same header twice": (_file("boern.csv", b"source;" + HEADER), "double_column"),
    "too many rows": (_file("boern.csv", HEADER + b"a;b\n" * 2_000_001), "too_many_rows"),
    "nothing but errors": (_file("boern.csv", HEADER + b"reg;c1;a;b;x;y\n" * 100_000), "too_many_problems"),
    "a file of no kind": (_file("data.csv", HEADER), "unknown_kind"),
    "a file of two kinds": (_file("boern_voksne.csv", HEADER), "unknown_kind"),
    "another kind of file": (_file("boern.pdf", b"%PDF"), "not_csv_or_xlsx"),
    "no file": (lambda folder: folder / "boern.csv", "not_found"),
    "50 MB and more": (_file("boern.csv", b"\n" * (50 * 2**20 + 1)), "too_big"),
}


@pytest.mark.parametrize(("make", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused(tmp_path: Path, make: Callable[[Path], Path], code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_roster([make(tmp_path)])
    assert refused.value.problems[-1].code == code
    assert all(refused.value.lines())
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1.2 * GIGABYTE


def test_a_refused_header_does_not_repeat_its_cells(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_roster([_file("boern.csv", b"reg;c1;Alma;Vestergaard;01-01-2020;ingen\n")(tmp_path)])
    assert "Alma" not in "".join(refused.value.lines())

"""One table of a roster: its header decides which cell is which field; each row becomes a row model or problems."""

from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from vejviser.exchange.roster_columns import read_header
from vejviser.exchange.roster_problems import Problem, Refused
from vejviser.exchange.roster_rows import CHOICES, ID_FIELDS, ROWS, AnyRow, Key, Sheet
from vejviser.exchange.rules import MAX_PROBLEMS


@dataclass
class Roster:
    """What a set of files says: good rows by kind, what is wrong, and each (file, column or sheet) passed over.

    `kinds` is the kind of each file. `unread` are keys of rows with errors: they are known to be in the files.
    """

    rows: dict[str, list[Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    ignored: list[tuple[str, str]] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    unread: dict[str, set[Key]] = field(default_factory=dict)

    def add(self, problem: Problem) -> None:
        """Keep a problem; files with too many of them are not read to their end. Raises Refused."""
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            raise Refused([*self.problems, Problem("too_many_problems", problem.file, facts={"limit": MAX_PROBLEMS})])

    def refuse_if_wrong(self) -> None:
        """Raise Refused when anything is wrong."""
        if self.problems:
            raise Refused(self.problems)


class Table:
    """Takes the rows of one table, header first."""

    def __init__(self, file: str, kind: str, roster: Roster) -> None:
        self.file, self.kind, self.roster = file, kind, roster
        self.fields: list[str | None] = []
        self.sheet = Sheet(file, kind, {})
        self.good: list[AnyRow] = roster.rows.setdefault(kind, [])
        self.unread = roster.unread.setdefault(kind, set())
        roster.kinds[file] = kind

    def take(self, number: int, cells: list[str | None]) -> None:
        """Take one row; the first is the header. Raises Refused on a header that cannot be used."""
        if self.fields:
            self._row(number, cells)
        else:
            self._header([cell or "" for cell in cells])

    def end(self) -> None:
        """Raise Refused for a table without a header."""
        if not self.fields:
            raise Refused([Problem("no_header", self.file)])

    def _header(self, cells: list[str]) -> None:
        header = read_header(self.kind, cells)
        wrong = [Problem("missing_column", self.file, choices=(c.danish, c.english)) for c in header.missing]
        wrong += [Problem("double_column", self.file, 1, cell) for cell in header.twice]
        if wrong:
            raise Refused(wrong)
        self.fields = header.fields
        self.sheet.headers.update({known: cell for known, cell in zip(header.fields, cells, strict=True) if known})
        self.roster.ignored += [(self.file, cell) for cell in header.unknown]

    def _row(self, number: int, cells: list[str | None]) -> None:
        if (None in cells or len(cells) > len(self.fields)) and self._misfits(number, cells):
            return
        values = {known: cell for known, cell in zip(self.fields, cells, strict=False) if known and cell}
        try:
            self.good.append(ROWS[self.kind](sheet=self.sheet, line=number, **values))
        except ValidationError as errors:
            self.unread.add((values.get("source", ""), values.get(ID_FIELDS.get(self.kind, ""), "")))
            for error in errors.errors(include_url=False):
                self.roster.add(self._problem(number, error))

    def _misfits(self, number: int, cells: list[str | None]) -> bool:
        """Whether the row has formulas in its columns, or more cells than there are headers."""
        columns = [known for known, cell in zip(self.fields, cells, strict=False) if known and cell is None]
        for known in columns:
            self.roster.add(Problem("formula", self.file, number, self.sheet.headers[known]))
        if too_many := any(cell != "" for cell in cells[len(self.fields) :]):
            self.roster.add(Problem("extra_cells", self.file, number))
        return bool(columns) or too_many

    def _problem(self, number: int, error: ErrorDetails) -> Problem:
        name = str(error["loc"][0])
        choices = CHOICES.get(name, ())
        code = error["type"]
        if code == "missing":
            code = "empty_choice" if choices else "empty"
        value = error["input"] if isinstance(error["input"], str) else ""
        column = self.sheet.headers.get(name, name)
        return Problem(code, self.file, number, column, value, choices, error.get("ctx", {}))

"""What is wrong in roster files, where, and what to do about it; never with the name of a child in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vejviser.exchange.roster_texts import TEXTS
from vejviser.exchange.rules import quotable

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `row` counts as in a spreadsheet, 0 = the whole file; `column` is the file's header."""

    code: str
    file: str
    row: int = 0
    column: str = ""
    value: str = ""
    choices: Sequence[str] = ()
    facts: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """`boern.csv row 118, column foedselsdato: …` in the reader's language."""
        value = f'"{self.value}"' if quotable(self.value) else _("The value")
        facts = {**self.facts, "value": value, "choices": in_words(self.choices)}
        return f"{self._place()}: {TEXTS[self.code] % facts}"

    def _place(self) -> str:
        place = {"file": self.file, "row": self.row, "column": self.column}
        if self.row and self.column:
            return _("%(file)s row %(row)s, column %(column)s") % place
        return _("%(file)s row %(row)s") % place if self.row else self.file


class Refused(Exception):
    """The roster is refused and nothing is written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems

    def lines(self) -> list[str]:
        """The first problems as sentences, and how many more there are."""
        more = len(self.problems) - SHOWN
        rest = [ngettext("and %(n)s more", "and %(n)s more", more) % {"n": more}] if more > 0 else []
        return [*map(str, self.problems[:SHOWN]), *rest]

    def write(self, path: Path) -> None:
        """Write every problem to a file, one a line."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{problem}\n" for problem in self.problems), encoding="utf-8")


def in_words(choices: Sequence[str]) -> str:
    """`ingen, adresse or navn_og_adresse`."""
    return _(" or ").join(filter(None, [", ".join(choices[:-1]), *choices[-1:]]))

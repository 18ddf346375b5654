"""`import-roster FILE…`: the difference first, then the question, then everything or nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import override

from vejviser.exchange.roster_apply import apply_plan
from vejviser.exchange.roster_plan import Plan, make_plan
from vejviser.exchange.roster_problems import Refused
from vejviser.exchange.roster_read import read_roster
from vejviser.exchange.roster_report import report
from vejviser.foundation import clock

WRONG_COMMAND, REFUSED = 2, 3
YES = ("j", "ja", "y", "yes")


class Command(BaseCommand):
    help = "Read roster files (.csv, .xlsx), show what they would change, and write it after a yes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="show the difference and write nothing")
        parser.add_argument("--yes", action="store_true", help="write without asking")
        parser.add_argument("--allow-drops", action="store_true", help="also when many rows would vanish")

    def handle(self, *args: Any, **options: Any) -> None:
        with override(settings.LANGUAGE_CODE), _uncollected():
            try:
                self._import(options)
            except Refused as refused:
                self._explain(refused)
                raise SystemExit(REFUSED) from None

    def _import(self, options: dict[str, Any]) -> None:
        plan = make_plan(read_roster(options["files"]))
        if options["verbosity"]:
            self.stdout.write("\n".join(report(plan)))
        plan.refuse_if_wrong(allow_drops=options["allow_drops"])
        if plan.changes_nothing():
            self._say(_("Everything stands already as the files say."), options)
        elif options["dry_run"]:
            self._say(_("Nothing was written."), options)
        elif options["yes"] or self._asked():
            self._write(plan, options)
        else:
            self._say(_("Nothing was written."), options)

    def _write(self, plan: Plan, options: dict[str, Any]) -> None:
        apply_plan(plan, by=None, allow_drops=options["allow_drops"])
        self._say(_("Everything is written."), options)

    def _asked(self) -> bool:
        try:
            return input(_("Write this? (yes/no)") + " ").strip().lower() in YES
        except EOFError:
            self.stderr.write(_("Nobody is here to answer. Say --yes to write without being asked."))
            raise SystemExit(WRONG_COMMAND) from None

    def _say(self, sentence: str, options: dict[str, Any]) -> None:
        if options["verbosity"]:
            self.stdout.write(sentence)

    def _explain(self, refused: Refused) -> None:
        """The first problems on the screen, all of them in a file."""
        path = settings.DATA_DIR / "imports" / f"errors-{clock.now():%Y%m%d-%H%M%S}.txt"
        refused.write(path)
        self.stderr.write("\n".join(refused.lines()))
        self.stderr.write(_("Nothing was written. All errors are in %(path)s.") % {"path": path})


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hundreds of thousands of rows, none of them in a cycle: looking for cycles would take a quarter of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

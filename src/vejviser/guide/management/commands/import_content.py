"""`import_content DIR`: the default content as an edition of the guide and the law table. Ends 3 when it is refused."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from vejviser.foundation.results import RuleBroken
from vejviser.guide.actions import import_content
from vejviser.ui.texts import say

REFUSED = 3


class Command(BaseCommand):
    help = "Take in a folder of content as an edition of the guide; safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: object, folder: Path, **options: object) -> None:
        try:
            edition = import_content(folder)
        except RuleBroken as broken:
            raise CommandError(say(broken), returncode=REFUSED) from broken
        self.stdout.write(_("The guide has edition %(number)s.") % {"number": edition.number})

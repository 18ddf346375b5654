"""`vejviser audit verify` and `vejviser audit key`."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from vejviser.audit.checkpoint_rules import Checkpoint, public_key
from vejviser.audit.verify import read_checkpoints, verify


class Command(BaseCommand):
    help = "Check the record of looks and changes, or print the public key of its checkpoints."

    def add_arguments(self, parser: CommandParser) -> None:
        words = parser.add_subparsers(dest="word", required=True)
        check = words.add_parser("verify", help="name what is broken; ends 1 when something is")
        check.add_argument("--checkpoint", type=Path, help="a file of signed checkpoints to compare with")
        words.add_parser("key", help="the public key, for checking without this installation")

    def handle(self, *args: object, word: str, checkpoint: Path | None = None, **options: object) -> None:
        if word == "key":
            self.stdout.write(public_key(settings.SECRET_KEY))
            return
        report = verify(_read, _checkpoints(checkpoint))
        self.stdout.write(report.text)
        if report.broken:
            sys.exit(1)


def _read(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def _checkpoints(file: Path | None) -> list[Checkpoint | None]:
    if file is None:
        return []
    try:
        return read_checkpoints(file, public_key(settings.SECRET_KEY))
    except OSError as problem:
        raise CommandError(f"{file} cannot be read: {problem.strerror}", returncode=3) from problem

"""Bring the tables up to date and, on PostgreSQL, give the web's role only the rights it needs."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

APPEND_ONLY = ("audit_look", "audit_lookchild", "audit_change", "audit_seal")


class Command(BaseCommand):
    help = "Migrate; with --app-role also grant that PostgreSQL role its rights (the record of looks: read and add only)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--app-role", default="")

    def handle(self, *args: Any, app_role: str, **options: Any) -> None:
        call_command("migrate", verbosity=options["verbosity"], interactive=False)
        if app_role and connection.vendor == "postgresql":
            _grant(app_role)


def _grant(role: str) -> None:
    name = connection.ops.quote_name(role)
    tables = ", ".join(connection.ops.quote_name(table) for table in APPEND_ONLY)
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {name}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}")
        cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {tables} FROM {name}")

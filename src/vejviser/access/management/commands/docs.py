"""Write the parts of docs/ that are made from something else: who may see what, from docs/access.csv."""

from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from vejviser.access.rules import Grant, matrix

TARGET = settings.BASE_DIR / "docs" / "access.md"
HEAD = """# Who may see what

Made from `docs/access.csv` by `./vejviser docs`. R read, W write, O own entries, S what was shared with that relation,
M metadata only; what is not here is no.
A word in brackets narrows the right. The basis is what the relation needs to rest on.

| Role | Relation | Basis | Rights by data class |
|---|---|---|---|
"""


class Command(BaseCommand):
    help = "Write the generated parts of docs/."

    def handle(self, *args: Any, **options: Any) -> None:
        TARGET.write_text(access_table(), encoding="utf-8")
        self.stdout.write(f"docs/{TARGET.name}")


def access_table() -> str:
    """One row per role, relation and basis, in the order of the file."""
    lines = groupby(matrix(), key=lambda grant: (grant.role, grant.relation, grant.bases))
    return HEAD + "".join(
        f"| {role} | {relation} | {', '.join(sorted(bases))} | {' · '.join(map(_right, grants))} |\n"
        for (role, relation, bases), grants in lines
    )


def _right(grant: Grant) -> str:
    narrowed = f" ({grant.when})" if grant.when else ""
    return f"{grant.data_class} {''.join(sorted(grant.rights))}{narrowed}"

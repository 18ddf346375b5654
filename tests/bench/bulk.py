"""Writing many rows of one kind."""

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from django.db import transaction
from django.db.models import Model

AT_ONCE = 5_000
M = TypeVar("M", bound=Model)


def write(kind: type[M], rows: Iterable[M], *, keep: bool = False) -> list[M]:
    """Write the rows in batches. Gives them back with their keys when they are to be kept, else an empty list."""
    left, kept = iter(rows), list[M]()
    while batch := list(islice(left, AT_ONCE)):
        with transaction.atomic():
            kind._default_manager.bulk_create(batch)
        kept += batch if keep else []
    return kept

"""Writing very many new rows: Django's own bulk insert spends most of its time on putting the statement together."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import BooleanField, CharField, DateField, ForeignKey, Model, PositiveIntegerField

if TYPE_CHECKING:
    from django.db.models import Field

PLAIN = (BooleanField, CharField, ForeignKey, PositiveIntegerField)
"""Fields whose values the database takes as they are."""
AT_ONCE = 10_000
Reader = Callable[[Any], Any]


def insert(model: type[Model], rows: Sequence[Model]) -> None:
    """Insert rows of one table; their primary keys are not set."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    readers = [(field.attname, _reader(field)) for field in fields]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for values in _values(readers, rows):
                    copy.write_row(values)
            return
        statement = f"INSERT INTO {table} ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"  # noqa: S608
        for start in range(0, len(rows), AT_ONCE):
            cursor.executemany(statement, list(_values(readers, rows[start : start + AT_ONCE])))


def _values(readers: list[tuple[str, Reader | None]], rows: Sequence[Model]) -> Iterator[list[Any]]:
    for row in rows:
        own = row.__dict__
        yield [own[name] if read is None else read(own[name]) for name, read in readers]


def _reader(field: "Field[Any, Any]") -> Reader | None:
    """How the database wants a value of a field; None where it takes what Python has. The same days come again and again."""
    if isinstance(field, PLAIN):
        return None
    read = partial(field.get_db_prep_save, connection=connections[DEFAULT_DB_ALIAS])
    return lru_cache(maxsize=50_000)(read) if isinstance(field, DateField) else read

"""The record is added to and never changed: not by the platform, and not by a slip of the database's owner."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from vejviser.audit.seal_actions import seal_all
from vejviser.audit.tests.conftest import Look as Ask
from vejviser.audit.tests.conftest import Sql
from vejviser.audit.tests.test_verify import change_something

TABLES = ("audit_look", "audit_lookchild", "audit_change", "audit_seal")
VERBS = ("UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE")


def refused_verbs() -> tuple[str, ...]:
    """SQLite has no TRUNCATE."""
    return VERBS if connection.vendor == "postgresql" else VERBS[:2]


@pytest.mark.django_db
@pytest.mark.parametrize("table", TABLES)
def test_the_platform_can_change_nothing(look: Ask, table: str) -> None:
    look(uuid.uuid4())
    change_something()
    seal_all()
    for verb in refused_verbs():
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(verb.format(table))


@pytest.mark.commits
def test_the_owner_is_refused_too(look: Ask, as_owner: Sql) -> None:
    look(uuid.uuid4())
    change_something()
    seal_all()
    for table in TABLES:
        for verb in refused_verbs():
            with pytest.raises(Exception, match="can only be added to"):
                as_owner(verb.format(table))

"""Fixtures of every test: the chosen database from a copied template, a frozen day, and people to look with."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.db import connections

from tests import databases
from vejviser.config import environment
from vejviser.foundation import clock

TUESDAY = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def database_engine() -> Any:
    """SQLite, or PostgreSQL when VEJVISER_DATABASE_URL begins with postgresql://."""
    return databases.engine(connections["default"].vendor)


@pytest.fixture(scope="session")
def database_template(database_engine: Any) -> str:
    """A migrated, empty database that copies are made from."""
    return str(database_engine.template())


@pytest.fixture(scope="session")
def django_db_setup(database_engine: Any, database_template: str) -> Iterator[None]:
    """The session's own copy; each test rolls back in it."""
    url = database_engine.copy(database_template)
    _connect_to(url)
    yield
    connections["default"].close()
    database_engine.drop(url)


@pytest.fixture
def own_database(
    django_db_setup: None, database_engine: Any, database_template: str, django_db_blocker: Any
) -> Iterator[str]:
    """A copy for one test that commits (a live server, two connections, a kill). Gives its address."""
    before = dict(connections["default"].settings_dict)
    url = database_engine.copy(database_template)
    with django_db_blocker.unblock():
        _connect_to(url)
        yield url
        connections["default"].close()
        connections["default"].settings_dict.update(before)
    database_engine.drop(url)


@pytest.fixture(autouse=True)
def demo_day() -> Iterator[None]:
    """Every test lives on Tuesday 10 March 2026, 10.00 in Copenhagen, as the mockups do."""
    with clock.frozen(TUESDAY):
        yield


def _connect_to(url: str) -> None:
    """Point the default connection, and the settings of threads to come, at another database."""
    connection = connections["default"]
    connection.close()
    connection.settings_dict.update(environment.database(url))
    settings.DATABASES["default"].update(environment.database(url))

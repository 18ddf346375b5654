"""Fixtures of every test: the chosen database from a copied template, a frozen day, and people to look with."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import connections
from pytest_django import DjangoDbBlocker
from tests import databases

from vejviser.config import environment
from vejviser.foundation import clock

TUESDAY = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def database_engine() -> databases.Engine:
    """SQLite, or PostgreSQL when VEJVISER_DATABASE_URL begins with postgresql://."""
    return databases.engine(connections["default"].vendor)


@pytest.fixture(scope="session")
def database_template(database_engine: databases.Engine) -> str:
    """A migrated, empty database that copies are made from."""
    return database_engine.template()


@pytest.fixture(scope="session")
def django_db_setup(database_engine: databases.Engine, database_template: str) -> Iterator[None]:
    """The session's own copy; each test rolls back in it."""
    url = database_engine.copy(database_template)
    _connect_to(url)
    yield
    connections["default"].close()
    database_engine.drop(url)


@pytest.fixture
def own_database(
    django_db_setup: None, database_engine: databases.Engine, database_template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """A copy for one test that commits (a live server, two connections, a kill). Gives its address."""
    with django_db_blocker.unblock(), _moved_to_a_copy(database_engine, database_template) as url:
        yield url


@pytest.fixture(scope="session")
def town_template(database_engine: databases.Engine) -> str:
    """Fjordlund with the cast and its history, made once per state of the code."""
    return database_engine.template(databases.CAST)


@pytest.fixture
def town(
    django_db_setup: None, database_engine: databases.Engine, town_template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """A copy of Fjordlund for one test that may change and commit. Gives its address."""
    with django_db_blocker.unblock(), _moved_to_a_copy(database_engine, town_template) as url:
        yield url


@pytest.fixture(scope="module")
def town_to_read(
    django_db_setup: None, database_engine: databases.Engine, town_template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """A copy of Fjordlund for a module that only reads."""
    with django_db_blocker.unblock(), _moved_to_a_copy(database_engine, town_template) as url:
        yield url


@pytest.fixture(autouse=True)
def demo_day() -> Iterator[None]:
    """Every test lives on Tuesday 10 March 2026, 10.00 in Copenhagen, as the mockups do."""
    with clock.frozen(TUESDAY):
        yield


@contextmanager
def _moved_to_a_copy(engine: databases.Engine, template: str) -> Iterator[str]:
    before = dict(connections["default"].settings_dict)
    url = engine.copy(template)
    _connect_to(url)
    try:
        yield url
    finally:
        connections["default"].close()
        connections["default"].settings_dict.update(before)
        engine.drop(url)


def _connect_to(url: str) -> None:
    """Point the default connection, and the settings of threads to come, at another database."""
    connection = connections["default"]
    connection.close()
    connection.settings_dict.update(environment.database(url))
    settings.DATABASES["default"].update(environment.database(url))

"""The house, for every test of the desk that asks for it."""

import pytest

from vejviser.desk.tests.house import House


@pytest.fixture
def house(db: None) -> House:
    return House()

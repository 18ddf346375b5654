from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from vejviser.foundation import clock


@pytest.fixture
def day(db: None) -> Iterator[None]:
    """Tuesday 10 March 2026, ten in the morning."""
    with clock.frozen(datetime(2026, 3, 10, 9, tzinfo=UTC)):
        yield

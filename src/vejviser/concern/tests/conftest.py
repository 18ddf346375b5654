"""The house of the agreements' tests, and a note of Mette's about Konrad in it."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from vejviser.agreements.tests.conftest import House, house
from vejviser.concern import actions
from vejviser.concern.models import Note
from vejviser.concern.rules import Words

__all__ = ["house"]
FACTS = "Sad under bordet i 10 minutter efter aflevering"


@pytest.fixture
def write(house: House) -> Callable[..., Note]:
    """Write a note as Mette; `level` 2 about Konrad unless told otherwise."""

    def written(**given: Any) -> Note:
        names = {name: given.pop(name) for name in Words.__dataclass_fields__ if name in given}
        words = Words(**{"facts": FACTS, "level": 2, **names})
        given = {"by": house.mette, "child": house.konrad, "ref": uuid.uuid4(), **given}
        return actions.write_note(words=words, **given)

    return written

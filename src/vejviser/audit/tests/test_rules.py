"""The same row gives the same hash on both databases; any other row gives another."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from vejviser.audit.rules import Link, payload_hash

NINE = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
PERSON = UUID("0b1e4c3a-8f30-4a53-9a55-0c31a8f5a001")
POSTGRESQL: dict[str, Any] = {"id": 1, "at": NINE, "person": PERSON, "refused": False, "facts": {"b": 1, "a": None}}
SQLITE: dict[str, Any] = {
    "id": 1,
    "at": "2026-03-10 09:00:00",
    "person": PERSON.hex,
    "refused": 0,
    "facts": '{"a":null,"b":1}',
}
LINK = Link(seq=2, source="look", row=7, at=NINE, payload_hash="a" * 64, previous="b" * 64)


def test_both_databases_give_the_same_hash() -> None:
    assert payload_hash(POSTGRESQL) == payload_hash(SQLITE)


@pytest.mark.parametrize(
    "change",
    [{"id": 2}, {"at": "2026-03-10 09:00:00.000001"}, {"person": None}, {"refused": 1}, {"facts": "{}"}],
)
def test_any_changed_value_gives_another_hash(change: dict[str, Any]) -> None:
    assert payload_hash(SQLITE | change) != payload_hash(SQLITE)


def test_a_child_more_gives_another_hash() -> None:
    assert payload_hash(SQLITE, [{"child": PERSON}]) != payload_hash(SQLITE)


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 3},
        {"source": "change"},
        {"row": 8},
        {"at": NINE.replace(second=1)},
        {"payload_hash": "c" * 64},
        {"previous": "c" * 64},
    ],
)
def test_a_link_holds_everything_in_it(change: dict[str, Any]) -> None:
    assert replace(LINK, **change).hash != LINK.hash

"""A checkpoint counts only as it was signed, by the installation's own key."""

import pytest

from vejviser.audit.checkpoint_rules import Checkpoint, public_key, read_line, signed_line

CHECKPOINT = Checkpoint("2026-03-10T09:00:00.000000+00:00", 42, "a" * 64)
LINE = signed_line(CHECKPOINT, "secret")


def test_the_public_key_reads_the_line() -> None:
    assert read_line(LINE, public_key("secret")) == CHECKPOINT


@pytest.mark.parametrize("line", [LINE.replace("42", "41"), LINE.replace("09:00", "09:10"), LINE[:-2], "", "[]", "{}"])
def test_a_changed_line_does_not_count(line: str) -> None:
    assert read_line(line, public_key("secret")) is None


def test_another_installations_key_does_not_fit() -> None:
    assert read_line(LINE, public_key("another secret")) is None

"""The municipality's own numbers for rounds."""

from vejviser.screening import rules


def required_assessors(unit_kind: str) -> int:
    """How many assess a child in this kind of unit."""
    return rules.required_assessors(unit_kind)


def agreement_days() -> int:
    """Within how many days a position ends in an agreement or a reasoned wait."""
    return rules.AGREEMENT_DAYS


def parent_talk_workdays() -> int:
    """Within how many working days the parents are talked with."""
    return rules.PARENT_TALK_WORKDAYS

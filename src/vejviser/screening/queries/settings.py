"""The municipality's own numbers for rounds."""

from vejviser.organisation.queries import number


def required_assessors(unit_kind: str) -> int:
    """How many assess a child in this kind of unit."""
    return number("screening.required_assessors", unit_kind)


def agreement_days() -> int:
    """Within how many days a position ends in an agreement or a reasoned wait."""
    return number("screening.agreement_within_days")


def parent_talk_workdays() -> int:
    """Within how many working days the parents are talked with."""
    return number("concern.talk_task_wd")


def rounds_a_year() -> int:
    """How many rounds a child has a year at least."""
    return number("screening.rounds_per_year_min")

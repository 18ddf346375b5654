"""What a start page is, for whom, at what time of day. Pure."""

from collections.abc import Iterable

SHORT_LIST = 5


def home_of(roles: frozenset[str], leading: Iterable[str], with_children: frozenset[str]) -> str:
    """The start page of the roles held now: leader, staff, or elsewhere for roles whose pages name no child."""
    if roles & set(leading):
        return "leader"
    return "staff" if roles & with_children else "elsewhere"


def part_of_day(hour: int) -> str:
    """What to wish people: morning until ten, evening from six."""
    if hour < 10:
        return "morning"
    return "day" if hour < 18 else "evening"

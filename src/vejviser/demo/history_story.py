"""What happened in a group's round, as plain values: the same story is lived through the actions or written in bulk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from vejviser.screening.rules import FOCUS

NOTICE_TEXT = "2026-1"


@dataclass(frozen=True)
class Seen:
    """What one assessor chose for a child. `marked` are statements without their age band, such as "social.opmaerksom.1"."""

    position: str = "trives"
    marked: tuple[str, ...] = ()
    works: str = ""
    reason: str = ""

    @property
    def is_described(self) -> bool:
        """Whether something was added to the choice."""
        return bool(self.marked or self.works)


@dataclass(frozen=True)
class Decided:
    """What the group chose together. `owner` is a place among the assessors by name, `days` the time given to the step.

    `parents` is the parents' view in the talk with them, `came` what came of the step.
    """

    outcome: str
    reason: str
    step: str = ""
    owner: int = 0
    days: int = 10
    waits: bool = False
    parents: str = "Vi kan godt genkende det."
    came: str = ""


THRIVES = Seen()


@dataclass(frozen=True)
class ChildStory:
    """One child: what each assessor saw, by first name, and what they chose if they talked about the child.

    None in `seen`: that assessor may not assess this child, who is of their own family.
    """

    seen: tuple[Seen | None, ...] = ()
    decided: Decided | None = None

    def by(self, place: int) -> Seen | None:
        """What the assessor at this place saw; thriving where the story says nothing."""
        return self.seen[place] if place < len(self.seen) else THRIVES


@dataclass(frozen=True)
class Days:
    """The days of a group's round."""

    noticed: date
    opened: date
    assessed: date
    talked: date
    parents: date


@dataclass(frozen=True)
class RoundStory:
    """A whole round of a group; children who are not named thrive in everybody's eyes."""

    days: Days
    change: str
    children: Mapping[int, ChildStory] = field(default_factory=dict)
    change_days: int = 40
    change_came: str = "Det blev en fast del af dagen."

    def of(self, child: int) -> ChildStory:
        """The story of a child, by primary key."""
        return self.children.get(child, ChildStory())

    def seen_from(self, place: int) -> Callable[[int], Seen | None]:
        """What the assessor at this place saw, by the child's primary key."""
        return lambda child: self.of(child).by(place)

    def step_by(self, decided: Decided) -> date:
        """The last day of a step."""
        return self.days.talked + timedelta(days=decided.days)

    @property
    def change_until(self) -> date:
        """The last day of what the group changes for everybody."""
        return self.days.talked + timedelta(days=self.change_days)


def statements(band: str | None, seen: Seen) -> list[str]:
    """The ids of what was marked, in the form of an age band; nothing outside attentive and concerned."""
    return sorted(f"{band}.{one}" for one in seen.marked) if seen.position in FOCUS else []

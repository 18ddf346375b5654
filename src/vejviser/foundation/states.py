"""A state machine is a table: what each state asks of people next, and where each event leads. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vejviser.foundation.results import RuleBroken


@dataclass(frozen=True)
class State:
    """One line of a table. `next` is the code of the next step, with words in `texts.py`; no state lacks one."""

    next: str
    moves: Mapping[str, str] = field(default_factory=dict)


Table = Mapping[str, State]


def move(table: Table, state: str, event: str) -> str:
    """The state an event leads to. Raises RuleBroken("not_from_this_state") when the table has no such line."""
    target = table[state].moves.get(event)
    if target is None:
        raise RuleBroken("not_from_this_state", state=state, event=event)
    return target

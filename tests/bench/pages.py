"""The hot pages: who opens them, at which address, and what is sent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from tests.bench.data_places import Town
from vejviser.accounts.models import Person
from vejviser.screening.models import RoundChild

TAPS = ("trives", "opmaerksom")


@dataclass(frozen=True)
class Ask:
    """One request: a form makes it a POST, and `saves` one that comes from the page's own script."""

    path: str
    form: dict[str, str] = field(default_factory=dict)
    saves: bool = False


@dataclass(frozen=True)
class Page:
    """A page that is measured; `ask(n)` is its n-th request. Without a person it is open to everybody."""

    name: str
    person: Person | None
    ask: Callable[[int], Ask]
    shows_children: bool = True


def hot_pages(town: Town) -> list[Page]:
    """In the order in which a working day meets them."""
    teacher, children = town.teacher, town.first_class()
    taps = list(RoundChild.objects.filter(group_round__state="open", child__in=children).select_related("group_round"))
    room, with_log = taps[0].group_round.ref, children[::4]

    def save(n: int) -> Ask:
        form = {"position": TAPS[n // len(taps) % 2], "choice": str(uuid4())}
        return Ask(f"/runder/barn/{taps[n % len(taps)].ref}/valg/", form, saves=True)

    return [
        Page("overblik", teacher, lambda n: Ask("/overblik/")),
        Page("round_group", teacher, lambda n: Ask(f"/runder/{room}/")),
        Page("round_save", teacher, save),
        Page("child_page", teacher, lambda n: Ask(f"/boern/{children[n % len(children)].ref}/")),
        Page("log_page", teacher, lambda n: Ask(f"/boern/{with_log[n % len(with_log)].ref}/stafetlog/")),
        Page("children_list_1m", town.visitor, lambda n: Ask("/boern/")),
        Page("search", teacher, lambda n: Ask("/soeg/", {"name": children[n % len(children)].first_name})),
        Page("guide", None, lambda n: Ask("/vejviser/"), shows_children=False),
    ]

"""Stories for groups that nobody of the cast belongs to: the same for the same group and round, with usual shares."""

from collections.abc import Collection, Iterable
from random import Random

from vejviser.demo.history_story import THRIVES, ChildStory, Days, Decided, RoundStory, Seen
from vejviser.screening.models import RoundChild

# Shares of children the group is attentive to or concerned about, and how often two people see the same child differently.
CONCERNED, ATTENTIVE, DIFFERENT, WAITS, AWAY = 0.04, 0.15, 0.3, 0.2, 0.01
DIMENSIONS = ("kognitiv", "psykisk_emotionel", "social", "fysisk_sansemotorisk")
REASONS = (
    "Vi så det flere dage i træk og i flere slags lege.",
    "Det er blevet tydeligere siden sidst.",
    "Det sker mest, når mange er sammen.",
    "Vi har set det begge to, men ikke lige ofte.",
    "Det er nyt, og vi vil forstå det.",
)
STEPS = (
    "En fast voksen ved dagens skift",
    "Makker, når noget nyt begynder",
    "Lille gruppe to gange om ugen",
    "Billeder af dagen ved pladsen",
    "Ti minutters ro efter pausen",
)
PARENTS = ("Vi kan godt genkende det.", "Derhjemme ser vi det ikke.", "Det er vi glade for, at I siger.")
CAME = ("Det hjalp.", "Det hjalp lidt, og vi holder fast.", "Vi fandt en anden måde.")
CHANGES = (
    "Vi deler os i mindre grupper om formiddagen.",
    "Vi siger til fem minutter før skift.",
    "Faste lege med en voksen ude.",
    "Færre ting fremme ad gangen.",
)


def invent(
    seed: str, days: Days, rows: Iterable[RoundChild], team: int, family: Collection[tuple[int, int]] = ()
) -> RoundStory:
    """A story for `team` assessors. `family` names (child, place in the team) where an assessor may not assess."""
    random = Random(seed)  # noqa: S311
    children = {}
    for row in rows:
        places = [place for place in range(team) if (row.child_id, place) in family]
        children[row.child_id] = _family(team, places) if places else _child(random, team)
    return RoundStory(days, random.choice(CHANGES), children)


def _family(team: int, places: Collection[int]) -> ChildStory:
    return ChildStory(tuple(None if place in places else THRIVES for place in range(team)))


def _child(random: Random, team: int) -> ChildStory:
    chance = random.random()
    if chance < AWAY:
        return ChildStory((Seen(reason="fravaer"),) * team)
    if chance > AWAY + ATTENTIVE:
        return ChildStory((THRIVES,) * team)
    position = "bekymret" if chance < AWAY + CONCERNED else "opmaerksom"
    seen = [_seen(random, position)] + [_other(random, position) for _ in range(team - 1)]
    random.shuffle(seen)
    return ChildStory(tuple(seen), _decided(random, position, team))


def _seen(random: Random, position: str) -> Seen:
    """Of what concerns only the first dimension is marked: none of its statements means "act today"."""
    dimension = DIMENSIONS[0] if position == "bekymret" else random.choice(DIMENSIONS)
    return Seen(position, (f"{dimension}.{position}.{random.randint(1, 3)}",))


def _other(random: Random, position: str) -> Seen:
    if random.random() >= DIFFERENT:
        return _seen(random, position)
    return THRIVES if position == "opmaerksom" else _seen(random, "opmaerksom")


def _decided(random: Random, position: str, team: int) -> Decided:
    waits = random.random() < WAITS
    return Decided(
        outcome=position,
        reason=random.choice(REASONS),
        step="Vi ser tiden an sammen med forældrene." if waits else random.choice(STEPS),
        owner=random.randrange(team),
        days=random.randint(4, 14),
        waits=waits,
        parents=random.choice(PARENTS),
        came=random.choice(CAME),
    )

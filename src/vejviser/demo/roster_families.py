"""Families: adults, their children, and what each adult is to each child by the patterns of custody that exist."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import NamedTuple

from vejviser.demo import roster_names as names
from vejviser.demo.roster_world import Child, Guardian, World, days_ago

DISTRICTS = {"Vest": "2991", "Øst": "2992", "Nord": "2993", "Syd": "2994", "Midt": "2995"}
"""Districts and their invented postcodes."""

CHILDHOOD = 18 * 365
SIBLINGS = (0.38, 0.82)
"""Chance that a family has one child, or at most two; the rest have three."""


class Adult(NamedTuple):
    guardian_id: str
    cpr: str
    first_name: str
    last_name: str
    phone: str
    email: str
    language: str


class Home(NamedTuple):
    """Where a child lives, and how secret that is."""

    address: str
    postcode: str
    city: str
    protection: str = "ingen"
    protection_to: date | None = None


def bond(
    child: Child, adult: Adult, custody: str, lives_with: bool = True, ban: bool = False,
    opens: date | None = None, closes: date | None = None,
) -> Guardian:  # fmt: skip
    """What an adult is to a child; from birth unless another day is given."""
    facts = adult._asdict()
    facts |= {"custody": custody, "lives_with": lives_with, "contact_ban": ban}
    return Guardian(child_id=child.child_id, opens=opens or child.birth_date, closes=closes, **facts)


def together(child: Child, mother: Adult, father: Adult, since: date) -> list[Guardian]:
    """Joint custody under one roof."""
    return [bond(child, mother, "faelles"), bond(child, father, "faelles")]


def apart(child: Child, mother: Adult, father: Adult, since: date) -> list[Guardian]:
    """Joint custody, two homes."""
    return [bond(child, mother, "faelles"), bond(child, father, "faelles", lives_with=False)]


def alone(child: Child, mother: Adult, father: Adult, since: date) -> list[Guardian]:
    """The mother alone; nobody else is registered."""
    return [bond(child, mother, "ene")]


def father_without(child: Child, mother: Adult, father: Adult, since: date) -> list[Guardian]:
    """The mother has sole custody, the father none."""
    return [bond(child, mother, "ene"), bond(child, father, "ingen", lives_with=False)]


def father_only(child: Child, mother: Adult, father: Adult, since: date) -> list[Guardian]:
    """The father has sole custody, the mother none."""
    return [bond(child, mother, "ingen", lives_with=False), bond(child, father, "ene")]


def lost(child: Child, mother: Adult, father: Adult, since: date) -> list[Guardian]:
    """Joint custody until a day; then the mother's alone."""
    before = since - timedelta(days=1)
    return [
        bond(child, mother, "faelles", closes=before),
        bond(child, father, "faelles", lives_with=False, closes=before),
        bond(child, mother, "ene", opens=since),
        bond(child, father, "ingen", lives_with=False, opens=since),
    ]


def widowed(child: Child, mother: Adult, father: Adult, since: date) -> list[Guardian]:
    """The father has died; the mother has sole custody since."""
    return [*lost(child, mother, father, since)[:3]]


def foster(child: Child, mother: Adult, father: Adult, since: date) -> list[Guardian]:
    """The mother keeps custody; the child lives with another adult, a foster parent."""
    return [bond(child, mother, "ene", lives_with=False), bond(child, father, "plejefamilie", opens=since)]


def banned(child: Child, mother: Adult, father: Adult, since: date) -> list[Guardian]:
    """The mother has sole custody; the father may not come near, and the address is protected."""
    return [bond(child, mother, "ene"), bond(child, father, "ingen", lives_with=False, ban=True)]


Pattern = Callable[[Child, Adult, Adult, date], list[Guardian]]
PATTERNS: dict[Pattern, float] = {
    together: 70, apart: 17.6, alone: 3.5, father_without: 4.5, father_only: 1, lost: 1, widowed: 0.8, foster: 0.8,
    banned: 0.8,
}  # fmt: skip


class Families:
    """Makes families of a district, one after another."""

    def __init__(self, world: World) -> None:
        self.world, self.random = world, world.random
        self.child_ids, self.adult_ids = count(1), count(1)

    def populate(self, district: str, children: int) -> list[Child]:
        """As many children as asked for, in families; their rows are added to the world."""
        made: list[Child] = []
        while len(made) < children:
            made += self._family(district)
        for one in made[children:]:
            self._forget(one)
        return made[:children]

    def adult(
        self, female: bool, first: str = "", last: str = "", key: str = "", *, abroad: bool = False, before: date | None = None
    ) -> Adult:
        """A grown-up, 19 to 42 years older than a child born on `before`; names are found when none are given."""
        born = days_ago(before or self.world.months_ago(12 * 6), self.random, 19 * 365, 42 * 365)
        return Adult(
            guardian_id=f"adult-{key}" if key else f"adult-{next(self.adult_ids):06}",
            cpr=self.world.number(born, female),
            first_name=first or names.adult_name(self.random, female, abroad),
            last_name=last or names.surname(self.random, abroad),
            phone=_phone(self.random),
            email="",
            language=self.random.choice(names.LANGUAGES) if abroad and self.random.random() < 0.5 else "da",
        )

    def child(self, key: str, first: str, last: str, born: date, female: bool, home: Home, interpreter: bool) -> Child:
        """Add a child to the world; one with a birth date to come is not born yet and has no number."""
        unborn = born > self.world.day
        child = Child(
            child_id=f"child-{key}" if key else f"child-{next(self.child_ids):06}",
            cpr="" if unborn else self.world.number(born, female, replacement=self.random.random() < 0.002),
            first_name="Ufødt" if unborn else first,
            last_name=last,
            birth_date=born,
            unborn=unborn,
            address=home.address,
            postcode=home.postcode,
            city=home.city,
            protection=home.protection,
            protection_to=home.protection_to,
            interpreter=interpreter,
        )
        self.world.children.append(child)
        return child

    def home(self, district: str, protection: str = "ingen") -> Home:
        """An address in a district; half of the protected ones for a year at a time."""
        to = self.world.day + timedelta(days=300) if protection != "ingen" and self.random.random() < 0.5 else None
        return Home(names.address(self.random), DISTRICTS[district], f"Fjordlund {district}", protection, to)

    def bind(self, child: Child, pattern: Pattern, mother: Adult, father: Adult) -> None:
        """Add what two adults are to a child. A change of custody came when half of the child's life was over."""
        since = child.birth_date + (self.world.day - child.birth_date) / 2
        self.world.guardians += pattern(child, mother, father, since)

    def _family(self, district: str) -> list[Child]:
        abroad = self.random.random() < 0.13
        [pattern] = self.random.choices(list(PATTERNS), list(PATTERNS.values()))
        dates = _birth_dates(self.random, self.world.day)
        mother = self.adult(True, abroad=abroad, before=dates[-1])
        shared = pattern is together and self.random.random() < 0.6
        father = self.adult(False, last=mother.last_name if shared else "", abroad=abroad, before=dates[-1])
        home = self.home(district, _protection(self.random, pattern))
        children = []
        for number, born in enumerate(dates):
            female = self.random.random() < 0.487
            first = names.child_name(self.random, female, abroad)
            last = mother.last_name if self.random.random() < 0.5 else father.last_name
            child = self.child("", first, last, born, female, home, mother.language != "da")
            half = number > 0 and self.random.random() < 0.06
            self._bind_born_or_not(child, pattern, mother, self.adult(False, abroad=abroad) if half else father, half)
            children.append(child)
        return children

    def _bind_born_or_not(self, child: Child, pattern: Pattern, mother: Adult, father: Adult, half: bool) -> None:
        """An older half sibling has another father, who lives elsewhere; in a child's first months nothing changes yet."""
        new = (self.world.day - child.birth_date).days < 90
        usual = together if new and pattern is not alone else pattern
        self.bind(child, apart if half else usual, mother, father)

    def _forget(self, child: Child) -> None:
        self.world.children.remove(child)
        self.world.guardians = [row for row in self.world.guardians if row.child_id != child.child_id]


def _birth_dates(random: Random, day: date) -> list[date]:
    """Youngest first; some not born yet, some twins, nobody 18 yet."""
    youngest = days_ago(day, random, -50, CHILDHOOD - 1)
    chance = random.random()
    dates = [youngest]
    for _ in range((chance > SIBLINGS[0]) + (chance > SIBLINGS[1])):
        gap = 0 if random.random() < 0.02 else random.randint(450, 1_900)
        dates.append(dates[-1] - timedelta(days=gap))
    return [born for born in dates if (day - born).days < CHILDHOOD]


def _protection(random: Random, pattern: Pattern) -> str:
    chance = random.random()
    if pattern is banned or chance < 0.008:
        return "adresse"
    return "navn_og_adresse" if chance < 0.010 else "ingen"


def _phone(random: Random) -> str:
    """Eight digits that no telephone has: Danish numbers do not begin with 1."""
    return " ".join(["10", *(f"{random.randint(0, 99):02}" for _ in range(3))])

"""Where children are on the day: every child's own path from the health visitor's care to youth, district by district."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vejviser.demo.roster_places import Places
from vejviser.demo.roster_world import Child, Enrolment, Group, Unit, World

CLASS_SIZE = 20.9
CLASSES_PER_LEVEL_AND_SCHOOL = 1.9
SFO_SHARE, YOUTH_SHARE = 0.85, 0.04
CLUB_SHARE = {4: 0.5, 5: 0.5, 6: 0.4, 7: 0.4, 8: 0.1, 9: 0.1}
ROOMS_PER_HOUSE = {"vuggestue": 2, "børnehave": 3}


class Reserved(NamedTuple):
    """A group of the cast: nobody is placed in it but, where `stage` says so, that many children of that stage."""

    group: Group
    stage: str = ""
    size: int = 0


class Settler:
    """Enrols the children of a district and makes the units and groups they need."""

    def __init__(self, world: World, places: Places, reserved: Sequence[Reserved]) -> None:
        self.world, self.places, self.random = world, places, world.random
        self.reserved = {one.group.group_id: one for one in reserved}

    def settle(self, district: str, children: list[Child]) -> None:
        """Enrol each child where its age leads it; some are at home."""
        stages: dict[str, list[Child]] = {}
        for child in children:
            stages.setdefault(self._stage(child), []).append(child)
        self._health_care(district, children)
        self._childminders(district, stages.get("dagpleje", []))
        self._houses(district, "vuggestue", stages.get("vuggestue", []), 13)
        self._houses(district, "børnehave", stages.get("børnehave", []), 20)
        self._schools(district, stages.get("skole", []))
        self._youth(district, children)

    def enrol(self, child: Child, unit: Unit, group: Group | None, opens: date) -> None:
        """Enrol from a day, never before the child or the group was there."""
        first = max(opens, child.birth_date, group.opens if group else unit.opens)
        group_id = group.group_id if group else ""
        self.world.enrolments.append(Enrolment(child.child_id, unit.unit_id, group_id, first))

    def _stage(self, child: Child) -> str:
        """Sundhedspleje alone before ten months and for those who stay at home; then day care, then school."""
        days, chance = (self.world.day - child.birth_date).days, self.random.random()
        if 0 <= self.world.level(child.birth_date) <= 9:
            return "skole" if chance < 0.94 else "hjemme"
        if days < 300 or self.world.level(child.birth_date) > 9:
            return "hjemme"
        if days > 35 * 30:
            return "børnehave" if chance < 0.97 else "hjemme"
        return "dagpleje" if chance < 0.25 else "vuggestue" if chance < 0.85 else "hjemme"

    def _health_care(self, district: str, children: Iterable[Child]) -> None:
        unit = self.places.unit(f"Sundhedsplejen {district}", "sundhedspleje", district)
        for child in children:
            if (self.world.day - child.birth_date).days < 2 * 365:
                opens = self.world.months_ago(2) if child.unborn else child.birth_date
                self.world.enrolments.append(Enrolment(child.child_id, unit.unit_id, "", opens))

    def _childminders(self, district: str, children: list[Child]) -> None:
        unit = self.places.unit(f"Dagplejen {district}", "dagpleje", district)
        rest = self._fill_reserved(unit.type, district, children)
        for number, share in enumerate(_shares(rest, 3.6), start=1):
            group = self.places.group(unit, f"Dagplejer {number}", "dagplejer")
            self._enrol_all(share, unit, group, 300)

    def _houses(self, district: str, kind: str, children: list[Child], size: float) -> None:
        """Day care in houses of a few rooms."""
        rest = self._fill_reserved(kind, district, children)
        unit: Unit | None = None
        for number, share in enumerate(_shares(rest, size)):
            if unit is None or number % ROOMS_PER_HOUSE[kind] == 0:
                word = "Vuggestuen" if kind == "vuggestue" else "Børnehuset"
                unit = self.places.unit(f"{word} {next(self.places.names['house'])}", kind, district)
            group = self.places.group(unit, next(self.places.names["room"]), "stue")
            self._enrol_all(share, unit, group, 300 if kind == "vuggestue" else 35 * 30)

    def _fill_reserved(self, kind: str, district: str, children: list[Child]) -> list[Child]:
        """Fill the cast's groups that this kind of children belongs in; give back the others."""
        rest = list(children)
        for group, stage, size in self.reserved.values():
            unit = self.places.unit_of(group)
            if unit.district == district and stage == kind:
                self._enrol_all(rest[:size], unit, group, 300)
                rest = rest[size:]
        return rest

    def _enrol_all(self, children: Iterable[Child], unit: Unit, group: Group, age_in_days: int) -> None:
        for child in children:
            begun = min(child.birth_date + timedelta(days=age_in_days), self.world.day - timedelta(days=9))
            self.enrol(child, unit, group, begun.replace(day=1))

    def _schools(self, district: str, children: list[Child]) -> None:
        """Classes of about the usual size; the schools of a district have the same number of tracks."""
        levels = [[child for child in children if self.world.level(child.birth_date) == level] for level in range(10)]
        wanted = len(children) / 10 / CLASS_SIZE / CLASSES_PER_LEVEL_AND_SCHOOL
        schools = self._units("skole", "", "school", district, max(1, round(wanted)))
        for level, pupils in enumerate(levels):
            shares = _shares(pupils, CLASS_SIZE)
            for (school, letter), share in zip(self._tracks(schools, level), shares, strict=False):
                self._class(school, f"{level}.{letter}", level, share)

    def _tracks(self, schools: list[Unit], level: int) -> Iterator[tuple[Unit, str]]:
        """Free class names: the A classes of all schools first, then the B classes."""
        for letter in "ABCDEFGHIJKLMN":
            for school in schools:
                group = self.places.groups.get((school.unit_id, f"{level}.{letter}"))
                if not (group and group.group_id in self.reserved):
                    yield school, letter

    def _class(self, school: Unit, name: str, level: int, pupils: list[Child]) -> None:
        start = self.world.class_start(level)
        group = self.places.group(school, name, "klasse", start)
        after = self.places.unit(f"{school.name}s SFO", "SFO", school.district) if level <= 3 else None
        for pupil in pupils:
            self.enrol(pupil, school, group, start)
            if after and self.random.random() < SFO_SHARE:
                self.enrol(pupil, after, self.places.group(after, f"{name} SFO", "sfo", start), start)

    def _youth(self, district: str, children: list[Child]) -> None:
        """Clubs and youth offers in the afternoon, beside school."""
        clubs = self._units("klub", "Klub ", "club", district, max(3, len(children) // 560))
        offers = self._units("ungdomstilbud", "", "youth", district, max(2, len(children) // 840))
        for child in children:
            level = self.world.level(child.birth_date)
            if self.random.random() < CLUB_SHARE.get(level, 0):
                club, name = self.random.choice(clubs), f"{level}. klasse" if level < 8 else "Ungegruppen"
                self.enrol(child, club, self.places.group(club, name, "hold"), self.world.class_start(level % 4))
            elif 8 <= level <= 11 and self.random.random() < YOUTH_SHARE:
                offer = self.random.choice(offers)
                self.enrol(child, offer, self.places.group(offer, "Holdet", "hold"), self.world.months_ago(7))

    def _units(self, kind: str, word: str, names: str, district: str, number: int) -> list[Unit]:
        """The cast's units of a kind in a district, and new ones up to a number."""
        units = [unit for unit in self.places.units.values() if (unit.type, unit.district) == (kind, district)]
        while len(units) < number:
            units.append(self.places.unit(word + next(self.places.names[names]), kind, district))
        return units


def _shares(children: list[Child], size: float) -> list[list[Child]]:
    """The children in equal shares of about a size; brothers and sisters fall apart."""
    number = max(1, round(len(children) / size)) if children else 0
    return [children[start::number] for start in range(number)]

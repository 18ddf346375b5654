"""Everybody who works in Fjordlund beside the cast: enough for every group, a leader for every unit, advisers for all."""

from collections import Counter
from itertools import cycle, islice

from vejviser.demo import roster_names as names
from vejviser.demo.roster_families import DISTRICTS
from vejviser.demo.roster_places import Places
from vejviser.demo.roster_world import Assignment, Employee, Group, Guardian, Unit, World, days_ago

TEAMS = {
    "stue": ("pædagog",) * 4,
    "klasse": ("lærer", "lærer"),
    "sfo": ("pædagog", "pædagog"),
    "hold": ("pædagog", "pædagog"),
    "dagplejer": ("dagplejer",),
}
ASSESSORS = 2
"""The first of a team assess."""
SUBJECT_TEACHERS = 5
"""Teachers of a school without a class of their own, who work in two classes."""
FULL = ("group-solsikkerne", "group-kloeverne", "group-humlebierne", "group-2b", "group-gitte")
"""Groups whose team is the cast and nobody else."""
LED = {"vuggestue", "børnehave", "SFO", "skole", "klub", "ungdomstilbud", "dagpleje", "sundhedspleje", "ppr",
       "familierådgivning", "tandpleje", "ekstern udfører"}  # fmt: skip
HOUSES = ("vuggestue", "børnehave", "skole")
CENTRAL = {
    "PPR": {"ppr-psykolog": 12, "logopæd": 8, "fys/ergo": 4},
    "Familierådgivningen": {"frontteam": 8, "myndighedsrådgiver": 14, "udfører": 10, "forebyggelseskonsulent": 4},
}
PARENTS_AT_WORK = 0.06
"""Share of the staff who have a child in the municipality: they never see it through their work."""


class Staffer:
    """Employs people and sets them to work."""

    def __init__(self, world: World, places: Places, children: int) -> None:
        self.world, self.places, self.random = world, places, world.random
        self.size = children / 8_500
        self.led = {row.unit_id for row in world.employees if row.role == "leder"}
        guardians = [row for row in world.guardians if row.custody == "faelles" and row.lives_with and not row.closes]
        self.parents = iter(self.random.sample(guardians, min(len(guardians), 4_000)))
        self.taken: set[str] = set()
        self.at_work = Counter(row.group_id for row in world.assignments)

    def build(self) -> None:
        """Teams for groups, leaders for units, and the services that work across."""
        for group in self.world.groups:
            if group.group_id not in FULL:
                self._team(group)
        for unit in list(self.world.units):
            if unit.type in LED and unit.unit_id not in self.led:
                self._employ("leder", unit)
            if unit.type == "skole":
                self._subject_teachers(unit)
        for district in DISTRICTS:
            self._health_visitors(district)
            self._district_services(district)
        self._central_services()

    def _team(self, group: Group) -> None:
        """A team for a group; the work began when the group or the employment did."""
        unit = self.places.unit_of(group)
        there = self.at_work[group.group_id]
        for number, role in enumerate(TEAMS[group.kind][there:], start=there):
            self._assign(self._employ(role, unit), unit, group, number < ASSESSORS)

    def _subject_teachers(self, school: Unit) -> None:
        classes = [one for one in self.world.groups if one.unit_id == school.unit_id and one.group_id not in FULL]
        for number in range(SUBJECT_TEACHERS if len(classes) > 1 else 0):
            teacher = self._employ("lærer", school)
            for group in (classes[number % len(classes)], classes[(number + 5) % len(classes)]):
                self._assign(teacher, school, group)

    def _health_visitors(self, district: str) -> None:
        """Each cares for the district's youngest, and for some houses and schools."""
        unit = self.places.unit(f"Sundhedsplejen {district}", "sundhedspleje", district)
        team = [self._employ("sundhedsplejerske", unit) for _ in range(self._number(5))]
        for one in team:
            self._assign(one, unit)
        self._spread(team, district)

    def _spread(self, team: list[Employee], district: str = "") -> None:
        """Give each house and school one of a team, unless the cast works there for the same service."""
        service = {row.employee_id for row in self.world.employees if row.unit_id == team[0].unit_id}
        served = {row.unit_id for row in self.world.assignments if row.employee_id in service}
        houses = [one for one in self.world.units if one.type in HOUSES and district in ("", one.district)]
        for one, house in zip(cycle(team), [house for house in houses if house.unit_id not in served], strict=False):
            self._assign(one, house)

    def _district_services(self, district: str) -> None:
        """Dentists, a leader of the area, and a social adviser for every two schools."""
        dentists = self.places.unit(f"Tandplejen {district}", "tandpleje", district)
        for role, number in {"leder": 1, "tandplejer": 4}.items():
            for _ in range(number if role == "leder" else self._number(number)):
                self._employ(role, dentists)
        schools = [one for one in self.world.units if (one.type, one.district) == ("skole", district)]
        for school in islice(schools, 0, None, 2):
            adviser = self._employ("skolesocialrådgiver", school)
            self._assign(adviser, school)
        self._employ("områdeleder", self.places.unit(f"Dagplejen {district}", "dagpleje", district))

    def _central_services(self) -> None:
        for name, roles in CENTRAL.items():
            unit = self.places.unit(name, "", key={"PPR": "ppr"}.get(name, ""))
            for role, number in roles.items():
                team = [self._employ(role, unit) for _ in range(self._number(number))]
                if name == "PPR":
                    self._spread(team)
        for name in ("Familiehuset Broen", "Fonden Medvind", "Foreningen Vennebro"):
            unit = self.places.unit(name, "ekstern udfører", authority=name)
            for _ in range(3):
                self._employ("ekstern udfører", unit)

    def _number(self, at_full_size: int) -> int:
        return max(1, round(at_full_size * self.size))

    def _employ(self, role: str, unit: Unit) -> Employee:
        parent = self._parent() if self.random.random() < PARENTS_AT_WORK else None
        female = self.random.random() < 0.78
        born = days_ago(self.world.day, self.random, 24 * 365, 65 * 365)
        number = f"emp-{len(self.world.employees) + 1:06}"
        employee = Employee(
            employee_id=number,
            cpr=parent.cpr if parent else self.world.number(born, female),
            first_name=parent.first_name if parent else names.adult_name(self.random, female, False),
            last_name=parent.last_name if parent else names.surname(self.random, self.random.random() < 0.06),
            email=f"{number}@fjordlund.example",
            role=role,
            unit_id=unit.unit_id,
            opens=max(unit.opens, self.world.months_ago(self.random.randint(14, 200))),
        )
        self.world.employees.append(employee)
        return employee

    def _parent(self) -> Guardian | None:
        """A guardian who is not employed yet."""
        for row in self.parents:
            if row.guardian_id not in self.taken:
                self.taken.add(row.guardian_id)
                return row
        return None

    def _assign(self, employee: Employee, unit: Unit, group: Group | None = None, assesses: bool = False) -> None:
        opens = max(employee.opens, group.opens) if group else employee.opens
        group_id = group.group_id if group else ""
        row = Assignment(employee.employee_id, unit.unit_id, group_id, assesses, opens)
        self.world.assignments.append(row)

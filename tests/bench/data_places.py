"""Schools, classes, staff, children and their enrolments: all invented, as many as a large municipality has."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.bench.bulk import write
from vejviser.accounts.models import Person
from vejviser.children.models import Child, Custody, Enrolment, Guardian
from vejviser.foundation import clock
from vejviser.organisation.models import Assignment, Employment, Group, Unit

FIRST_CLASS, CLASS, CLASSES_OF_SCHOOL, SCHOOLS_OF_VISITOR, PAST_ENROLMENTS = 25, 21, 20, 5, 8
OPENED, SCHOOL_YEAR = date(2016, 8, 1), date(2025, 8, 1)
FIRST_NAMES = ("Alma", "Bertil", "Clara", "Dagmar", "Elias", "Filippa", "Gry", "Holger", "Ida", "Jakob", "Karla", "Liam", "Åse")
LAST_NAMES = ("Brandt", "Dahl", "Friis", "Holt", "Kjær", "Lind", "Marcussen", "Nasser", "Riber", "Storm", "Ørum")


@dataclass
class Town:
    """What was built; `class_of` and `guardians` run beside `children`, `teachers` and `partners` beside `groups`."""

    units: list[Unit] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    teachers: list[Employment] = field(default_factory=list)
    partners: list[Employment] = field(default_factory=list)
    visitors: list[Employment] = field(default_factory=list)
    children: list[Child] = field(default_factory=list)
    class_of: list[int] = field(default_factory=list)
    guardians: list[Guardian] = field(default_factory=list)

    @property
    def teacher(self) -> Person:
        """Teaches the first class, which has 25 children."""
        return self.teachers[0].person

    @property
    def visitor(self) -> Person:
        """Visits the first schools: every child of five whole units."""
        return self.visitors[0].person

    def first_class(self) -> list[Child]:
        """The teacher's children."""
        return self.children[:FIRST_CLASS]


def build_places(children: int) -> Town:
    """Places and people for so many children."""
    town = Town(class_of=[max(0, (number - FIRST_CLASS) // CLASS + 1) for number in range(children)])
    town.class_of[:FIRST_CLASS] = [0] * min(FIRST_CLASS, children)
    _houses(town)
    _staff(town)
    _families(town)
    write(Enrolment, _enrolments(town))
    return town


def _houses(town: Town) -> None:
    classes = town.class_of[-1] + 1
    schools = (classes - 1) // CLASSES_OF_SCHOOL + 1
    town.units = write(
        Unit, (Unit(name=f"Skole {n}", kind="skole", opens=OPENED, source_id=f"u{n}") for n in range(schools)), keep=True
    )
    rows = (
        Group(
            unit=town.units[n // CLASSES_OF_SCHOOL],
            name=f"{n // 3 % 10}.{'ABC'[n % 3]}",
            kind="klasse",
            opens=OPENED,
            source_id=f"g{n}",
        )
        for n in range(classes)
    )
    town.groups = write(Group, rows, keep=True)


def _staff(town: Town) -> None:
    """Two who assess each class, a leader of each school, a health visitor for every five schools."""
    houses = [group.unit for group in town.groups]
    town.teachers = _employed("laerer", houses)
    town.partners = _employed("paedagog", houses)
    _employed("leder", town.units)
    town.visitors = _employed("sundhedsplejerske", town.units[::SCHOOLS_OF_VISITOR])
    write(Assignment, _assignments(town))


def _employed(role: str, units: list[Unit]) -> list[Employment]:
    names = ((FIRST_NAMES[n % len(FIRST_NAMES)], LAST_NAMES[n % len(LAST_NAMES)]) for n in range(len(units)))
    rows = (Person(first_name=one, last_name=two, source_id=f"{role}{n}") for n, (one, two) in enumerate(names))
    people = write(Person, rows, keep=True)
    jobs = (
        Employment(person=person, unit=unit, role=role, opens=OPENED, source_id=f"{role}{n}")
        for n, (person, unit) in enumerate(zip(people, units, strict=True))
    )
    return write(Employment, jobs, keep=True)


def _assignments(town: Town) -> Iterator[Assignment]:
    since = clock.local_midnight(SCHOOL_YEAR)
    for role, staff in (("t", town.teachers), ("p", town.partners)):
        for n, (job, group) in enumerate(zip(staff, town.groups, strict=True)):
            yield Assignment(employment=job, unit=job.unit, group=group, assesses=True, opens_at=since, source_id=f"{role}{n}")
    for n, unit in enumerate(town.units):
        yield Assignment(employment=town.visitors[n // SCHOOLS_OF_VISITOR], unit=unit, opens_at=since, source_id=f"v{n}")


def _families(town: Town) -> None:
    town.children = write(Child, (_child(n, room) for n, room in enumerate(town.class_of)), keep=True)
    adults = (
        Guardian(first_name=FIRST_NAMES[n % 13], last_name=child.last_name, source_id=f"a{n}")
        for n, child in enumerate(town.children)
    )
    town.guardians = write(Guardian, adults, keep=True)
    rows = (
        Custody(child=child, guardian=adult, kind="ene", lives_with=True, opens=child.birth_date, source_id=f"c{n}")
        for n, (child, adult) in enumerate(zip(town.children, town.guardians, strict=True))
    )
    write(Custody, rows)


def _child(number: int, room: int) -> Child:
    first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number // 13 % len(LAST_NAMES)]
    born = date(2019 - room // 3 % 10, 1, 15) + timedelta(days=number % 300)
    child = Child(first_name=first, last_name=f"{last} {number}", birth_date=born, source_id=f"b{number}")
    child.set_derived()
    return child


def _enrolments(town: Town) -> Iterator[Enrolment]:
    """The class of today, and eight places that have ended: each child's own way through the schools."""
    for number, (child, room) in enumerate(zip(town.children, town.class_of, strict=True)):
        yield _enrolment(child, town.groups[room], SCHOOL_YEAR, None, f"e{number}")
        for past in range(PAST_ENROLMENTS):
            year, before = 2017 + past, town.groups[(room * 7 + past * 13) % len(town.groups)]
            yield _enrolment(child, before, date(year, 8, 1), date(year + 1, 7, 31), f"e{number}-{past}")


def _enrolment(child: Child, group: Group, opens: date, closes: date | None, key: str) -> Enrolment:
    return Enrolment(child=child, unit_id=group.unit_id, group=group, opens=opens, closes=closes, source_id=key)

"""A class, its two assessors and the near misses around them; the round of the class can be brought to any state."""

from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from vejviser.accounts.models import Person
from vejviser.children.models import Child, Custody, Enrolment, Guardian
from vejviser.foundation import clock
from vejviser.organisation.models import Assignment, Employment, Group, Unit
from vejviser.screening.actions.assess import Choice, choose, reveal
from vejviser.screening.actions.plan import give_notice, plan_round
from vejviser.screening.models import GroupRound, Round, RoundChild

START = date(2025, 8, 1)
STARTS, DUE = date(2026, 3, 2), date(2026, 3, 31)
NAMES = ("Anton", "Ella", "Filippa", "Karla", "Åse")


@dataclass
class School:
    """2.B is assessed by Jonas and Pia; Nadia has the class next door, Ole had 2.B until February, Emil does not assess."""

    unit: Unit
    group: Group
    next_door: Group
    jonas: Person
    pia: Person
    nadia: Person
    ole: Person
    emil: Person
    ulla: Person
    henrik: Person
    ib: Person
    children: dict[str, Child] = field(default_factory=dict)

    def plan(self) -> GroupRound:
        """A planned round of 2.B."""
        plan_round(by=self.ib, name="Forår 2026", starts=STARTS, due=DUE, kinds=["skole"])
        return GroupRound.objects.select_related("group__unit", "round").get(group=self.group)

    def tell(self, group_round: GroupRound, *languages: str) -> GroupRound:
        """Tell the parents; opens the group when nothing else is missing."""
        sent_on = date(2026, 2, 12)
        give_notice(
            by=self.ib,
            group_round=group_round,
            text="2026-1",
            channel="besked",
            sent_on=sent_on,
            languages=languages or ("da",),
        )
        group_round.refresh_from_db()
        return group_round

    def open(self) -> GroupRound:
        """A round of 2.B in which Jonas and Pia may assess."""
        return self.tell(self.plan())

    def row(self, name: str, round_: Round | None = None) -> RoundChild:
        """The newest row of a child, or that of a round."""
        rows = RoundChild.objects.filter(child=self.children[name], group_round__group=self.group)
        found = rows.filter(group_round__round=round_) if round_ else rows
        return found.select_related("child", "group_round__group__unit", "group_round__round").latest("pk")

    def assess(self, person: Person, **positions: str) -> None:
        """Choose thriving for every child, except those named otherwise; a reason for "fravaer"."""
        for name in self.children:
            wanted = positions.get(name, "trives")
            choice = Choice(reason=wanted, id=uuid4()) if wanted == "fravaer" else Choice(position=wanted, id=uuid4())
            choose(by=person, row=self.row(name), choice=choice)

    def talk(self, **positions: str) -> GroupRound:
        """A revealed round: Jonas chose `positions`, Pia thriving for everybody."""
        self.plan()
        return self.run(**positions)

    def run(self, **positions: str) -> GroupRound:
        """Tell, assess and reveal the planned round of the group."""
        group_round = self.tell(GroupRound.objects.select_related("group__unit", "round").get(group=self.group))
        self.assess(self.jonas, **positions)
        self.assess(self.pia)
        return self.reveal(group_round)

    def reveal(self, group_round: GroupRound) -> GroupRound:
        """Jonas lays the assessments side by side."""
        return reveal(by=self.jonas, group_round=group_round)


@pytest.fixture
def school(db: None) -> School:
    unit = make_unit("Søvangskolen", "skole")
    group, next_door = (make_group(unit, name) for name in ("2.B", "2.A"))
    jonas, pia = work("Jonas", unit, group, assesses=True), work("Pia", unit, group, assesses=True, role="paedagog")
    ole = work("Ole", unit, group, assesses=True)
    Employment.objects.filter(person=ole).update(closes=date(2026, 2, 28))
    made = School(
        unit=unit,
        group=group,
        next_door=next_door,
        jonas=jonas,
        pia=pia,
        nadia=work("Nadia", unit, next_door, assesses=True),
        ole=ole,
        emil=work("Emil", unit, group),
        ulla=work("Ulla", unit, None, role="leder"),
        henrik=work("Henrik", make_unit("Mælkebøtten", "boernehave"), None, role="leder"),
        ib=work("Ib", make_unit("Center", "ekstern"), None, role="systemadministrator"),
    )
    for name in NAMES:
        made.children[name] = enrol(name, unit, group)
    return made


def make_unit(name: str, kind: str) -> Unit:
    return Unit.objects.create(name=name, kind=kind, opens=START, source_id=name)


def make_group(unit: Unit, name: str, kind: str = "klasse") -> Group:
    return Group.objects.create(unit=unit, name=name, kind=kind, opens=START, source_id=name)


def work(name: str, unit: Unit, group: Group | None, *, assesses: bool = False, role: str = "laerer") -> Person:
    """An employment since August and, with a group, an assignment to it."""
    person = Person.objects.create(first_name=name, last_name="Test", source_id=name)
    job = Employment.objects.create(person=person, unit=unit, role=role, opens=START, source_id=name)
    if group:
        name_for(job, group, assesses=assesses)
    return person


def name_for(job: Employment, group: Group, *, assesses: bool = True) -> Assignment:
    """Assign an employment to a group."""
    return Assignment.objects.create(
        employment=job,
        unit=group.unit,
        group=group,
        assesses=assesses,
        opens_at=clock.local_midnight(START),
        source_id=f"{job.source_id}-{group.name}",
    )


def enrol(name: str, unit: Unit, group: Group, language: str = "dansk", born: date = date(2017, 9, 2)) -> Child:
    """A child of the group with one adult who holds custody and speaks a language."""
    child = Child.objects.create(first_name=name, last_name="Test", birth_date=born, source_id=f"child-{name}")
    Enrolment.objects.create(child=child, unit=unit, group=group, opens=START, source_id=f"e-{name}")
    adult = Guardian.objects.create(first_name="Mor", last_name="Test", language=language, source_id=f"adult-{name}")
    Custody.objects.create(child=child, guardian=adult, kind="ene", opens=START, source_id=f"c-{name}")
    return child


def as_person(person: Person) -> Client:
    """A browser in which the person is signed in."""
    client = Client()
    client.force_login(person)
    return client

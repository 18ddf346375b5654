"""Mælkebøtten and its neighbours, with one of everybody who must see something, and of everybody who must not."""

import uuid
from datetime import date, timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from vejviser.access.actions import grant
from vejviser.access.models import Relation, SharingBasis
from vejviser.accounts.models import Person
from vejviser.children.models import Child, Custody, Enrolment, Guardian
from vejviser.foundation import clock
from vejviser.organisation.models import Assignment, Employment, Group, Unit
from vejviser.relaylog.models import Log, Participant
from vejviser.relaylog.task_actions import follow_dates
from vejviser.screening.models import GroupRound, Round

START = date(2025, 8, 1)


class House:
    """Solsikkerne with Alma, Konrad and Agnes; Kløverne with Otto; and the people who work in and around it."""

    def __init__(self) -> None:
        self.unit = self.make_unit("Mælkebøtten", "boernehave")
        self.school = self.make_unit("Søvangskolen", "skole")
        self.town_hall = self.make_unit("Rådhuset", "familieraadgivning")
        self.sun, self.clover = self.make_group("Solsikkerne"), self.make_group("Kløverne")
        self.alma = self.child("Alma", "Vestergaard", self.sun, born=date(2020, 8, 4))
        self.konrad = self.child("Konrad", "Brandt", self.sun, born=date(2021, 9, 1))
        self.otto = self.child("Otto", "Kvist", self.clover, born=date(2021, 1, 1))
        self.mette = self.worker("mette", self.sun)
        self.nadia = self.worker("nadia", self.clover)
        self.ole = self.worker("ole", self.sun)
        Employment.objects.filter(pk=self.ole.pk).update(closes=date(2026, 2, 28))
        self.emil = self.worker("emil", self.sun)
        Assignment.objects.filter(employment=self.emil).update(
            opens_at=clock.local_midnight(clock.today()), closes_at=clock.now() + timedelta(hours=8)
        )
        self.henrik = self.employ("henrik", "leder", self.unit)
        self.ulla = self.employ("ulla", "leder", self.school)
        self.line = self.employ("line", "ppr_psykolog", self.town_hall)
        self.karl = self.employ("karl", "ekstern_udfoerer", self.make_unit("Springbræt", "ekstern"))
        self.signe = self.employ("signe", "myndighedsraadgiver", self.town_hall)
        self.poul = self.employ("poul", "politiker", self.town_hall)
        self.lone = self.employ("lone", "centerchef", self.town_hall)

    def make_unit(self, name: str, kind: str) -> Unit:
        return Unit.objects.create(name=name, kind=kind, opens=START, source_id=name)

    def make_group(self, name: str) -> Group:
        return Group.objects.create(unit=self.unit, name=name, kind="stue", opens=START, source_id=name)

    def employ(self, key: str, role: str, unit: Unit) -> Employment:
        person = Person.objects.create(first_name=key.title(), last_name="Prøve", source_id=f"emp-{key}")
        return Employment.objects.create(person=person, unit=unit, role=role, opens=START, source_id=key)

    def worker(self, key: str, group: Group) -> Employment:
        work = self.employ(key, "paedagog", group.unit)
        self.assign(work, group.unit, group)
        return work

    def assign(self, work: Employment, unit: Unit, group: Group | None) -> Assignment:
        opened = clock.local_midnight(START)
        source_id = uuid.uuid4().hex
        return Assignment.objects.create(employment=work, unit=unit, group=group, opens_at=opened, source_id=source_id)

    def child(self, first: str, last: str, group: Group | None = None, born: date = date(2021, 1, 1), **more: object) -> Child:
        child = Child(first_name=first, last_name=last, birth_date=born, source_id=f"child-{first}-{last}")
        for name, value in more.items():
            setattr(child, name, value)
        child.save()
        if group:
            Enrolment.objects.create(child=child, unit=group.unit, group=group, opens=START, source_id=uuid.uuid4().hex)
        return child

    def move_away(self, child: Child, days_ago: int) -> None:
        Enrolment.objects.filter(child=child).update(closes=clock.today() - timedelta(days=days_ago))

    def parent(self, child: Child, name: str, phone: str, **custody: object) -> Guardian:
        guardian = Guardian.objects.create(first_name=name, last_name="Forælder", phone=phone, source_id=name)
        row = Custody(child=child, guardian=guardian, kind="faelles", opens=START, source_id=name)
        for field, value in custody.items():
            setattr(row, field, value)
        row.save()
        return guardian

    def tie(self, work: Employment, child: Child, kind: str = "LOG", capacity: str = "") -> Relation:
        """A granted relation by law, as a log or a case would grant it."""
        basis = SharingBasis.objects.create(child=child, kind="law", opens=START, by=work.person.ref)
        return grant(
            by=work.person, employment=work, child=child, kind=kind, source_kind="test", source=uuid.uuid4(),
            basis=basis, capacity=capacity,
        )  # fmt: skip

    def log(self, work: Employment, child: Child, days: int) -> Log:
        """An open log whose baton the person of an employment holds, with the next date so many days from now."""
        due = clock.today() + timedelta(days=days)
        log = Log.objects.create(
            child=child, opened_on=START, opened_by=work.person, next_on=due, next_what="Opfølgning", review_on=due
        )
        tie = self.tie(work, child, "LOG", "holder")
        Participant.objects.create(
            log=log, kind="staff", employment=work, capacity="holder", holds_since=START, basis=tie.basis
        )
        follow_dates(log, work.person)
        return log

    def round(self, group: Group, state: str = "open") -> GroupRound:
        """A group's round in this spring's."""
        spring, _made = Round.objects.get_or_create(name="Forår 2026", edition="1", planned_by=self.henrik.person)
        return GroupRound.objects.create(
            round=spring, group=group, state=state, starts=clock.today(), due=clock.today() + timedelta(days=9)
        )


def door(work: Employment) -> Client:
    """A browser in which the person of an employment has stepped in."""
    client = Client()
    client.post("/demo/", {"person": work.person.source_id.removeprefix("emp-")})
    return client


def page(work: Employment, path: str) -> str:
    """What the person reads at an address."""
    return door(work).get(path).content.decode()


def statements(work: Employment, path: str) -> list[str]:
    """The statements a signed-in person's second visit to a page costs; beginning and ending a transaction is not counted."""
    client = door(work)
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    sql = [query["sql"] for query in captured.captured_queries]
    return [one for one in sql if not one.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]

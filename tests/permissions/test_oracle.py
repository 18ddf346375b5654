"""2,000 random steps of a municipality's life; after each, the product and the oracle agree about everybody and every child."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace as Fact

import pytest

from tests.permissions.oracle import World
from vejviser.access import actions
from vejviser.access.models import Consent, Relation, SharingBasis, SightRows
from vejviser.access.queries import visible
from vejviser.accounts.models import Person
from vejviser.children.models import Child, Custody, Enrolment, Guardian
from vejviser.foundation import clock
from vejviser.foundation.crypto import blind_index
from vejviser.organisation.models import Assignment, Employment, Group, Unit

pytestmark = pytest.mark.django_db
MATRIX = str(Path(__file__).resolve().parents[2] / "docs" / "access.csv")
START = date(2025, 8, 1)
QUESTIONS = [("D1", "R"), ("D3", "R"), ("D3", "W"), ("D3", "M"), ("D5", "R"), ("D7", "W"), ("D10", "W"), ("D6", "R")]
ROLES = ["paedagog", "laerer", "leder", "sundhedsplejerske", "ppr_psykolog", "frontteam", "politiker"]
PEOPLE, CHILDREN, RUNS, STEPS = 5, 4, 40, 50


class Town:
    """The same happenings told to the product and to the oracle."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.now = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
        authorities = {"a": "kommunen", "b": "kommunen", "c": "regionen"}
        self.world = World(MATRIX, authorities)
        self.units = {
            key: Unit.objects.create(name=key, kind="skole", authority=authority, opens=START, source_id=key)
            for key, authority in authorities.items()
        }
        self.groups = {
            f"{key}{n}": Group.objects.create(unit=unit, name=f"{key}{n}", kind="klasse", opens=START, source_id=f"{key}{n}")
            for key, unit in self.units.items()
            for n in (1, 2)
        }
        self.people = [Person.objects.create(first_name=f"P{n}", last_name="T", source_id=str(n)) for n in range(PEOPLE)]
        self.children = [
            Child.objects.create(first_name=f"C{n}", last_name="T", birth_date=START, source_id=str(n)) for n in range(CHILDREN)
        ]
        self.happenings: list[Callable[[], None]] = [
            self.hire, self.hire, self.assign, self.assign, self.stand_in, self.enrol, self.enrol, self.move, self.leave,
            self.end_assignment, self.share, self.share, self.withdraw, self.end_share, self.a_day_passes, self.hours_pass,
            self.become_family,
        ]  # fmt: skip

    @property
    def today(self) -> date:
        return self.now.date()

    def live(self, steps: int) -> None:
        for step in range(steps):
            with clock.frozen(self.now):
                self.dice.choice(self.happenings)()
            self.compare(QUESTIONS[step % len(QUESTIONS)])
            self.compare(("D1", "R"))

    def compare(self, question: tuple[str, str]) -> None:
        self.world.now, self.world.today = self.now, self.today
        with clock.frozen(self.now):
            for person in self.people:
                seen = set(visible(person, *question).values_list("source_id", flat=True))
                expected = {c.source_id for c in self.children if self.world.may(person.source_id, c.source_id, *question)}
                assert seen == expected, (person.source_id, question)

    def hire(self) -> None:
        person, unit, role = self.dice.choice(self.people), self.dice.choice(list(self.units)), self.dice.choice(ROLES)
        if any((w.person, w.unit, w.role) == (person.source_id, unit, role) for w in self.world.works):
            return
        last = self.today + timedelta(days=self.dice.choice([0, 1, 5])) if self.dice.random() < 0.4 else None
        row = Employment.objects.create(
            person=person,
            unit=self.units[unit],
            role=role,
            opens=self.today,
            closes=last,
            source_id=str(self.dice.random()),
        )
        self.world.works.append(Fact(person=person.source_id, role=role, unit=unit, first=self.today, last=last, row=row))

    def assign(self, stop: datetime | None = None) -> None:
        if not self.world.works:
            return
        work, unit = self.dice.choice(self.world.works), self.dice.choice(list(self.units))
        group = self.dice.choice([None, f"{unit}1", f"{unit}2"])
        if any(t.work is work and (t.unit, t.group) == (unit, group) and t.stop is None for t in self.world.ties):
            return
        row = Assignment.objects.create(
            employment=work.row,
            unit=self.units[unit],
            group=self.groups[group] if group else None,
            opens_at=self.now,
            closes_at=stop,
        )
        self.world.ties.append(Fact(work=work, unit=unit, group=group, start=self.now, stop=stop, row=row))

    def stand_in(self) -> None:
        self.assign(stop=datetime.combine(self.today, time(17, 0), UTC) + timedelta(days=self.now.hour >= 17))

    def end_assignment(self) -> None:
        ties = [tie for tie in self.world.ties if tie.stop is None]
        if ties:
            tie = self.dice.choice(ties)
            tie.stop = self.now
            Assignment.objects.filter(pk=tie.row.pk).update(closes_at=self.now)

    def enrol(self) -> None:
        child, unit = self.dice.choice(self.children), self.dice.choice(list(self.units))
        group = f"{unit}{self.dice.choice([1, 2])}"
        if any((p.child, p.group, p.last) == (child.source_id, group, None) for p in self.world.places):
            return
        row = Enrolment.objects.create(
            child=child,
            unit=self.units[unit],
            group=self.groups[group],
            opens=self.today,
            source_id=str(self.dice.random()),
        )
        self.world.places.append(Fact(child=child.source_id, unit=unit, group=group, first=self.today, last=None, row=row))

    def leave(self) -> None:
        places = [place for place in self.world.places if place.last is None]
        if places:
            place = self.dice.choice(places)
            place.last = self.today
            Enrolment.objects.filter(pk=place.row.pk).update(closes=self.today)

    def move(self) -> None:
        self.leave()
        self.enrol()

    def share(self) -> None:
        if not self.world.works:
            return
        work, child = self.dice.choice(self.world.works), self.dice.choice(self.children)
        person = next(p for p in self.people if p.source_id == work.person)
        consent, yes = None, None
        if self.dice.random() < 0.7:
            last, state = (
                self.today + timedelta(days=self.dice.choice([0, 2, 90])),
                self.dice.choice(["active", "given"]),
            )
            consent = Consent.objects.create(
                child=child, purpose="log", why="x", data_classes="D5", state=state, opens=self.today, closes=last,
                asked_by=person.ref,
            )  # fmt: skip
            yes = Fact(state=state, last=last, row=consent)
        basis = SharingBasis.objects.create(
            child=child, kind="consent" if consent else "own_task", consent=consent, opens=self.today, by=person.ref
        )
        row = actions.grant(
            by=person, employment=work.row, child=child, kind="LOG", source_kind="log", source=basis.ref, basis=basis
        )
        self.world.shares.append(Fact(work=work, child=child.source_id, consent=yes, start=self.now, stop=None, row=row))

    def withdraw(self) -> None:
        agreed = [share for share in self.world.shares if share.consent]
        if agreed:
            consent = self.dice.choice(agreed).consent
            consent.state = "withdrawn"
            Consent.objects.filter(pk=consent.row.pk).update(state="withdrawn")

    def end_share(self) -> None:
        shares = [share for share in self.world.shares if share.stop is None]
        if shares:
            share = self.dice.choice(shares)
            share.stop = self.now
            assert actions.end(by=self.people[0], kind="LOG", source=share.row.source_id) == 1
            assert Relation.objects.get(pk=share.row.pk).closes_at == self.now

    def a_day_passes(self) -> None:
        self.now += timedelta(days=self.dice.choice([1, 1, 2, 30]))

    def hours_pass(self) -> None:
        self.now += timedelta(hours=self.dice.choice([1, 3]))

    def become_family(self) -> None:
        if self.dice.random() < 0.8:
            return
        person, child = self.dice.choice(self.people), self.dice.choice(self.children)
        number = blind_index(f"01018000{person.source_id:>02}")
        Person.objects.filter(pk=person.pk).update(cpr_hash=number)
        adult, _ = Guardian.objects.get_or_create(
            source_id=person.source_id, defaults={"first_name": "G", "last_name": "T", "cpr_hash": number}
        )
        Custody.objects.get_or_create(child=child, guardian=adult, closes=None, defaults={"kind": "ene", "opens": START})
        self.world.family.add((person.source_id, child.source_id))


@pytest.mark.parametrize("seed", range(RUNS))
def test_product_and_oracle_agree(seed: int) -> None:
    Town(seed).live(STEPS)


def _forgets_when_a_tie_ends(rows: SightRows) -> SightRows:
    return rows.filter(work_opens__lte=clock.today(), place_opens__lte=clock.today())


def _live_all() -> None:
    for seed in range(RUNS):
        Town(seed).live(STEPS)


def test_a_wrong_rule_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SightRows, "open", _forgets_when_a_tie_ends)
    with pytest.raises(AssertionError):
        _live_all()

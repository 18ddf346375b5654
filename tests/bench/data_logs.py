"""Relay logs in bulk, with consent, people, entries and the holder's task; and a record of looks to stand beside."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from tests.bench.bulk import write
from tests.bench.data_places import Town
from vejviser.access.models import Consent, ConsentSigner, Relation, SharingBasis
from vejviser.audit.models import Look, LookChild
from vejviser.foundation import clock
from vejviser.organisation.models import Employment
from vejviser.relaylog.models import Entry, LevelActed, LevelView, Log, Participant
from vejviser.relaylog.tasks import NEXT
from vejviser.worklist.models import Task

# One child in four has a log; 34 entries in each make a million for 120,000 children.
EVERY, ENTRIES = 4, 34
TEXT = "Kom glad i dag og legede i køkkenet med to andre. Faldt til ro efter fem minutter ved vinduet. "


def build_logs(town: Town) -> int:
    """A log for every fourth child, held by its teacher; gives the number of entries."""
    places = list(range(0, len(town.children), EVERY))
    holders = [town.teachers[town.class_of[n]] for n in places]
    logs = write(Log, (_log(town, n, job) for n, job in zip(places, holders, strict=True)), keep=True)
    _agreed(town, places, logs)
    bases = write(SharingBasis, (_basis(log) for log in logs), keep=True)
    people = write(Participant, _holders(logs, holders, bases), keep=True)
    write(Participant, _family(town, places, logs))
    write(Relation, _relations(logs, holders, bases))
    write(Entry, _entries(logs, people))
    write(
        LevelView, (LevelView(log=one.log, voice=one, level=3, words="Det går fremad.", by=one.log.opened_by) for one in people)
    )
    write(
        LevelActed, (LevelActed(log=log, level=2, reason="Vi ser det samme.", names="Alle", by=log.opened_by) for log in logs)
    )
    write(Task, _tasks(logs, holders))
    return len(logs) * ENTRIES


def build_looks(town: Town) -> int:
    """One look at each child, in the days before; gives the number of children looked at."""
    at, by = clock.now() - timedelta(days=1), town.teacher.ref
    rows = (Look(at=at, person=by, action="page:child", request=uuid4(), salt=uuid4().hex) for _ in town.children)
    looks = write(Look, rows, keep=True)
    seen = (
        LookChild(look=look, child=child.ref, data_classes="D1", relation="INST", basis="own_task", purpose="arbejde")
        for look, child in zip(looks, town.children, strict=True)
    )
    write(LookChild, seen)
    return len(looks)


def _log(town: Town, number: int, holder: Employment) -> Log:
    today = clock.today()
    return Log(
        child=town.children[number],
        opened_on=today - timedelta(days=40),
        opened_by=holder.person,
        next_on=today + timedelta(days=number % 28 + 1),
        next_what="Gode morgener?",
        review_on=today + timedelta(days=50),
    )


def _agreed(town: Town, places: list[int], logs: list[Log]) -> None:
    """The custody holder of every child with a log has said yes to it."""
    today = clock.today()
    rows = (
        Consent(
            child=log.child,
            purpose="log",
            why="Log sammen med familien",
            receiver_unit=town.units[0],
            data_classes="D1 D5 D10 D13",
            state="active",
            opens=today - timedelta(days=41),
            closes=today + timedelta(days=300),
            asked_by=log.opened_by.ref,
        )
        for log in logs
    )
    consents = write(Consent, rows, keep=True)
    signers = (
        ConsentSigner(consent=consent, guardian=town.guardians[n], answer="yes", form="spoken", answered_at=clock.now())
        for n, consent in zip(places, consents, strict=True)
    )
    write(ConsentSigner, signers)


def _basis(log: Log) -> SharingBasis:
    return SharingBasis(child=log.child, kind="own_task", opens=log.opened_on, by=log.opened_by.ref)


def _holders(logs: list[Log], holders: list[Employment], bases: list[SharingBasis]) -> Iterator[Participant]:
    for log, job, basis in zip(logs, holders, bases, strict=True):
        since = log.opened_on
        yield Participant(log=log, kind="staff", employment=job, capacity="holder", holds_since=since, basis=basis)


def _family(town: Town, places: list[int], logs: list[Log]) -> Iterator[Participant]:
    for number, log in zip(places, logs, strict=True):
        yield Participant(log=log, kind="guardian", guardian=town.guardians[number])
        yield Participant(log=log, kind="child")


def _relations(logs: list[Log], holders: list[Employment], bases: list[SharingBasis]) -> Iterator[Relation]:
    opened = clock.now() - timedelta(days=40)
    for log, job, basis in zip(logs, holders, bases, strict=True):
        yield Relation(
            person_id=job.person_id,
            employment=job,
            child=log.child,
            kind="LOG",
            capacity="holder",
            source_kind="log",
            source_id=log.ref,
            basis=basis,
            opens_at=opened,
        )


def _entries(logs: list[Log], people: list[Participant]) -> Iterator[Entry]:
    first = clock.now() - timedelta(days=40)
    for log, voice in zip(logs, people, strict=True):
        for n in range(ENTRIES):
            kind = ("worry", "works", "note")[n % 3]
            yield Entry(log=log, voice=voice, kind=kind, text=TEXT, by=log.opened_by, at=first + timedelta(days=n))


def _tasks(logs: list[Log], holders: list[Employment]) -> Iterator[Task]:
    for log, job in zip(logs, holders, strict=True):
        link = f"/boern/{log.child.ref}/stafetlog/"
        yield Task(kind=NEXT, person_id=job.person_id, child=log.child.ref, link=link, source=log.ref, due=log.next_on)

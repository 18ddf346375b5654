"""What the cast's families have been asked, and what they answered."""

from datetime import date

from vejviser.access.actions import found_basis, grant
from vejviser.access.consent_actions import Answer, Question, ask_consent, note_answer
from vejviser.access.consent_queries import standing
from vejviser.access.models import Consent, SharingBasis
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.demo.history_town import Town
from vejviser.foundation import clock
from vejviser.foundation.workdays import add_months

LOG = ("D1", "D5", "D10", "D13")
SPOKEN = "Sagt ja i en samtale, hvor vi læste spørgsmålet sammen."


def yes_to(town: Town, by: str, child: str, question: Question) -> Consent:
    """Ask, and note today that everybody who must sign has said yes."""
    asked = ask_consent(by=town.person(by), child=town.child(child), question=question)
    for signer in standing(asked).signers:
        answer = Answer("yes", clock.today(), "spoken", SPOKEN)
        asked = note_answer(by=town.person(by), signer=signer, seen=signer.version, answer=answer)
    return asked


def to_open_log(town: Town, house: str, why: str) -> Question:
    """The question whether a log may be opened."""
    return Question("log", why, town.unit(house), LOG, add_months(clock.today(), 12))


def to_take_part(town: Town, key: str, why: str, closes: date, *, named: bool = True) -> Question:
    """The question whether one more service may take part in the log."""
    work = town.work(key)
    person = work.person if named else None
    return Question("log_part", why, work.unit, LOG, closes, work.role, person)


def write(town: Town) -> None:
    """Amira's one answer of two, and the relations that stand until their own packages make them."""
    _amira(town)
    _konrads_intervention(town)
    _elias_course(town)
    _maliks_case(town)


def _amira(town: Town) -> None:
    """Both hold custody; the father has not answered, so PPR sees nothing."""
    line, jonas = town.work("line"), town.person("jonas")
    question = Question(
        purpose="advice",
        why="Vi vil gerne have Line til at give os gode råd om, hvordan Amira kommer godt i gang efter frikvarteret.",
        receiver_unit=line.unit,
        data_classes=("D1", "D3", "D10"),
        closes=town.at("2026-09-04"),
        receiver_role=line.role,
        receiver_person=line.person,
        language="ar",
    )
    with town.on("2026-03-04", "13:20"):
        consent = ask_consent(by=jonas, child=town.child("amira"), question=question)
    with town.on("2026-03-05", "08:05") as today:
        mother = consent.signers.get(guardian=town.parent("amira", "Nour"))
        answer = Answer("yes", today, "spoken", "Nour læste spørgsmålet på arabisk og sagde ja ved aflevering.")
        note_answer(by=jonas, signer=mother, seen=mother.version, answer=answer)


def _konrads_intervention(town: Town) -> None:
    bo = town.work("bo")
    question = Question(
        purpose="intervention",
        why="Bo hjælper jer derhjemme med rolige hentetider og lege, der giver ord.",
        receiver_unit=bo.unit,
        data_classes=("D1", "D10", "D13"),
        closes=town.at("2026-09-15"),
        receiver_role=bo.role,
        receiver_person=bo.person,
    )
    with town.on("2025-10-06", "15:10"):
        consent = yes_to(town, "mette", "konrad", question)
        _give(town, "bo", "konrad", "INTV", _consented(town.person("mette"), consent))


def _elias_course(town: Town) -> None:
    """He signs himself: on every day of the demo he was 15 the day before."""
    karl = town.work("karl")
    question = Question(
        purpose="intervention",
        why="Karl må vide, hvad du hedder, hvor gammel du er, og hvad I to aftaler. Ikke andet.",
        receiver_unit=karl.unit,
        data_classes=("D1", "D10"),
        closes=town.at("2026-06-30"),
        receiver_role=karl.role,
        receiver_person=karl.person,
    )
    with town.on("2026-03-09", "14:30"):
        consent = yes_to(town, "sofie", "elias", question)
        _give(town, "karl", "elias", "INTV", _consented(town.person("sofie"), consent))


def _maliks_case(town: Town) -> None:
    with town.on("2026-01-20", "09:30"):
        signe = town.person("signe")
        basis = found_basis(by=signe, child=town.child("malik"), kind="law", note="Barnets lov § 20: børnefaglig undersøgelse.")
        _give(town, "signe", "malik", "CASE", basis)


def _consented(by: Person, consent: Consent) -> SharingBasis:
    child: Child = consent.child
    return found_basis(by=by, child=child, kind="consent", consent=consent)


def _give(town: Town, key: str, child: str, kind: str, basis: SharingBasis) -> None:
    """The source is the basis itself, until the package of the intervention or the case has a row of its own."""
    work = town.work(key)
    grant(
        by=work.person,
        employment=work,
        child=town.child(child),
        kind=kind,
        source_kind={"INTV": "intervention", "CASE": "case"}[kind],
        source=basis.ref,
        basis=basis,
    )

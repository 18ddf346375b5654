"""A house with one child, two parents and the people around them, for the tests of consent."""

from datetime import date

from vejviser.access.consent_actions import Answer, Question, ask_consent, note_answer
from vejviser.access.models import Consent
from vejviser.accounts.models import Person
from vejviser.children.models import Child, Custody, Enrolment, Guardian
from vejviser.foundation import clock
from vejviser.organisation.models import Assignment, Employment, Group, Unit

START = date(2025, 8, 1)


class Family:
    """Alma in Solsikkerne with Mette; Nadia next door; Henrik leads; Line in PPR; Camilla and Rasmus share custody."""

    def __init__(self) -> None:
        self.house = Unit.objects.create(name="Mælkebøtten", kind="boernehave", opens=START, source_id="u-house")
        self.ppr = Unit.objects.create(name="PPR", kind="ppr", opens=START, source_id="u-ppr")
        self.room = self.group("Solsikkerne")
        self.alma = Child.objects.create(
            first_name="Alma", last_name="Vestergaard", birth_date=date(2020, 8, 4), source_id="alma"
        )
        Enrolment.objects.create(child=self.alma, unit=self.house, group=self.room, opens=START, source_id="e")
        self.camilla, self.rasmus = self.parent("Camilla"), self.parent("Rasmus")
        self.mette = self.worker("Mette", "paedagog", self.room)
        self.jens = self.worker("Jens", "paedagog", self.room)
        self.nadia = self.worker("Nadia", "paedagog", self.group("Kløverne"))
        self.henrik = self.employ("Henrik", "leder", self.house)
        self.line = self.employ("Line", "ppr_psykolog", self.ppr)

    def group(self, name: str) -> Group:
        return Group.objects.create(unit=self.house, name=name, kind="stue", opens=START, source_id=name)

    def parent(self, name: str, kind: str = "faelles") -> Guardian:
        guardian = Guardian.objects.create(first_name=name, last_name="Vestergaard", source_id=name)
        Custody.objects.create(child=self.alma, guardian=guardian, kind=kind, opens=START, source_id=f"c-{name}")
        return guardian

    def employ(self, name: str, role: str, unit: Unit) -> Employment:
        person = Person.objects.create(first_name=name, last_name="Test", source_id=name)
        return Employment.objects.create(person=person, unit=unit, role=role, opens=START, source_id=name)

    def worker(self, name: str, role: str, group: Group) -> Employment:
        work = self.employ(name, role, group.unit)
        opened = clock.local_midnight(START)
        Assignment.objects.create(employment=work, unit=group.unit, group=group, opens_at=opened, source_id=name)
        return work

    def question(self, **changes: object) -> Question:
        """May Line give advice on Alma, until September?"""
        asked: dict[str, object] = {
            "purpose": "advice",
            "why": "Vi vil gerne have råd om Almas morgener.",
            "receiver_unit": self.ppr,
            "receiver_role": "ppr_psykolog",
            "receiver_person": self.line.person,
            "data_classes": ("D1", "D3", "D10"),
            "closes": date(2026, 8, 4),
        }
        return Question(**{**asked, **changes})  # type: ignore[arg-type]

    def ask(self, **changes: object) -> Consent:
        return ask_consent(by=self.mette.person, child=self.alma, question=self.question(**changes))

    def says(self, guardian: Guardian | None, answer: str, consent: Consent, day: date | None = None) -> Consent:
        signer = consent.signers.get(guardian=guardian)
        told = Answer(answer, day or clock.today(), "spoken", "Sagt ved aflevering")
        return note_answer(by=self.mette.person, signer=signer, seen=signer.version, answer=told)

    def given(self, **changes: object) -> Consent:
        """Asked, and both parents have said yes."""
        consent = self.ask(**changes)
        self.says(self.camilla, "yes", consent)
        return self.says(self.rasmus, "yes", consent)

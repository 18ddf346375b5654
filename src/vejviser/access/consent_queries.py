"""Consents as they stand today: who must say yes, who has, and whether anything is shared."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from vejviser.access import consent_rules as rules
from vejviser.access.consent_receivers import receiver_name
from vejviser.access.consent_texts import DATA_CLASSES
from vejviser.access.models import Consent, ConsentSigner
from vejviser.access.permissions import ChildSight
from vejviser.access.queries import readers
from vejviser.access.rules import openings
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.foundation.child_url import child_url
from vejviser.foundation.results import NotVisible, RuleBroken
from vejviser.foundation.workdays import add_workdays
from vejviser.organisation.models import Employment
from vejviser.organisation.setting_queries import number

ANSWER_WORKDAYS = 7


@dataclass(frozen=True)
class Standing:
    """A consent and what it comes to today. `given` of `needed` signers have said yes."""

    consent: Consent
    state: str
    given: int
    needed: int

    @property
    def shares(self) -> bool:
        return self.state in rules.SHARING

    @property
    def next_step(self) -> str:
        """The code of what is done next; its words are in `consent_texts`."""
        return rules.CONSENT[self.state].next

    @property
    def signers(self) -> list[ConsentSigner]:
        """Those whose answer counts, in the order they were asked."""
        return [signer for signer in self.consent.signers.all() if signer.required]

    @property
    def receiver(self) -> str:
        """Who may read, in words: a name, a role and a unit as far as they are known."""
        row = self.consent
        return receiver_name(str(row.receiver_unit), row.receiver_role, row.receiver_person)

    @property
    def data_words(self) -> list[str]:
        """What may be shared, in words."""
        return [str(DATA_CLASSES[code]) for code in self.consent.data_classes.split()]

    @property
    def notice_on(self) -> date:
        """When whoever asked is told that it soon ends."""
        return self.consent.closes - timedelta(days=number("consent.notice_before_days"))

    @property
    def answer_by(self) -> date:
        """By when whoever asked talks with those who are silent."""
        return add_workdays(self.consent.opens, ANSWER_WORKDAYS)

    @property
    def next_date(self) -> date | None:
        """When the next step comes; None when there is none."""
        return self.notice_on if self.shares else None

    @property
    def next_path(self) -> str:
        """The page of the question that took this one's place, if any."""
        new = self.consent.replaced_by
        return child_url(self.consent.child.ref, f"samtykke/{new.ref}") if new else ""

    @property
    def may_change(self) -> bool:
        """Whether another question may take this one's place."""
        return "supersede" in rules.CONSENT[self.consent.state].moves

    @property
    def is_open(self) -> bool:
        """Whether answers are still waited for."""
        return self.state in rules.OPEN

    @property
    def waiting(self) -> list[ConsentSigner]:
        """Those who have not answered."""
        return [signer for signer in self.signers if signer.answer == "waiting"]


@dataclass(frozen=True)
class Line:
    """A consent in one line of the child's page."""

    ref: UUID
    purpose: str
    receiver: str
    closes: date
    shares: bool
    given: int
    needed: int


def current_lines(sight: ChildSight) -> list[Line]:
    """What is asked or shares now, in one statement: the child's page has no room for more."""
    required = Q(signers__required=True)
    shares = Exists(Consent.objects.sharing().filter(pk=OuterRef("pk")))
    rows = Consent.objects.filter(child=sight.child, state__in=rules.OPEN | rules.SHARING, closes__gte=clock.today())
    counted = rows.select_related("receiver_unit", "receiver_person").annotate(
        shares=shares,
        needed=Count("signers", filter=required),
        given=Count("signers", filter=required & Q(signers__answer="yes")),
    )
    return [_line(row) for row in counted.order_by("pk")]


def consents(sight: ChildSight) -> list[Standing]:
    """Every consent about the child, newest first."""
    return [standing(row) for row in _of(sight)]


def consent(sight: ChildSight, ref: UUID) -> Standing:
    """One consent about the child. Raises NotVisible for another child's."""
    row = _of(sight).filter(ref=ref).first()
    if row is None:
        raise NotVisible("consent")
    return standing(row)


def standing(row: Consent) -> Standing:
    """What a consent comes to today."""
    known = facts(row)
    given, needed = rules.count(known)
    state = rules.standing(known, clock.today(), number("consent.notice_before_days"))
    return Standing(row, state, given, needed)


def joined(rows: QuerySet[Consent]) -> QuerySet[Consent]:
    """With everything `standing` reads, in four statements however many rows."""
    signers = ConsentSigner.objects.select_related("guardian").order_by("pk")
    return rows.select_related("child", "receiver_unit", "receiver_person", "replaced_by").prefetch_related(
        Prefetch("signers", signers), "child__custodies__guardian"
    )


def facts(row: Consent) -> rules.Consent:
    """The row as the rules know it; the signers are today's."""
    try:
        required = signers_today(row.child, row.data_classes.split(), row.purpose)
    except RuleBroken:
        required = frozenset()
    answers = {key_of(signer, row.child): signer.answer for signer in row.signers.all()}
    return rules.Consent(
        required=required,
        asked=row.state != "draft",
        answers={key: answer for key, answer in answers.items() if answer in ("yes", "no")},
        begins=row.opens,
        ends=row.closes,
        withdrawn=row.state == "withdrawn" or "withdrawn" in answers.values(),
        superseded=row.state == "superseded",
    )


def signers_today(child: Child, data_classes: Iterable[str], purpose: str) -> frozenset[UUID]:
    """The refs of the guardians who must say yes today, or the child's own. Raises RuleBroken("nobody_can_sign")."""
    custody = [
        rules.CustodyHolder(row.guardian.ref, row.kind, row.opens, row.closes, row.guardian.dead)
        for row in child.custodies.all()
    ]
    return rules.required_signers(child.ref, child.birth_date, list(data_classes), purpose, custody, clock.today())


def key_of(signer: ConsentSigner, child: Child) -> UUID:
    """By which ref the rules know a signer."""
    return signer.guardian.ref if signer.guardian else child.ref


def fits(row: Consent, employment: Employment) -> bool:
    """Whether the person of an employment is the receiver the family was asked about."""
    role_fits = row.receiver_role in ("", employment.role)
    person_fits = row.receiver_person_id in (None, employment.person_id)
    return row.receiver_unit_id == employment.unit_id and role_fits and person_fits


def keeper(child: Child, asked_by: UUID) -> Person | None:
    """Who looks after a question: whoever asked it, if they still may; else the primary adult or another who may."""
    may_ask = openings("D11", "W")
    able = [way for way in readers(child, "D11") if way.way in may_ask]
    able.sort(key=lambda way: (way.person.ref != asked_by, way.capacity != "primary", way.pk))
    return able[0].person if able else None


def _line(row: Consent) -> Line:
    """The row carries the three annotations."""
    counted = vars(row)
    who = receiver_name(str(row.receiver_unit), row.receiver_role, row.receiver_person)
    return Line(row.ref, row.purpose, who, row.closes, counted["shares"], counted["given"], counted["needed"])


def _of(sight: ChildSight) -> QuerySet[Consent]:
    if not sight.may("D11"):
        raise NotVisible("consents")
    return joined(Consent.objects.filter(child=sight.child)).order_by("-created_at", "-pk")

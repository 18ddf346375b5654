"""Asking a family for consent, and noting what each signer answers. The states are worked out by `consent_rules`."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from vejviser.access import consent_rules as rules
from vejviser.access.actions import end
from vejviser.access.consent_queries import ANSWER_WORKDAYS, facts, joined, keeper, key_of, signers_today, standing
from vejviser.access.models import Consent, ConsentSigner, Relation
from vejviser.access.permissions import see
from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.foundation.child_url import child_url
from vejviser.foundation.results import NotVisible, RuleBroken
from vejviser.foundation.states import move
from vejviser.foundation.workdays import add_workdays
from vejviser.organisation.models import Unit
from vejviser.organisation.setting_queries import number
from vejviser.worklist.actions import finish, give


@dataclass(frozen=True)
class Question:
    """What a family is asked: one receiver, one purpose."""

    purpose: str
    why: str
    receiver_unit: Unit | None
    data_classes: tuple[str, ...]
    closes: date | None
    receiver_role: str = ""
    receiver_person: Person | None = None
    language: str = "da"


@dataclass(frozen=True)
class Answer:
    """What one signer said: "yes" or "no", on which day, on paper or spoken (then with a note)."""

    answer: str
    day: date
    form: str = "paper"
    note: str = ""


@transaction.atomic
def ask_consent(*, by: Person, child: Child, question: Question) -> Consent:
    """Ask everybody who must sign today. Nothing is shared before all of them have said yes."""
    _check_may_ask(by, child)
    _check(child, question)
    same = _values(question)
    if Consent.objects.filter(child=child, state__in=rules.OPEN, **_who(same)).exists():
        raise RuleBroken("consent_is_asked")
    return _put(by, child, same)


@transaction.atomic
def change_question(*, by: Person, consent: Consent, seen: int, question: Question) -> Consent:
    """Put another question in place of this one: what was answered falls away and everybody is asked again."""
    _check_may_ask(by, consent.child)
    _check(consent.child, question)
    new = _put(by, consent.child, _values(question))
    consent.replaced_by = new
    _settle(by, consent, "supersede", seen)
    return new


@transaction.atomic
def take_back_question(*, by: Person, consent: Consent, seen: int) -> Consent:
    """Stop asking, while not everybody has answered."""
    _check_may_ask(by, consent.child)
    if standing(consent).state not in rules.OPEN:
        raise RuleBroken("question_is_closed")
    return _settle(by, consent, "withdraw", seen)


@transaction.atomic
def note_answer(*, by: Person, signer: ConsentSigner, seen: int, answer: Answer) -> Consent:
    """Note what one signer said. The last yes lets the receiver read; one no, now or later, ends it at once."""
    consent = _locked(signer.consent)
    _check_may_ask(by, consent.child)
    rules.check_noted(answer.form, answer.note, answer.day, clock.today())
    event = _event(consent, signer, answer.answer)
    _note(by, signer, seen, event, answer)
    consent = _locked(consent)
    if event == "yes" and rules.shares(facts(consent), clock.today()):
        consent.state = move(rules.CONSENT, consent.state, "yes")
        event = "begin"
    return _settle(by, consent, event, consent.version)


@transaction.atomic
def keep_true(*, consent: Consent) -> str:
    """For the job: move a consent to where its dates and today's signers have brought it. Returns the event or ""."""
    if consent.state in rules.OPEN:
        _match_signers(consent, facts(consent).required)
        consent = _locked(consent)
    now = standing(consent).state
    event = {"expired": "expire", "expiring": "near_end", "active": "begin"}.get(now, "")
    if consent.state in rules.SHARING and now not in rules.SHARING:
        event = "expire"
    if now == consent.state or event not in rules.CONSENT[consent.state].moves:
        return ""
    _settle(None, consent, event, consent.version)
    return event


def _check_may_ask(by: Person, child: Child) -> None:
    if not see(by, child.ref).may("D11", "W"):
        raise NotVisible("consent_ask")


def _check(child: Child, question: Question) -> None:
    today = clock.today()
    classes, purpose = question.data_classes, question.purpose
    rules.check_receiver(purpose, classes, question.receiver_unit is not None)
    last = rules.last_day(child.birth_date, classes, purpose, today)
    rules.check_question(question.why, classes, today, question.closes, number("consent.months"), last)


def _values(question: Question) -> dict[str, Any]:
    return {**vars(question), "data_classes": " ".join(question.data_classes)}


def _who(values: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in ("purpose", "receiver_unit", "receiver_role", "receiver_person")}


def _put(by: Person, child: Child, values: dict[str, Any]) -> Consent:
    today = clock.today()
    state = move(rules.CONSENT, "draft", "ask")
    required = signers_today(child, values["data_classes"].split(), values["purpose"])
    row = Consent.objects.create(child=child, opens=today, asked_by=by.ref, state=state, **values)
    _match_signers(row, required)
    record_change(by=by, action="consent.ask", row=row, child=child.ref, facts={"purpose": row.purpose})
    _task(by, row, "consent.wait", add_workdays(today, ANSWER_WORKDAYS))
    return row


def _match_signers(consent: Consent, required: frozenset[UUID]) -> None:
    """One row for each who must sign; who need not any more keeps the answer, and it counts no more."""
    child = consent.child
    there = {key_of(signer, child): signer for signer in consent.signers.select_related("guardian")}
    custodies = child.custodies.select_related("guardian").order_by("pk")
    keys = {row.guardian.ref: row.guardian for row in custodies} | {child.ref: None}
    for ref, guardian in keys.items():
        if ref in required - there.keys():
            ConsentSigner.objects.create(consent=consent, guardian=guardian)
    for ref, signer in there.items():
        if signer.required != (ref in required):
            signer.required = ref in required
            signer.save_if_unchanged(signer.version, "required")


def _locked(consent: Consent) -> Consent:
    """The row as it is inside this transaction; the version at the end tells whether it stayed so."""
    return joined(Consent.objects.filter(pk=consent.pk)).get()


def _event(consent: Consent, signer: ConsentSigner, answer: str) -> str:
    known, key, today = facts(consent), key_of(signer, consent.child), clock.today()
    if known.answers.get(key) == "yes" and answer == "no":
        rules.check_withdrawal(known, key, today)
        return "withdraw"
    return rules.check_answer(known, key, answer, today)


def _note(by: Person, signer: ConsentSigner, seen: int, event: str, answer: Answer) -> None:
    moment = clock.now() if answer.day == clock.today() else clock.local_midnight(answer.day)
    signer.answer = {"yes": "yes", "refuse": "no", "withdraw": "withdrawn"}[event]
    if event == "withdraw":
        signer.withdrawn_at = moment
    else:
        signer.answered_at = moment
    signer.form, signer.note, signer.noted_by = answer.form, answer.note, by.ref
    fields = ("answer", "answered_at", "withdrawn_at", "form", "note", "noted_by")
    signer.save_if_unchanged(seen, *fields)
    told = {"answer": signer.answer, "form": signer.form}
    record_change(by=by, action="consent.answer", row=signer, child=signer.consent.child.ref, facts=told)


def _settle(by: Person | None, consent: Consent, event: str, seen: int) -> Consent:
    """Move the consent, record it, and tell the one who looks after it."""
    consent.state = move(rules.CONSENT, consent.state, event)
    ended = not rules.CONSENT[consent.state].moves
    consent.ended_at = clock.now() if ended else None
    consent.save_if_unchanged(seen, "state", "ended_at", "replaced_by")
    record_change(by=by, action=f"consent.{event}", row=consent, child=consent.child.ref)
    if consent.state not in rules.OPEN:
        finish(by=by, kind="consent.wait", source=consent.ref)
    if consent.purpose == "log" and event in ("withdraw", "expire", "supersede"):
        _close_the_log(by, consent.child)
    if event in ("refuse", "withdraw", "expire"):
        finish(by=by, kind="consent.ends", source=consent.ref)
        _task(by, consent, f"consent.{event}", clock.today())
    if event == "near_end":
        _task(by, consent, "consent.ends", consent.closes)
    return consent


def _close_the_log(by: Person | None, child: Child) -> None:
    """The family has closed the log for all but its holder, who is left to end it or to ask again."""
    others = Relation.objects.filter(child=child, kind="LOG", closes_at=None).exclude(capacity="holder")
    for row in others.select_related("person"):
        end(by=by, kind="LOG", source=row.source_id, person=row.person, reason="consent")


def _task(by: Person | None, consent: Consent, kind: str, due: date) -> None:
    """A task for whoever looks after the question; they need none about what they have just noted themselves."""
    to = keeper(consent.child, consent.asked_by)
    if to is None or (to == by and kind != "consent.wait"):
        return
    link = child_url(consent.child.ref, f"samtykke/{consent.ref}")
    told = {"receiver": str(consent.receiver_unit)}
    give(to=to, kind=kind, source=consent.ref, link=link, due=due, child=consent.child.ref, facts=told)

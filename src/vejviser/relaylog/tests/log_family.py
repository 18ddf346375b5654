"""Alma's log: Mette holds the baton, Jens and Line take part, the family has said yes."""

from datetime import date, timedelta
from uuid import uuid4

from vejviser.access.consent_actions import ask_consent
from vejviser.access.models import Consent
from vejviser.access.tests.family import Family
from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.foundation.results import NotVisible
from vejviser.organisation.models import Employment
from vejviser.relaylog.actions import open_log
from vejviser.relaylog.baton_actions import offer_baton
from vejviser.relaylog.models import Entry, Handover, Log, Participant
from vejviser.relaylog.participant_actions import add_participant
from vejviser.relaylog.permissions import LogSight, log_page, taking_part
from vejviser.relaylog.voice_actions import Words, write_entry

NEXT = date(2026, 3, 17)
LOG_CLASSES = ("D1", "D5", "D10", "D13")


class LogFamily(Family):
    """The family and its log; `consent` is the one that opened it."""

    log: Log
    consent: Consent

    def ask_for_log(self, **changes: object) -> Consent:
        asked = {"purpose": "log", "receiver_unit": self.house, "receiver_role": "", "receiver_person": None}
        question = self.question(**{"data_classes": LOG_CLASSES, **asked, **changes})
        return ask_consent(by=self.mette.person, child=self.alma, question=question)

    def both_yes(self, consent: Consent) -> Consent:
        self.says(self.camilla, "yes", consent)
        return self.says(self.rasmus, "yes", consent)

    def open(self) -> "LogFamily":
        self.consent = self.both_yes(self.ask_for_log())
        self.open_again()
        return self

    def open_again(self) -> None:
        self.log = open_log(by=self.mette.person, child=self.alma, next_on=NEXT, next_what="Gode morgener?")

    def let_line_in(self) -> Consent:
        """By a consent of her own, which is returned."""
        line = {"receiver_unit": self.ppr, "receiver_role": "ppr_psykolog", "receiver_person": self.line.person}
        consent = self.both_yes(self.ask_for_log(purpose="log_part", **line))
        self.let_in(self.line, "consent", consent)
        return consent

    def let_in(self, employment: Employment, basis: str = "own_task", consent: Consent | None = None) -> Participant:
        return add_participant(by=self.mette.person, log=self.log, employment=employment, basis=basis, consent=consent)

    def place(self, employment: Employment) -> Participant:
        return taking_part().get(log=self.log, employment=employment)

    def voice(self, kind: str, name: str = "") -> Participant:
        rows = taking_part().filter(log=self.log, kind=kind)
        return rows.get(guardian__first_name=name) if name else rows.get()

    def sees(self, employment: Employment) -> LogSight | None:
        try:
            return log_page.get(employment.person, ref=self.alma.ref)
        except NotVisible:
            return None

    def reads(self, employment: Employment) -> bool:
        seen = self.sees(employment)
        return seen is not None and seen.full

    def writes(self, employment: Employment, text: str = "Leger ofte alene.", kind: str = "worry") -> Entry:
        voice = taking_part().filter(log=self.log, employment=employment).first()
        words = Words(ref=uuid4(), kind=kind, text=text)
        return write_entry(by=employment.person, log=self.log, voice=voice.ref if voice else uuid4(), words=words)

    def offer(self, receiver: Employment, giver: Employment | None = None) -> Handover:
        return offer_baton(by=(giver or self.mette).person, log=self.log, receiver=receiver)

    def leaves(self, employment: Employment) -> None:
        """Yesterday was the last day at work."""
        Employment.objects.filter(pk=employment.pk).update(closes=clock.today() - timedelta(days=1))

    def holder(self) -> Person:
        held = taking_part().exclude(capacity="").get(log=self.log).employment
        assert held is not None
        return held.person

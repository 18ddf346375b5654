"""A log as the demo writes it: whoever is meant by a key or a first name, and one line for what they say."""

from uuid import uuid4

from vejviser.accounts.models import Person
from vejviser.demo.cast import SOURCE_ID
from vejviser.demo.history_consents import to_open_log, yes_to
from vejviser.demo.history_town import Town
from vejviser.relaylog.actions import open_log
from vejviser.relaylog.models import Entry, Log, Participant
from vejviser.relaylog.voice_actions import Words, say_level, write_entry

CHILD = "child"


class LogBook:
    """One child's log. `by` is who writes; a voice is a key of the cast, a parent's first name, or CHILD."""

    def __init__(self, town: Town, log: Log) -> None:
        self.town, self.log = town, log

    @classmethod
    def opened(cls, town: Town, by: str, child: str, why: str, next_on: str, next_what: str) -> "LogBook":
        """Today the family says yes, and the log is opened; `by` holds the baton."""
        yes_to(town, by, child, to_open_log(town, "maelkeboetten", why))
        log = open_log(by=town.person(by), child=town.child(child), next_on=town.at(next_on), next_what=next_what)
        return cls(town, log)

    def says(self, voice: str, kind: str, text: str, by: str = "") -> Entry:
        """A line in a column."""
        one = self.voice(voice)
        return write_entry(by=self._writer(voice, by), log=self.log, voice=one.ref, words=Words(uuid4(), kind, text))

    def worries(self, voice: str, level: int | None, words: str, by: str = "", picture: str = "") -> None:
        """A voice's own level."""
        one = self.voice(voice)
        say_level(by=self._writer(voice, by), log=self.log, voice=one.ref, level=level, words=words, picture=picture)

    def voice(self, who: str) -> Participant:
        """The place of somebody in the log."""
        here = self.log.participants.filter(closes_at=None)
        if who == CHILD:
            return here.get(kind="child")
        staff = here.filter(employment__person__source_id=SOURCE_ID.format(key=who)).first()
        return staff or here.get(guardian__first_name=who)

    def fresh(self) -> Log:
        """The log as it stands, for an action that asks which version was seen."""
        self.log.refresh_from_db()
        return self.log

    def _writer(self, voice: str, by: str) -> Person:
        return self.town.person(by or voice)

"""Who may change a log, checked anew by every action inside its transaction."""

from uuid import UUID

from vejviser.accounts.models import Person
from vejviser.foundation.results import NotVisible, RuleBroken
from vejviser.relaylog import rules
from vejviser.relaylog.models import Log, Participant
from vejviser.relaylog.permissions import LogSight, log_page, log_write


def writable(by: Person, log: Log) -> LogSight:
    """The log as somebody who may write it now. Raises NotVisible, log_is_closed or log_consent_ended."""
    seen = _same(log_write.get(by, ref=log.child.ref), log)
    rules.check_write(seen.log.state, seen.agreed)
    return seen


def holder_of(by: Person, log: Log) -> LogSight:
    """The log as its holder sees it; a leader in a holder's place sees metadata. Raises RuleBroken for everybody else."""
    seen = _same(log_page.get(by, ref=log.child.ref), log)
    rules.check_holds(seen.holds)
    return seen


def voice_of(seen: LogSight, voice: UUID) -> Participant:
    """The participant who speaks: oneself, or the child, family or network whose words one writes down."""
    one = next((one for one in seen.people if one.ref == voice), None)
    if one is None:
        raise RuleBroken("voice_not_in_the_log")
    rules.check_voice(one == seen.me, one.kind == "staff")
    return one


def _same(seen: LogSight, log: Log) -> LogSight:
    if seen.log.pk != log.pk:
        raise NotVisible("log")
    return seen

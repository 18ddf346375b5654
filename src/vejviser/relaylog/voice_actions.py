"""What is said in a log: lines, own levels and the level acted on. Nothing said is changed; a correction is said anew."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.children.rules import age
from vejviser.foundation import clock
from vejviser.foundation.results import Conflict, RuleBroken
from vejviser.relaylog import rules
from vejviser.relaylog.models import Entry, LevelActed, LevelView, Log
from vejviser.relaylog.tasks import RELEASE, STALLED
from vejviser.relaylog.write_permissions import voice_of, writable
from vejviser.worklist.actions import finish


@dataclass(frozen=True)
class Words:
    """One line: its column, text, and whether only professionals read it, why and until when. `ref` makes a repeat harmless."""

    ref: UUID
    kind: str
    text: str
    staff_only: bool = False
    reason: str = ""
    until: date | None = None


@transaction.atomic
def write_entry(*, by: Person, log: Log, voice: UUID, words: Words) -> Entry:
    """Write a worry, what works, or a note, in one's own name or as the family said it."""
    seen = writable(by, log)
    one = voice_of(seen, voice)
    if words.kind not in ("worry", "works", "note"):
        raise RuleBroken("entry_needs_a_column")
    return _append(by, Entry(log=log, voice=one, kind=words.kind), words)


@transaction.atomic
def correct_entry(*, by: Person, entry: Entry, words: Words) -> Entry:
    """Say one's own line anew; the old one stays in the history. Raises Conflict when it has been corrected already."""
    seen = writable(by, entry.log)
    later = Entry.objects.filter(corrects=entry).exclude(ref=words.ref).first()
    if later is not None:
        raise Conflict(later)
    if entry.by_id != by.pk and entry.voice != seen.me:
        raise RuleBroken("correct_only_your_own")
    anew = Entry(log=entry.log, voice=entry.voice, kind=entry.kind, corrects=entry, about=entry.about)
    for name in ("staff_only_reason", "staff_only_until", "released_on"):
        setattr(anew, name, getattr(entry, name))
    return _append(by, anew, words)


@transaction.atomic
def dissent(*, by: Person, entry: Entry, voice: UUID, words: Words) -> Entry:
    """Put another view beside a line; both stay."""
    seen = writable(by, entry.log)
    return _append(by, Entry(log=entry.log, voice=voice_of(seen, voice), kind="dissent", about=entry), words)


@transaction.atomic
def release_entry(*, by: Person, entry: Entry, seen: int) -> Entry:
    """Let the family read a line that was for professionals only."""
    writable(by, entry.log)
    rules.check_release(rules.hidden_from_family(entry.staff_only_until, entry.released_on))
    entry.released_on = clock.today()
    entry.save_if_unchanged(seen, "released_on")
    record_change(by=by, action="log.release", row=entry, child=entry.log.child.ref)
    finish(by=by, kind=RELEASE, source=entry.ref)
    return entry


@transaction.atomic
def hold_back(*, by: Person, entry: Entry, seen: int, reason: str, until: date | None) -> Entry:
    """Give a line for professionals only a new end, with a reason."""
    writable(by, entry.log)
    rules.check_release(rules.hidden_from_family(entry.staff_only_until, entry.released_on))
    rules.check_staff_only(True, reason, until, clock.today())
    entry.staff_only_reason, entry.staff_only_until = reason.strip(), until
    entry.save_if_unchanged(seen, "staff_only_reason", "staff_only_until")
    record_change(by=by, action="log.hold_back", row=entry, child=entry.log.child.ref, facts={"until": str(until)})
    finish(by=by, kind=RELEASE, source=entry.ref)
    return entry


@transaction.atomic
def say_level(*, by: Person, log: Log, voice: UUID, level: int | None, words: str = "", picture: str = "") -> LevelView:
    """One person's own level. The child's answer is kept as it was given and never made into a number."""
    seen = writable(by, log)
    one, child = voice_of(seen, voice), seen.sight.child
    rules.check_level_said(level, picture, words, age(child.birth_date, clock.today()) if one.kind == "child" else None)
    row = LevelView.objects.create(log=log, voice=one, level=level, picture=picture, words=words.strip(), by=by)
    record_change(by=by, action="log.level", row=row, child=child.ref, facts={"kind": one.kind})
    return row


@transaction.atomic
def agree_level(*, by: Person, log: Log, level: int | None, reason: str, names: str) -> LevelActed:
    """The level that named people agree to act on. Nobody's own level changes, and the duty to notify hangs on none."""
    child = writable(by, log).sight.child
    rules.check_level_acted_on(level, reason, names.split(","))
    row = LevelActed.objects.create(log=log, level=level or 0, reason=reason.strip(), names=names.strip(), by=by)
    record_change(by=by, action="log.level_acted", row=row, child=child.ref)
    return row


def _append(by: Person, entry: Entry, words: Words) -> Entry:
    """Write the line once, however often the form is sent."""
    before = Entry.objects.filter(ref=words.ref, log=entry.log).first()
    if before is not None:
        return before
    rules.check_text(words.text)
    rules.check_staff_only(words.staff_only, words.reason, words.until, clock.today())
    entry.ref, entry.by, entry.text = words.ref, by, words.text.strip()
    if words.staff_only:
        entry.staff_only_reason, entry.staff_only_until = words.reason.strip(), words.until
    entry.save()
    finish(by=by, kind=STALLED, source=entry.log.ref)
    told = {"kind": entry.kind, "staff_only": words.staff_only}
    record_change(by=by, action="log.entry", row=entry, child=entry.log.child.ref, facts=told)
    return entry

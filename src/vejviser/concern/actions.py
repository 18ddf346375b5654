"""Writing, correcting and sharing a note, and how a concern ends."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db import transaction

from vejviser.access.permissions import see
from vejviser.accounts.models import Person
from vejviser.agreements.actions import make_agreement
from vejviser.agreements.models import Agreement
from vejviser.audit.actions import record_change
from vejviser.children.models import Child
from vejviser.concern import rules, tasks
from vejviser.concern.models import AbuseHold, Earlier, Happened, Note, Written
from vejviser.concern.permissions import check_about, hold_own, note_own
from vejviser.concern.queries import hold_on, rooms, talk_by
from vejviser.concern.rules import CONCERN, Seen, Words
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import move
from vejviser.organisation.models import Group
from vejviser.ui.dates import local_day
from vejviser.worklist.actions import finish, give

WORDS = [field.name for field in Written._meta.get_fields()]


@transaction.atomic
def write_note(
    *,
    by: Person,
    ref: UUID,
    words: Words,
    about: str = "child",
    child: Child | None = None,
    group: Group | None = None,
    violence: bool = False,
) -> Note:
    """A new note, the author's alone. `ref` comes with the form, so that sending it twice writes one note.

    `violence` shields the child at once and keeps the talk with the parents off the author's list.
    """
    check_about(by, child, group)
    sent_before = note_own.rows(by).filter(ref=ref).first()
    if sent_before is not None:
        return sent_before
    _check(words, about, child)
    note = Note.objects.create(ref=ref, author=by, about=about, child=child, group=group, **asdict(words))
    _record(by, "note.write", note, about=about)
    if violence and child is not None:
        set_hold(by=by, child=child, ground="violence_suspected", source=note.ref)
    plan(note)
    return note


@transaction.atomic
def correct_note(*, by: Person, note: Note, words: Words, seen: int | None = None) -> Note:
    """A new version; the one before is kept."""
    before = {name: getattr(note_own.get(by, ref=note.ref), name) for name in WORDS}
    _check(words, note.about, note.child)
    for name, value in asdict(words).items():
        setattr(note, name, value)
    _save(note, seen, *WORDS)
    Earlier.objects.create(note=note, **before)
    _record(by, "note.correct", note)
    plan(note)
    return note


@transaction.atomic
def share_note(*, by: Person, note: Note, group: Group | None = None, seen: int | None = None) -> Note:
    """Let those read it who share the everyday of a room; it cannot be taken back."""
    rules.check_share(note.author_id == by.pk, note.shared_at is not None)
    note_own.get(by, ref=note.ref)
    note.group = _room(by, note, group)
    note.shared_at = clock.now()
    _save(note, seen, "group", "shared_at")
    _happened(by, note, "share", clock.today())
    _record(by, "note.share", note, group=str(note.group.ref))
    return note


@transaction.atomic
def note_talk(
    *, by: Person, note: Note, day: date | None, parents_words: str = "", child_words: str = "", seen: int | None = None
) -> Note:
    """Somebody has talked with the parents: the day, their view and the child's."""
    note_own.get(by, ref=note.ref)
    note.told_on = rules.check_talk(day, clock.today())
    _save(note, seen, "told_on")
    _happened(by, note, "talk", note.told_on, parents_words, child_words)
    _record(by, "note.talk", note, day=note.told_on.isoformat())
    plan(note)
    return note


@transaction.atomic
def agree(
    *,
    by: Person,
    note: Note,
    what: str,
    who: Person | str,
    due: date | None,
    evaluate_on: date | None = None,
    seen: int | None = None,
) -> Agreement:
    """End the concern in a dated agreement, which everybody who reads the child's agreements can read."""
    note_own.get(by, ref=note.ref)
    made = make_agreement(
        by=by,
        child=note.child,
        group=None if note.child else note.group,
        what=what,
        who=who,
        due=due,
        evaluate_on=evaluate_on,
        source_kind="concern",
        source=note.ref,
    )
    _move(by, note, "agree", made.by_when, "", seen)
    return made


@transaction.atomic
def wait(*, by: Person, note: Note, why: str, until: date | None, seen: int | None = None) -> Note:
    """End the concern, for now, in a reasoned wait; as private as the note."""
    note_own.get(by, ref=note.ref)
    rules.check_ends(None, why, until, clock.today())
    return _move(by, note, "wait", until or clock.today(), why, seen)


@transaction.atomic
def close_note(*, by: Person, note: Note, words: str = "", seen: int | None = None) -> Note:
    """Nothing more is asked: an open concern is withdrawn, an ended one settled."""
    note_own.get(by, ref=note.ref)
    return _move(by, note, "withdraw" if note.state == "open" else "settle", clock.today(), words, seen)


@transaction.atomic
def reopen_note(*, by: Person, note: Note, seen: int | None = None) -> Note:
    """It returned."""
    note_own.get(by, ref=note.ref)
    return _move(by, note, "reopen", clock.today(), "", seen)


@transaction.atomic
def set_hold(*, by: Person, child: Child, ground: str, source: UUID, by_author: bool = True) -> AbuseHold:
    """Shield a child from the family door. Safe to repeat for a source.

    A suspicion needs that `by` sees the child; a notification on ground 4 that `by` wrote it (`by_author`).
    """
    rules.check_hold(ground, by_author)
    if ground == "violence_suspected":
        see(by, child.ref)
    hold, made = AbuseHold.objects.get_or_create(
        child=child, source=source, closed_at=None, defaults={"ground": ground, "opened_by": by}
    )
    if made:
        record_change(by=by, action="hold.open", row=hold, child=child.ref, facts={"ground": ground})
        _plan_all(child)
    return hold


@transaction.atomic
def close_hold(*, by: Person, hold: AbuseHold, why: str) -> AbuseHold:
    """The shield is lifted by whoever set it, with a reason; what was kept from the family stays so until released."""
    hold_own.get(by, ref=hold.ref)
    rules.check_close_hold(why)
    hold.closed_by, hold.closed_at, hold.why_closed = by, clock.now(), why.strip()
    hold.save_if_unchanged(hold.version, "closed_by", "closed_at", "why_closed")
    record_change(by=by, action="hold.close", row=hold, child=hold.child.ref)
    _plan_all(hold.child)
    return hold


def plan(note: Note) -> None:
    """Keep exactly the task that the note asks for; safe to repeat."""
    hold = note.child is not None and hold_on(note.child.ref)
    wanted = rules.to_do(note.state, note.about, note.level, note.told_on is not None, hold)
    for code, kind in tasks.KINDS.items():
        if code != wanted:
            finish(by=None, kind=kind, source=note.ref)
    if wanted:
        _give(note, wanted)


def _give(note: Note, wanted: str) -> None:
    page = "note_talk" if wanted == "talk" else "note"
    give(
        to=note.author,
        kind=tasks.KINDS[wanted],
        source=note.ref,
        link=note.address(page),
        due=note.look_again or max(talk_by(local_day(note.created_at)), clock.today()),
        child=note.child.ref if note.child else None,
    )


def _plan_all(child: Child) -> None:
    for note in Note.objects.filter(child=child, state="open").select_related("author", "child"):
        plan(note)


def _check(words: Words, about: str, child: Child | None) -> None:
    seen = Seen(words.facts, words.level, about, child is not None, words.told_on, words.why_not_told)
    rules.check_seen(seen, clock.today())


def _room(by: Person, note: Note, group: Group | None) -> Group:
    """The room a note is shared with: a child's only one, or the one that was chosen; a group's own."""
    possible = rooms(see(by, note.child.ref)) if note.child else [note.group]
    chosen = possible[0] if group is None and len(possible) == 1 else group
    if chosen is None or chosen not in possible:
        raise RuleBroken("share_needs_room")
    return chosen


def _move(by: Person, note: Note, event: str, day: date, words: str, seen: int | None) -> Note:
    note.state = move(CONCERN, note.state, event)
    note.look_again = day if note.state == "waiting" else None
    _save(note, seen, "state", "look_again")
    _happened(by, note, event, day, words)
    _record(by, f"note.{event}", note, day=day.isoformat())
    plan(note)
    return note


def _save(note: Note, seen: int | None, *fields: str) -> None:
    note.save_if_unchanged(note.version if seen is None else seen, *fields)


def _happened(by: Person, note: Note, kind: str, day: date, words: str = "", child_words: str = "") -> None:
    Happened.objects.create(note=note, kind=kind, day=day, words=words.strip(), child_words=child_words.strip(), by=by)


def _record(by: Person, action: str, note: Note, **facts: str) -> None:
    record_change(by=by, action=action, row=note, child=note.child.ref if note.child else None, facts=facts)

"""An assessor's own work: a choice that saves at once, statements, the child's own words, and finishing."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from vejviser.access.permissions import see
from vejviser.accounts.models import Person
from vejviser.agreements.rules import Answer, check_answer
from vejviser.audit.actions import record_change
from vejviser.children.rules import age
from vejviser.foundation import clock
from vejviser.foundation.results import NotVisible, RuleBroken
from vejviser.foundation.states import move
from vejviser.screening import permissions, rules, tasks
from vejviser.screening.actions.plan import sync_children
from vejviser.screening.models import ChildWords, GroupRound, OwnAssessment, RoundChild
from vejviser.screening.queries.assess import Line, form_of, line_of, may_write, unanswered
from vejviser.screening.queries.plan import assessors
from vejviser.screening.rules import GROUP_ROUND
from vejviser.worklist.actions import finish, give


@dataclass(frozen=True)
class Choice:
    """One tap: a position, or a reason why not (`other` says which, for "andet"). `id` is the tap's own."""

    position: str = ""
    reason: str = ""
    other: str = ""
    id: UUID | None = None


@transaction.atomic
def choose(*, by: Person, row: RoundChild, choice: Choice) -> Line:
    """Save the choice of one assessor for one child; gives the child's line. The same tap again changes nothing."""
    line = _open_line(by, row, is_position=bool(choice.position))
    rules.check_choice(choice.position, choice.reason, choice.other)
    if line.own and choice.id and line.own.choice == choice.id:
        return line
    own = line.own or OwnAssessment(row=line.row, assessor=by)
    own.position, own.reason, own.other = choice.position, choice.reason, choice.other.strip()
    own.choice, own.chosen_at = choice.id, clock.now()
    if own.position not in rules.FOCUS:
        own.statements = []
    _save(own, "position", "reason", "other", "choice", "chosen_at", "statements")
    record_change(by=by, action="assessment.choose", row=own, child=line.row.child.ref)
    return Line(line.sight, line.row, own)


@transaction.atomic
def describe(*, by: Person, row: RoundChild, statements: Collection[str], works: str, seen: int) -> frozenset[str]:
    """Keep the marked statements and what works. Returns those newly marked that mean: act today; each makes a task."""
    line = _open_line(by, row)
    row, own = line.row, line.own
    if own is None:
        raise RuleBroken("position_first")
    form = form_of(row)
    rules.check_statements(own.position, statements, form.ids)
    acute = rules.newly_acute(statements, own.statements, form.acute)
    own.statements, own.works = sorted(statements), works.strip()
    own.save_if_unchanged(seen, "statements", "works")
    record_change(by=by, action="assessment.describe", row=own, child=row.child.ref, facts={"acute": len(acute)})
    if acute:
        _act_today(by, row)
    return acute


@transaction.atomic
def keep_child_words(*, by: Person, row: RoundChild, question: str, answer: Answer) -> ChildWords:
    """Keep the child's own answer as it was given; a new answer to the same question takes its place."""
    row = _open_line(by, row).row
    if question not in {one.id for one in form_of(row).questions}:
        raise RuleBroken("question_of_another_form")
    check_answer(answer, age(row.child.birth_date, clock.today()))
    words, _made = ChildWords.objects.update_or_create(
        row=row,
        question=question,
        defaults={
            "number": answer.number,
            "picture": answer.picture,
            "words": answer.words.strip(),
            "entered_by": by,
            "said_on": clock.today(),
        },
    )
    record_change(by=by, action="assessment.child_words", row=words, child=row.child.ref)
    return words


@transaction.atomic
def finish_own(*, by: Person, group_round: GroupRound) -> bool:
    """Say that one's own assessment is finished. Returns whether everybody now is; then all get the task to talk."""
    room = permissions.assess.get(by, ref=group_round.ref)
    left = unanswered(room.group_round, [one.pk for one in room.assessors])
    if by.pk in left:
        raise RuleBroken("some_not_assessed", count=len(left[by.pk]))
    finish(by=by, kind=tasks.ASSESS, source=group_round.ref, person=by)
    record_change(by=by, action="assessment.finish", row=group_round)
    if not left:
        _give_talk(room.group_round)
    return not left


@transaction.atomic
def reveal(*, by: Person, group_round: GroupRound, reason: str = "") -> GroupRound:
    """Lay the own assessments side by side: by an assessor when all are in, or by the round's owner after the last day."""
    row = _revealable(by, group_round)
    sync_children(row)
    everybody = assessors(row)
    left = unanswered(row, [person.pk for person in everybody])
    owns = permissions.lead.rows(by).filter(pk=row.pk).exists()
    rules.check_reveal(bool(everybody) and not left, owns, row.due, clock.today(), reason)
    row.state = move(GROUP_ROUND, row.state, "reveal")
    row.revealed_at, row.early_reason = clock.now(), reason.strip() if left else ""
    row.save_if_unchanged(row.version, "state", "revealed_at", "early_reason")
    finish(by=by, kind=tasks.ASSESS, source=row.ref)
    _give_talk(row)
    record_change(by=by, action="round.reveal", row=row, facts={"early": bool(left)})
    return row


@transaction.atomic
def see_it_differently(*, by: Person, row: RoundChild, position: str, why: str) -> OwnAssessment:
    """Change one's own assessment after the reveal: a new version with a reason; the old one stays."""
    row = permissions.assess_child.get(by, pk=row.pk)
    rules.check_new_version(row.group_round.state, why)
    rules.check_choice(position, "", "")
    old = OwnAssessment.objects.filter(row=row, assessor=by, current=True).first()
    kept = {"statements": old.statements if position in rules.FOCUS else [], "works": old.works} if old else {}
    if old is not None:
        old.current = False
        old.save_if_unchanged(old.version, "current")
    new = OwnAssessment.objects.create(row=row, assessor=by, position=position, why=why.strip(), chosen_at=clock.now(), **kept)
    record_change(by=by, action="assessment.new_version", row=new, child=row.child.ref)
    return new


def _open_line(by: Person, row: RoundChild, *, is_position: bool = False) -> Line:
    """The child as the permission gives it; raises unless the person may assess this child now."""
    row = permissions.assess_child.get(by, pk=row.pk)
    line = line_of(see(by, row.child.ref), row)
    if not may_write(line.sight):
        raise NotVisible("assess_child")
    state, told = row.group_round.state, row.notice_id is not None
    rules.check_may_assess(state, named=True, noticed=told, objection=row.objection, is_position=is_position)
    return line


def _revealable(by: Person, group_round: GroupRound) -> GroupRound:
    mine = permissions.assessing(by).filter(pk=group_round.pk).first()
    return mine or permissions.lead.get(by, pk=group_round.pk)


def _save(own: OwnAssessment, *fields: str) -> None:
    if own.pk:
        own.save_if_unchanged(own.version, *fields)
    else:
        own.save(force_insert=True)


def _act_today(by: Person, row: RoundChild) -> None:
    give(
        to=by,
        kind=tasks.ACT_TODAY,
        source=row.ref,
        link=f"/runder/barn/{row.ref}/",
        due=clock.today(),
        child=row.child.ref,
    )


def _give_talk(group_round: GroupRound) -> None:
    for person in assessors(group_round):
        give(
            to=person,
            kind=tasks.REFLECT,
            source=group_round.ref,
            link=f"/runder/{group_round.ref}/refleksion/",
            due=max(group_round.due, clock.today()),
            others_wait=True,
            facts={"group": group_round.group.name},
        )

"""The talk: the group's own part, the joint assessment of each child, and ending it with agreements and tasks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from vejviser.accounts.models import Person
from vejviser.agreements.actions import make_agreement, wait_and_see
from vejviser.audit.actions import record_change
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import move
from vejviser.foundation.workdays import add_workdays
from vejviser.screening import permissions, rules, tasks
from vejviser.screening.models import CurrentPosition, GroupRound, JointAssessment, Reflection, RoundChild
from vejviser.screening.queries.plan import assessors
from vejviser.screening.queries.reflect import Card, Talk, reflection_of, whole_talk
from vejviser.screening.queries.settings import agreement_days, parent_talk_workdays
from vejviser.screening.rules import GROUP_ROUND, NextStep
from vejviser.worklist.actions import finish, give


@dataclass(frozen=True)
class GroupTalk:
    """What the group writes about itself; anything may still be empty."""

    environment: Mapping[str, str]
    minutes: str
    change: str
    owner: Person | None
    until: date | None


@dataclass(frozen=True)
class Joint:
    """What the group writes about one child; anything may still be empty until the talk ends."""

    outcome: str
    reason: str
    took_part: Collection[Person]
    step: str
    owner: Person | None
    by: date | None
    waits: bool = False


@transaction.atomic
def save_group_talk(*, by: Person, group_round: GroupRound, written: GroupTalk, seen: int) -> Reflection:
    """Keep what the group says of its own part and the one thing it changes."""
    group_round = permissions.reflect.get(by, ref=group_round.ref).group_round
    _check_open(group_round)
    _check_named(group_round, written.owner)
    row = reflection_of(group_round)
    row.environment, row.minutes = dict(written.environment), written.minutes.strip()
    row.change, row.change_owner, row.change_until = written.change.strip(), written.owner, written.until
    if row.pk:
        row.save_if_unchanged(seen, "environment", "minutes", "change", "change_owner", "change_until")
    else:
        row.save(force_insert=True)
    record_change(by=by, action="reflection.group", row=row)
    return row


@transaction.atomic
def bring_into_talk(*, by: Person, row: RoundChild) -> JointAssessment:
    """Talk about a child whom nobody marked: the card is empty, nothing is proposed."""
    row = _row(by, row)
    joint, made = JointAssessment.objects.get_or_create(row=row)
    if made:
        record_change(by=by, action="joint.bring_in", row=joint, child=row.child.ref)
    return joint


@transaction.atomic
def save_joint(*, by: Person, row: RoundChild, written: Joint, seen: int) -> JointAssessment:
    """Keep the joint assessment of a child and its next step, as far as they have come."""
    row = _row(by, row)
    if written.outcome and written.outcome not in rules.JOINT:
        raise RuleBroken("joint_needs_outcome")
    _check_named(row.group_round, written.owner, *written.took_part)
    step = NextStep(written.step, written.owner is not None, written.by, written.waits)
    rules.check_step_date(step, clock.today(), agreement_days())
    joint = JointAssessment.objects.filter(row=row).first() or JointAssessment(row=row)
    joint.outcome, joint.reason = written.outcome, written.reason.strip()
    joint.step, joint.step_owner, joint.step_by = written.step.strip(), written.owner, written.by
    joint.waits = written.waits
    if joint.pk:
        joint.save_if_unchanged(seen, "outcome", "reason", "step", "step_owner", "step_by", "waits")
    else:
        joint.save(force_insert=True)
    joint.took_part.set(written.took_part)
    record_change(by=by, action="joint.save", row=joint, child=row.child.ref)
    return joint


@transaction.atomic
def finish_talk(*, by: Person, group_round: GroupRound) -> GroupRound:
    """End the group's round: what all saw as thriving becomes joint, steps become agreements, parents are talked with."""
    group_round = permissions.reflect.get(by, ref=group_round.ref).group_round
    state = move(GROUP_ROUND, group_round.state, "finish")
    talk = whole_talk(group_round)
    rules.check_finish(len(talk.undecided), len(talk.without_step), talk.change_gaps)
    _agree_on_change(by, talk)
    for card in talk.in_talk:
        _settle(by, card)
    for card in talk.thriving:
        _settle_thriving(by, card)
    group_round.state, group_round.closed_at = state, clock.now()
    group_round.save_if_unchanged(group_round.version, "state", "closed_at")
    finish(by=by, kind=tasks.REFLECT, source=group_round.ref)
    record_change(by=by, action="round.finish", row=group_round, facts={"in_talk": len(talk.in_talk)})
    return group_round


def _settle(by: Person, card: Card) -> None:
    joint = card.joint
    if joint is None:
        raise RuleBroken("joint_missing", count=1)
    if card.needs_step and card.step is not None:
        rules.check_step(card.step, clock.today(), agreement_days())
        _agree(by, card.row, joint)
    _make_current(card.row, joint.outcome)
    if rules.talk_with_parents(joint.outcome, card.row.before):
        _give_parent_talk(joint.step_owner or by, card.row)


def _settle_thriving(by: Person, card: Card) -> None:
    joint = JointAssessment.objects.create(row=card.row, outcome="trives")
    joint.took_part.set(own.assessor for own in card.own if own.position)
    _make_current(card.row, joint.outcome)
    if rules.talk_with_parents(joint.outcome, card.row.before):
        _give_parent_talk(by, card.row)


def _agree(by: Person, row: RoundChild, joint: JointAssessment) -> None:
    if joint.waits:
        wait_and_see(
            by=by,
            why=joint.step,
            until=joint.step_by,
            child=row.child,
            source_kind="screening",
            source=joint.ref,
        )
    else:
        make_agreement(
            by=by,
            what=joint.step,
            who=joint.step_owner or "",
            due=joint.step_by,
            child=row.child,
            source_kind="screening",
            source=joint.ref,
        )


def _agree_on_change(by: Person, talk: Talk) -> None:
    one = talk.reflection
    make_agreement(
        by=by,
        what=one.change,
        who=one.change_owner or "",
        due=one.change_until,
        group=talk.group_round.group,
        source_kind="screening",
        source=one.ref,
    )


def _make_current(row: RoundChild, outcome: str) -> None:
    CurrentPosition.objects.update_or_create(
        child=row.child,
        group=row.group_round.group,
        defaults={"group_round": row.group_round, "outcome": outcome, "since": clock.today()},
    )


def _give_parent_talk(person: Person, row: RoundChild) -> None:
    give(
        to=person,
        kind=tasks.PARENTS,
        source=row.ref,
        link=f"/runder/barn/{row.ref}/samtale/",
        due=add_workdays(clock.today(), parent_talk_workdays()),
        child=row.child.ref,
    )


def _row(by: Person, row: RoundChild) -> RoundChild:
    row = permissions.assess_child.get(by, pk=row.pk)
    _check_open(row.group_round)
    return row


def _check_open(group_round: GroupRound) -> None:
    if group_round.state != "reflecting":
        raise RuleBroken("assessment_is_closed")


def _check_named(group_round: GroupRound, *people: Person | None) -> None:
    """Only those who are named for the group take part and take steps on."""
    named = {person.pk for person in assessors(group_round)}
    if any(person and person.pk not in named for person in people):
        raise RuleBroken("not_of_the_group")

"""The talks of many groups at once: joint assessments, next steps that became agreements, and talks with parents."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vejviser.accounts.models import Person
from vejviser.agreements.models import Agreement
from vejviser.demo.history_bulk_ready import Told
from vejviser.demo.history_play import GLAD
from vejviser.demo.history_story import ChildStory, Decided
from vejviser.demo.history_town import moment
from vejviser.foundation import clock
from vejviser.screening import rules
from vejviser.screening.models import CurrentPosition, JointAssessment, ParentTalk, Reflection, RoundChild

SAVED_WHEN_FINISHED = 1


@dataclass(frozen=True)
class Chosen:
    """What a group chose together about a child; `decided` is empty for a child whom all saw as thriving."""

    told: Told
    row: RoundChild
    joint: JointAssessment
    decided: Decided | None
    took_part: Collection[Person]


def write_talks(told: Collection[Told]) -> None:
    """Write what the talks came to. The clock shows the talk."""
    chosen = [one for group in told for one in _chosen(group)]
    JointAssessment.objects.bulk_create(one.joint for one in chosen)
    took_part = JointAssessment.took_part.through
    took_part.objects.bulk_create(
        took_part(jointassessment_id=one.joint.pk, person_id=person.pk) for one in chosen for person in one.took_part
    )
    _write_positions(chosen)
    _write_parent_talks(chosen)
    reflections = Reflection.objects.bulk_create(_reflection(one) for one in told)
    steps = [_step(one, one.decided) for one in chosen if one.decided and one.decided.step]
    Agreement.objects.bulk_create([*steps, *map(_change, told, reflections)])


def _chosen(told: Told) -> Iterator[Chosen]:
    for row, story in told.pairs:
        if story.decided is not None:
            yield Chosen(told, row, _joint(told, row, story.decided), story.decided, told.team)
        elif assessed := _who_assessed(told, story):
            yield Chosen(told, row, JointAssessment(row=row, outcome="trives"), None, assessed)


def _who_assessed(told: Told, story: ChildStory) -> list[Person]:
    return [person for place, person in enumerate(told.team) if (seen := story.by(place)) and not seen.reason]


def _joint(told: Told, row: RoundChild, decided: Decided) -> JointAssessment:
    joint = JointAssessment(row=row, outcome=decided.outcome, reason=decided.reason, step=decided.step, waits=decided.waits)
    if decided.step:
        joint.step_owner, joint.step_by = told.team[decided.owner], told.story.step_by(decided)
    return joint


def _write_positions(chosen: Iterable[Chosen]) -> None:
    CurrentPosition.objects.bulk_create(
        (
            CurrentPosition(
                child_id=one.row.child_id,
                group_id=one.told.group_round.group_id,
                group_round=one.told.group_round,
                outcome=one.joint.outcome,
                since=clock.today(),
            )
            for one in chosen
        ),
        update_conflicts=True,
        update_fields=["group_round", "outcome", "since"],
        unique_fields=["child", "group"],
    )


def _write_parent_talks(chosen: Iterable[Chosen]) -> None:
    ParentTalk.objects.bulk_create(
        ParentTalk(
            row=one.row,
            talked_on=one.told.story.days.parents,
            parents_view=one.decided.parents if one.decided else GLAD,
            by=one.joint.step_owner or one.told.team[0],
        )
        for one in chosen
        if rules.talk_with_parents(one.joint.outcome, one.row.before)
    )


def _reflection(told: Told) -> Reflection:
    story = told.story
    return Reflection(
        group_round=told.group_round,
        change=story.change,
        change_owner=told.team[-1],
        change_until=story.change_until,
    )


def _step(one: Chosen, decided: Decided) -> Agreement:
    """A wait is looked after by whoever ended the talk."""
    team, due = one.told.team, one.told.story.step_by(decided)
    owner = team[0] if decided.waits else team[decided.owner]
    made = _agreement(one.told, one.joint.ref, decided.step, owner, due, decided.came)
    made.child_id, made.waits = one.row.child_id, decided.waits
    return made


def _change(told: Told, reflection: Reflection) -> Agreement:
    story = told.story
    made = _agreement(told, reflection.ref, story.change, told.team[-1], story.change_until, story.change_came)
    made.group = told.group_round.group
    return made


def _agreement(told: Told, source: UUID, what: str, owner: Person, due: date, came: str) -> Agreement:
    """Kept on its last day, when the story says what came of it."""
    return Agreement(
        what=what,
        owner=owner,
        who=owner.full_name,
        by_when=due,
        state="done" if came else "open",
        ended_at=moment(due, "14:00") if came else None,
        outcome=came,
        source_kind="screening",
        source=source,
        made_by=told.team[0],
        version=1 + SAVED_WHEN_FINISHED * bool(came),
    )

"""The family's part: an objection to the round, its decision, and the talk about the joint assessment."""

from datetime import date

from django.db import transaction

from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.foundation import clock
from vejviser.foundation.states import move
from vejviser.screening import permissions, rules, tasks
from vejviser.screening.models import JointAssessment, OwnAssessment, ParentTalk, RoundChild
from vejviser.screening.queries.plan import leaders
from vejviser.screening.rules import OBJECTION
from vejviser.worklist.actions import finish, give


@transaction.atomic
def object_to_round(*, by: Person, row: RoundChild, words: str) -> RoundChild:
    """Note that the family objects. Until the leader has decided, nobody assesses the child."""
    row = permissions.assess_child.get(by, pk=row.pk)
    rules.check_objection(words, "", "")
    rules.check_may_object(row.group_round.state, row.objection)
    row.objection, row.objection_words = "open", words.strip()
    row.save_if_unchanged(row.version, "objection", "objection_words")
    for person in leaders(row.group_round):
        give(
            to=person,
            kind=tasks.OBJECTION,
            source=row.ref,
            link=f"/runder/barn/{row.ref}/indsigelse/afgoer/",
            child=row.child.ref,
            others_wait=True,
        )
    record_change(by=by, action="objection.note", row=row, child=row.child.ref)
    return row


@transaction.atomic
def decide_objection(*, by: Person, row: RoundChild, event: str, reason: str, seen: int) -> RoundChild:
    """The leader's decision: "uphold" leaves the child out and deletes what was assessed; "reject" has a reason too."""
    row = permissions.objections.get(by, pk=row.pk)
    state = move(OBJECTION, row.objection, event)
    rules.check_objection(row.objection_words, state, reason)
    row.objection, row.decision = state, reason.strip()
    row.save_if_unchanged(seen, "objection", "decision")
    if state == "upheld":
        OwnAssessment.objects.filter(row=row).delete()
        JointAssessment.objects.filter(row=row).delete()
    finish(by=by, kind=tasks.OBJECTION, source=row.ref)
    record_change(by=by, action="objection.decide", row=row, child=row.child.ref, facts={"state": state})
    return row


@transaction.atomic
def note_parent_talk(*, by: Person, row: RoundChild, talked_on: date, parents_view: str, childs_view: str = "") -> ParentTalk:
    """Note the talk with the parents: their view, the child's, and the day. From then on they may see the joint assessment."""
    row = permissions.assess_child.get(by, pk=row.pk)
    rules.check_parent_talk(row.group_round.state, talked_on, parents_view, clock.today())
    talk, _made = ParentTalk.objects.update_or_create(
        row=row,
        defaults={
            "talked_on": talked_on,
            "parents_view": parents_view.strip(),
            "childs_view": childs_view.strip(),
            "by": by,
        },
    )
    finish(by=by, kind=tasks.PARENTS, source=row.ref)
    record_change(by=by, action="assessment.parent_talk", row=talk, child=row.child.ref)
    return talk

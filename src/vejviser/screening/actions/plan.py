"""Planning a round, telling the parents, and opening a group when everything is ready."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction

from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.children.queries import open_enrolments
from vejviser.foundation import clock
from vejviser.foundation.results import NotVisible
from vejviser.foundation.states import move
from vejviser.organisation.models import District
from vejviser.screening import permissions, rules, tasks
from vejviser.screening.models import CurrentPosition, GroupRound, Notice, Round, RoundChild
from vejviser.screening.queries.instruments import edition
from vejviser.screening.queries.plan import assessors, family_languages, groups_for, leaders, readiness
from vejviser.screening.rules import GROUP_ROUND
from vejviser.worklist.actions import finish, give


@transaction.atomic
def plan_round(
    *,
    by: Person,
    name: str,
    starts: date,
    due: date,
    kinds: Collection[str],
    district: District | None = None,
    into: Round | None = None,
) -> Round:
    """Plan a window for the groups of some kinds of units, in a new round or `into` one; groups already in it keep theirs."""
    if not permissions.plans(by):
        raise NotVisible("plan_round")
    groups = list(groups_for(by, kinds, district, into))
    rules.check_window(starts, due, len(groups))
    row = into or Round.objects.create(name=name.strip(), edition=edition(), planned_by=by)
    made = GroupRound.objects.bulk_create(GroupRound(round=row, group=group, starts=starts, due=due) for group in groups)
    _bring_in_children(made)
    facts = {"starts": str(starts), "due": str(due), "kinds": sorted(kinds), "groups": len(made)}
    record_change(by=by, action="round.plan", row=row, facts=facts)
    return row


@transaction.atomic
def give_notice(
    *, by: Person, group_round: GroupRound, text: str, channel: str, sent_on: date, languages: Collection[str]
) -> Notice:
    """Note that the parents of the group have been told. It covers those not yet covered whose languages it speaks."""
    group_round = permissions.lead.get(by, pk=group_round.pk)
    rules.check_notice(channel, sent_on, languages, clock.today())
    sync_children(group_round)
    notice = Notice.objects.create(
        group_round=group_round,
        edition=text,
        channel=channel,
        sent_on=sent_on,
        languages=sorted(languages),
        by=by.ref,
    )
    waiting = list(RoundChild.objects.filter(group_round=group_round, notice=None, left_on=None))
    spoken = family_languages([row.child_id for row in waiting])
    told = [row.pk for row in waiting if rules.covers(spoken.get(row.child_id, frozenset()), languages)]
    RoundChild.objects.filter(pk__in=told).update(notice=notice)
    facts = {"channel": channel, "sent_on": str(sent_on), "children": len(told)}
    record_change(by=by, action="round.notice", row=notice, facts=facts)
    open_if_ready(group_round)
    return notice


@transaction.atomic
def cancel(*, by: Person, group_round: GroupRound) -> GroupRound:
    """Call off a group's round before anything was shared; what was assessed is deleted with it."""
    row = permissions.lead.get(by, pk=group_round.pk)
    row.state = move(GROUP_ROUND, row.state, "cancel")
    row.save_if_unchanged(row.version, "state")
    row.children.all().delete()
    finish(by=by, kind=tasks.ASSESS, source=row.ref)
    finish(by=by, kind=tasks.PREPARE, source=row.ref)
    record_change(by=by, action="round.cancel", row=row)
    return row


@transaction.atomic
def open_if_ready(group_round: GroupRound) -> bool:
    """Open a planned group when every child is covered and its assessors are named; each of them gets the task."""
    if group_round.state != "planned" or rules.hindrances(readiness(group_round), clock.today()):
        return False
    group_round.state = move(GROUP_ROUND, group_round.state, "open")
    group_round.opened_at = clock.now()
    group_round.save_if_unchanged(group_round.version, "state", "opened_at")
    _remember_positions(group_round)
    for person in assessors(group_round):
        give(
            to=person,
            kind=tasks.ASSESS,
            source=group_round.ref,
            link=f"/runder/{group_round.ref}/",
            due=group_round.due,
            others_wait=True,
            facts={"group": group_round.group.name},
        )
    finish(by=None, kind=tasks.PREPARE, source=group_round.ref)
    record_change(by=None, action="round.open", row=group_round)
    return True


@transaction.atomic
def ask_leader(group_round: GroupRound) -> None:
    """Give the unit's leader the task to get the group ready, when something other than the day is missing."""
    missing = set(rules.hindrances(readiness(group_round), clock.today())) - {"window_not_begun", "no_children"}
    for person in leaders(group_round) if missing else []:
        give(
            to=person,
            kind=tasks.PREPARE,
            source=group_round.ref,
            link=f"/runder/{group_round.ref}/status/",
            due=group_round.starts,
            others_wait=True,
            facts={"group": group_round.group.name},
        )


def sync_children(group_round: GroupRound) -> None:
    """Bring in children who have come to the group, and mark those who have left it. Safe to repeat."""
    now = set(open_enrolments().filter(group=group_round.group).values_list("child", flat=True))
    rows = RoundChild.objects.filter(group_round=group_round)
    rows.filter(left_on=None).exclude(child__in=now).update(left_on=clock.today())
    rows.filter(left_on__isnull=False, child__in=now).update(left_on=None)
    _bring_in_children([group_round])


def _bring_in_children(group_rounds: Iterable[GroupRound]) -> None:
    """A row for every child with a form of its age; a child whose family's objection was upheld stays left out."""
    rounds = {row.group_id: row for row in group_rounds}
    enrolled = open_enrolments().filter(group__in=rounds, child__unborn=False).select_related("child")
    out = {
        (row.child_id, row.group_round.group_id)
        for row in RoundChild.objects.filter(objection="upheld", group_round__group__in=rounds).select_related("group_round")
    }
    RoundChild.objects.bulk_create(
        (
            RoundChild(
                group_round=rounds[one.group_id],
                child_id=one.child_id,
                objection="upheld" if (one.child_id, one.group_id) in out else "",
            )
            for one in enrolled
            if one.group_id and rules.age_band(one.child.birth_date, rounds[one.group_id].starts)
        ),
        ignore_conflicts=True,
    )


def _remember_positions(group_round: GroupRound) -> None:
    """Keep beside each child what the group chose last, so that it can be shown after choosing."""
    last = dict(CurrentPosition.objects.filter(group=group_round.group).values_list("child", "outcome"))
    rows = list(group_round.children.filter(child__in=last))
    for row in rows:
        row.before = last[row.child_id]
    RoundChild.objects.bulk_update(rows, ["before"])

"""Every change of who works where, who a child has first, and what the municipality has decided."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.foundation import clock
from vejviser.foundation.results import NotVisible, RuleBroken
from vejviser.organisation import house_rules as rules
from vejviser.organisation.house_queries import days_of, in_room
from vejviser.organisation.models import Assignment, Employment, Group, Primary, Setting, Unit
from vejviser.organisation.permissions import house, house_room, house_row, setup
from vejviser.organisation.rules import UNIT_TYPES
from vejviser.organisation.setting_rules import checked


@transaction.atomic
def place(
    *, by: Person, employment: Employment, unit: Unit, group: Group | None, opens: date, closes: date | None = None,
    assesses: bool = False,
) -> Assignment:  # fmt: skip
    """Let an employee of the unit work with a group, or the whole unit, from a day to a last day or on.

    Raises NotVisible for anything outside the leader's house and RuleBroken("house_…").
    """
    _own(by, unit, employment, group)
    rules.check_days(opens, closes)
    row = Assignment(employment=employment, unit=unit, group=group, assesses=assesses, manual=True)
    row.opens_at, row.closes_at = clock.local_midnight(opens), _end_of(closes)
    return _open(by, row, "assignment.open")


@transaction.atomic
def stand_in(*, by: Person, employment: Employment, group: Group) -> Assignment:
    """Let an employee stand in with a group from now until 18.00 today. Asked for again, it gives the row there is."""
    _own(by, group.unit, employment, group)
    now, ends = clock.now(), _end_of_work()
    rules.check_day_is_on(now, ends)
    here = employment.assignments.filter(group=group, opens_at__lte=now).filter(Q(closes_at=None) | Q(closes_at__gte=ends))
    row = here.first()
    if row is not None:
        return row
    row = Assignment(employment=employment, unit=group.unit, group=group, manual=True, opens_at=now, closes_at=ends)
    return _open(by, row, "assignment.stand_in")


@transaction.atomic
def change_row(*, by: Person, row: Assignment, seen: int, opens: date, closes: date | None, assesses: bool) -> Assignment:
    """Give a row other dates or another task; from now on it is the leader's own. Raises Conflict and RuleBroken."""
    house_row.get(by, pk=row.pk)
    rules.check_days(opens, closes)
    if opens != days_of(row)[0]:
        row.opens_at = clock.local_midnight(opens)
    if closes != days_of(row)[1]:
        row.closes_at = _end_of(closes)
    row.assesses, row.manual = assesses, True
    _refuse_overlap(row)
    row.save_if_unchanged(seen, "opens_at", "closes_at", "assesses", "manual")
    record_change(by=by, action="assignment.change", row=row, facts=_facts(row))
    return row


@transaction.atomic
def end_today(*, by: Person, row: Assignment, seen: int) -> Assignment:
    """End a row at 18.00 today; at once when it ends today anyway, has not begun, or it is later than that."""
    house_row.get(by, pk=row.pk)
    now, ends = clock.now(), _end_of_work()
    if row.closes_at is not None and row.closes_at <= now:
        return row
    at_once = now >= ends or (row.closes_at is not None and row.closes_at <= ends)
    row.closes_at = max(now if at_once else ends, row.opens_at)
    row.save_if_unchanged(seen, "closes_at")
    record_change(by=by, action="assignment.end", row=row, facts=_facts(row))
    return row


@transaction.atomic
def choose_assessors(*, by: Person, group: Group, chosen: Collection[UUID]) -> None:
    """Let the rows of these refs, and no others of the group that hold now or later, assess in rounds."""
    house_room.get(by, pk=group.pk)
    for row in in_room(group):
        if row.assesses != (row.ref in chosen):
            row.assesses = not row.assesses
            row.save_if_unchanged(row.version, "assesses")
            record_change(by=by, action="assignment.assesses", row=row, facts={"assesses": row.assesses})


@transaction.atomic
def set_primaries(*, by: Person, assignment: Assignment, seen: int, children: Collection[UUID]) -> None:
    """Make somebody the first adult of exactly these children of their room; a child has one in a unit.

    The caller knows that the children are in the room. Raises Conflict when the row was changed since `seen`.
    """
    house_row.get(by, pk=assignment.pk)
    assignment.save_if_unchanged(seen)
    before = set(assignment.primaries.values_list("child", flat=True))
    gone, new = before - set(children), set(children) - before
    _unset(by, Primary.objects.filter(assignment=assignment, child__in=gone))
    _unset(by, Primary.objects.filter(assignment__unit=assignment.unit, child__in=new))
    for child in sorted(new):
        row = Primary.objects.create(assignment=assignment, child=child)
        record_change(by=by, action="primary.set", row=row, child=child, facts={"assignment": str(assignment.ref)})


@transaction.atomic
def set_value(*, by: Person | None, key: str, value: object, valid_from: date, why: str, scope: str = "") -> Setting:
    """Decide on a [cfg] key from a day on, for one type of unit or for all. `by` is None for the set-up itself.

    Raises NotVisible for anybody but the system administrator and RuleBroken("setting_…").
    """
    if by is not None and not setup.open_to(by):
        raise NotVisible(setup.name)
    decided = checked(key, value)
    _check_decision(scope, valid_from, why)
    row = Setting.objects.create(
        key=key, scope=scope, value=decided, valid_from=valid_from, why=why.strip(), by=by.ref if by else None
    )
    record_change(by=by, action="setting.set", row=row, facts={"key": key, "scope": scope, "from": valid_from.isoformat()})
    return row


def _check_decision(scope: str, valid_from: date, why: str) -> None:
    if scope and scope not in UNIT_TYPES:
        raise RuleBroken("setting_scope", scope=scope)
    if valid_from < clock.today():
        raise RuleBroken("setting_past")
    if not why.strip():
        raise RuleBroken("setting_why")


def _own(by: Person, unit: Unit, employment: Employment, group: Group | None) -> None:
    """The leader's own unit, one of its employees, one of its rooms, and a role that belongs in one."""
    house.get(by, pk=unit.pk)
    if employment.unit_id != unit.pk or (group is not None and group.unit_id != unit.pk):
        raise NotVisible(house.name)
    rules.check_role(employment.role, employment.person.full_name)


def _open(by: Person, row: Assignment, action: str) -> Assignment:
    _refuse_overlap(row)
    row.save()
    record_change(by=by, action=action, row=row, facts=_facts(row))
    return row


def _refuse_overlap(row: Assignment) -> None:
    others = Assignment.objects.filter(employment=row.employment, unit=row.unit, group=row.group).exclude(pk=row.pk)
    others = others.filter(Q(closes_at=None) | Q(closes_at__gt=row.opens_at))
    if row.closes_at is not None:
        others = others.filter(opens_at__lt=row.closes_at)
    if others.exists():
        raise RuleBroken("house_already_there", name=row.employment.person.full_name)


def _unset(by: Person, rows: QuerySet[Primary]) -> None:
    for row in rows:
        record_change(by=by, action="primary.unset", row=row, child=row.child)
    rows.delete()


def _end_of(closes: date | None) -> datetime | None:
    return clock.local_midnight(closes + timedelta(days=1)) if closes else None


def _end_of_work() -> datetime:
    return timezone.make_aware(datetime.combine(clock.today(), rules.DAY_ENDS))


def _facts(row: Assignment) -> dict[str, Any]:
    return {
        "employment": str(row.employment.ref),
        "group": str(row.group.ref) if row.group else None,
        "opens_at": row.opens_at.isoformat(),
        "closes_at": row.closes_at.isoformat() if row.closes_at else None,
        "assesses": row.assesses,
    }

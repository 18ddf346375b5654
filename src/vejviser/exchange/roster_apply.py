"""Writing a plan: all of it or nothing, in few statements, with one line in the record of changes."""

from typing import Any

from django.db import transaction
from django.db.models import Max, Model

from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.children.models import Child, Guardian
from vejviser.exchange.models import ImportRun
from vejviser.exchange.roster_bulk import insert
from vejviser.exchange.roster_difference import Change, Difference
from vejviser.exchange.roster_plan import Plan
from vejviser.exchange.roster_targets import LINKS, Target
from vejviser.exchange.roster_wanted import Wanted
from vejviser.exchange.rules import word
from vejviser.foundation import clock
from vejviser.organisation.models import District

AT_ONCE = 2_000
COUNTED = ("new", "changed", "unchanged", "drops")
DERIVED = ("cpr_hash", "name_sort", "name_fold")
"""Columns that follow from others and are set by the row itself."""


@transaction.atomic
def apply_plan(plan: Plan, *, by: Person | None, allow_drops: bool = False) -> ImportRun:
    """Write everything that the plan does not hold back. Raises Refused, with nothing written, when it may not be."""
    plan.refuse_if_wrong(allow_drops=allow_drops)
    writer = _Writer(plan)
    for difference in plan.differences.values():
        writer.write(difference)
    counts = {kind: dict(zip(COUNTED, count, strict=False)) for kind, count in plan.counts().items()}
    run = ImportRun.objects.create(
        files=sorted(plan.roster.kinds), counts=counts, held=len(plan.held), by=by.ref if by else None
    )
    record_change(by=by, action="import_roster", row=run, facts={**counts, "held": run.held})
    return run


class _Writer:
    """Writes one table after another; rows that were just made get their primary keys for the next table."""

    def __init__(self, plan: Plan) -> None:
        self.ids, self.now = plan.ids, clock.now()
        self.districts: dict[str, int] = {}

    def write(self, difference: Difference) -> None:
        """Change first, so that what ends makes room for what begins."""
        if updates := difference.updates():
            self._change(difference.target, updates)
        if difference.new:
            self._create(difference.target, difference.new)

    def _change(self, target: Target, changes: list[Change]) -> None:
        rows = target.model.objects.in_bulk([change.pk for change in changes])
        for change in changes:
            row = rows[change.pk]
            for name, value in self._columns(change.columns).items():
                setattr(row, name, value)
            row.version += 1
            _derive(row)
        written = {name for change in changes for name in change.columns} | {"version"}
        written |= {name for name in DERIVED if hasattr(target.model, name)}
        target.model.objects.bulk_update(rows.values(), sorted(written), batch_size=AT_ONCE)

    def _create(self, target: Target, new: list[Wanted]) -> None:
        before = target.model.objects.aggregate(last=Max("pk"))["last"] or 0
        insert(target.model, [self._made(target, one) for one in new])
        made = target.model.objects.filter(pk__gt=before).values_list("source", "source_id", "pk")
        self.ids[target.name] |= {(source, source_id): pk for source, source_id, pk in made}

    def _made(self, target: Target, one: Wanted) -> Model:
        """A new row; columns of which the files know nothing get their defaults."""
        known = {name: value for name, value in zip(target.columns, one.values, strict=True) if value is not None}
        source, source_id = one.key
        row: Model = target.model(source=source, source_id=source_id, created_at=self.now, **self._columns(known))
        _derive(row)
        if isinstance(row, Person):
            row.set_unusable_password()
        return row

    def _columns(self, columns: dict[str, Any]) -> dict[str, Any]:
        """The same columns as the database has them: links and districts by primary key."""
        return dict(self._column(name, value) for name, value in columns.items())

    def _column(self, name: str, value: Any) -> tuple[str, Any]:
        if name in LINKS:
            return f"{name}_id", self.ids[LINKS[name]][value] if isinstance(value, tuple) else value
        return ("district_id", self._district(value)) if name == "district" else (name, value)

    def _district(self, name: str) -> int:
        if name not in self.districts:
            district, _ = District.objects.get_or_create(name=name, defaults={"code": word(name)})
            self.districts[name] = district.pk
        return self.districts[name]


def _derive(row: Model) -> None:
    """The columns that follow from a name or a number."""
    if isinstance(row, Person):
        row.set_cpr(row.cpr)
    elif isinstance(row, Child | Guardian):
        row.set_derived()

"""Importing in tests: the good set with changes, planned and applied."""

from collections.abc import Mapping, Sequence

from vejviser.children.models import Child, Custody, Enrolment
from vejviser.exchange.roster_apply import apply_plan
from vejviser.exchange.roster_plan import Plan, make_plan
from vejviser.exchange.roster_targets import TARGETS
from vejviser.exchange.tests.files import Table, roster_of


def run(tables: Mapping[str, Table] | None = None, *, allow_drops: bool = True, **changed: Table) -> Plan:
    """Plan and apply the good set with some tables replaced."""
    plan = make_plan(roster_of(**(tables or {}), **changed))
    apply_plan(plan, by=None, allow_drops=allow_drops)
    return plan


def numbers(plan: Plan, kind: str) -> Sequence[int]:
    """New, changed, unchanged and dropped rows of a kind."""
    return tuple(plan.counts()[kind])[:4]


def held(plan: Plan) -> list[str]:
    """The codes of what waits for two people."""
    return [problem.code for problem in plan.held]


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that a roster writes, versions included."""
    return {target.name: list(target.model.objects.order_by("pk").values_list()) for target in TARGETS}


def child(source_id: str = "c1") -> Child:
    return Child.objects.get(source_id=source_id)


def custody(adult: str, source_id: str = "c1") -> Custody:
    """The newest custody row of an adult."""
    rows = Custody.objects.filter(child__source_id=source_id, guardian__source_id=adult)
    return rows.order_by("opens", "pk").last() or Custody()


def enrolments(source_id: str = "c1") -> list[Enrolment]:
    return list(Enrolment.objects.filter(child__source_id=source_id).order_by("opens", "pk"))

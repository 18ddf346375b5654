"""A child's joint assessments round by round; own assessments are never part of it."""

from dataclasses import dataclass
from datetime import date

from vejviser.access.permissions import ChildSight
from vejviser.organisation.queries import is_yes
from vejviser.screening.models import JointAssessment, RoundChild
from vejviser.ui.dates import local_day

# School and after-school care are two groups with positions of their own: a line each.
AFTERNOON = ("mini_sfo", "sfo", "klub")


@dataclass(frozen=True)
class Passed:
    """One closed round of the child; `outcome` is empty when it was not assessed."""

    day: date
    round: str
    group: str
    kind: str
    outcome: str
    told_parents: bool
    link: str


def passed(sight: ChildSight) -> list[Passed]:
    """The closed rounds the person may see, oldest first; one query per page, kept on the sight.

    What was chosen in another kind of unit stays there, unless the municipality lets it follow the child.
    """
    kept = vars(sight)
    if "rounds" not in kept:
        kept["rounds"] = _read(sight) if sight.may("D3") else []
    found: list[Passed] = kept["rounds"]
    return found


def lines(sight: ChildSight) -> list[list[Passed]]:
    """One line for the day's group and one for the afternoon's, those that have any."""
    found = passed(sight)
    both = ([one for one in found if (one.kind in AFTERNOON) is afternoon] for afternoon in (False, True))
    return [line for line in both if line]


def _read(sight: ChildSight) -> list[Passed]:
    rows = RoundChild.objects.filter(child=sight.child, group_round__state="closed", left_on=None)
    if not is_yes("screening.follows_child"):
        rows = rows.filter(group_round__group__unit__kind__in={way.unit.kind for way in sight.ways if way.unit})
    rows = rows.exclude(objection="upheld").select_related("group_round__round", "group_round__group__unit", "joint", "talk")
    return [_passed(row) for row in rows.order_by("group_round__starts", "group_round__pk")]


def _passed(row: RoundChild) -> Passed:
    group_round = row.group_round
    joint: JointAssessment | None = getattr(row, "joint", None)
    return Passed(
        day=local_day(group_round.closed_at or group_round.starts),
        round=group_round.round.name,
        group=group_round.group.name,
        kind=group_round.group.unit.kind,
        outcome=joint.outcome if joint else "",
        told_parents=hasattr(row, "talk"),
        link=f"/runder/barn/{row.ref}/",
    )

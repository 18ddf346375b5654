"""Everything the log's page shows, read once."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from vejviser.agreements.models import Goal
from vejviser.agreements.queries import from_source, goals
from vejviser.foundation import clock
from vejviser.foundation.child_url import child_url
from vejviser.relaylog import queries
from vejviser.relaylog.models import Participant
from vejviser.relaylog.permissions import LogSight
from vejviser.relaylog.texts import COLUMNS
from vejviser.ui.charts import GoalChart, Rating
from vejviser.ui.charts import goal as goal_line

DRAFT = "log"


def whole_page(seen: LogSight) -> dict[str, object]:
    """The page of those who take part."""
    said = queries.lines(seen)
    return {
        "columns": [(kind, COLUMNS[kind], said[kind]) for kind in ("worry", "works")],
        "notes": said["note"],
        "views": queries.views(seen),
        "acted": queries.acted_on(seen.log),
        "agreements": list(from_source(seen.sight.person, "log", seen.log.ref)),
        "goals": [(goal, _chart(goal)) for goal in goals(seen.sight)],
        "next": next_step(seen),
        **status_page(seen),
    }


def status_page(seen: LogSight) -> dict[str, object]:
    """What somebody with metadata only gets to know."""
    child = seen.sight.child
    return {
        "seen": seen,
        "child": child,
        "log": seen.log,
        "family": and_so_on(family_names(seen.people)),
        "offer": queries.open_offer(seen.log),
        "offer_path": child_url(child.ref, "stafetlog/stafet"),
    }


def next_step(seen: LogSight) -> dict[str, object]:
    """What, when and where the button leads: the family's consent first, then the end of the log, then the next date."""
    child, log = seen.sight.child, seen.log
    if log.state != "open":
        return {"what": _("Read along until the log is put away"), "due": log.reads_until, "path": "", "action": ""}
    if not seen.agreed:
        return {
            "what": _("The family's consent does not hold: ask again, or end the log"),
            "due": clock.today(),
            "path": child_url(child.ref, "samtykke"),
            "action": _("See the consent"),
        }
    path = child_url(child.ref, "stafetlog/dato") if seen.may_write else ""
    return {"what": log.next_what, "due": log.next_on, "path": path, "action": _("Held: set the next date")}


def and_so_on(names: Sequence[str]) -> str:
    """Such as "Camilla og Rasmus"."""
    return _(" and ").join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def family_names(people: Sequence[Participant]) -> list[str]:
    """The first names of those who hold custody and have a voice in the log."""
    return [one.guardian.first_name for one in people if one.guardian]


def _chart(goal: Goal) -> GoalChart:
    """Everybody's newest number beside the goal; a picture or a word is no number and stays on the goals' own page."""
    newest = {rating.name: rating.number for rating in goal.ratings.all() if rating.number is not None}
    marks = [Rating(name, "".join(part[0] for part in name.split()[:2]), number) for name, number in newest.items()]
    return goal_line(marks, goal.aim)

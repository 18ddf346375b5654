"""Rounds on the child's page, in the time line and in the menu."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vejviser.access.permissions import ChildSight
from vejviser.accounts.models import Person
from vejviser.foundation.next_steps import Event, Section, offer_section, offer_timeline
from vejviser.organisation.queries import is_on
from vejviser.screening import texts
from vejviser.screening.permissions import takes_part
from vejviser.screening.queries.history import Passed, lines, passed
from vejviser.screening.rules import DISAGREE
from vejviser.ui import navigation
from vejviser.ui.charts import RoundMark, positions


def _rounds(request: HttpRequest, sight: ChildSight) -> dict[str, Any] | None:
    """Only joint assessments, each line a chart with its table."""
    found = lines(sight)
    return {"charts": [positions([_mark(one) for one in line]) for line in found]} if found else None


def _mark(one: Passed) -> RoundMark:
    """A round in which the group still disagreed has no lane; the table says so."""
    name = f"{one.round} ({texts.JOINT[DISAGREE]})" if one.outcome == DISAGREE else one.round
    position = "" if one.outcome == DISAGREE else one.outcome
    return RoundMark(f"{one.day.month}/{one.day:%y}", name, one.group, position)


def _events(sight: ChildSight) -> list[Event]:
    return [Event(one.day, _event(one), "D3") for one in passed(sight) if one.outcome]


def _event(one: Passed) -> str:
    words = {"round": one.round, "group": one.group, "outcome": str(texts.JOINT[one.outcome]).lower()}
    return _("%(round)s in %(group)s: joint assessment %(outcome)s") % words


def _offered(person: Person | AnonymousUser) -> bool:
    return isinstance(person, Person) and takes_part(person) and is_on(person, "screening")


offer_section(Section("screening", "D3", "main", 30, "screening/_rounds_of_child.html", _rounds))
offer_timeline("screening", _events)
navigation.offer(navigation.Entry("rounds", gettext_lazy("Rounds of well-being"), "/runder/", order=30, offered=_offered))

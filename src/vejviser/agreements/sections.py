"""Agreements on the child's page: those in progress, and lines of the time line."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from vejviser.access.permissions import ChildSight
from vejviser.agreements.models import Agreement
from vejviser.agreements.queries import in_progress, of_child
from vejviser.foundation.child_url import child_url
from vejviser.foundation.next_steps import Event, Section, offer_section, offer_timeline
from vejviser.ui.dates import local_day

ON_THE_TIME_LINE = 12


def _in_progress(request: HttpRequest, sight: ChildSight) -> dict[str, Any] | None:
    rows = in_progress(sight)
    return {"agreements": rows, "all": child_url(sight.child.ref, "aftaler")} if rows else None


def _events(sight: ChildSight) -> list[Event]:
    return [_event(row) for row in of_child(sight)[-ON_THE_TIME_LINE:]] if sight.may("D10") else []


def _event(row: Agreement) -> Event:
    words = {
        "open": _("To be looked at again") if row.waits else _("Agreement to be kept"),
        "done": _("Looked at again") if row.waits else _("Agreement kept"),
        "dropped": _("Agreement given up"),
    }
    day = local_day(row.ended_at) if row.ended_at else row.by_when
    return Event(day, f"{words[row.state]}: {row.what}", "D10", row.address())


offer_section(Section("agreements", "D10", "main", 40, "agreements/_in_progress.html", _in_progress))
offer_timeline("agreements", _events)

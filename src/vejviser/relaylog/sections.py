"""What a log puts on the child's page: own levels over time, the baton and the next date, and the way in."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vejviser.access.permissions import ChildSight
from vejviser.foundation.child_url import child_url
from vejviser.foundation.next_steps import Event, Forward, Section, offer_forward, offer_section, offer_timeline
from vejviser.relaylog.card_queries import Card, card


def _card(request: HttpRequest, sight: ChildSight) -> dict[str, object] | None:
    found = card(sight)
    return {"card": found, "child": sight.child} if found else None


def _levels(request: HttpRequest, sight: ChildSight) -> dict[str, object] | None:
    found = card(sight)
    return {"card": found, "child": sight.child} if found and found.chart.rows else None


def _events(sight: ChildSight) -> list[Event]:
    found = card(sight)
    return _of_log(found, child_url(sight.child.ref, "stafetlog")) if found else []


def _of_log(found: Card, link: str) -> list[Event]:
    log, acted = found.log, found.acted
    events = [Event(log.opened_on, _("The relay log was opened"), "D5", link)]
    if acted:
        said = _("You agreed to act on level %(level)s") % {"level": acted.level}
        events.append(Event(acted.at, said, "D5", link))
    if log.closed_on:
        events.append(Event(log.closed_on, _("The relay log was closed"), "D5", link))
    elif log.next_on:
        events.append(Event(log.next_on, log.next_what, "D5", link))
    return events


offer_section(Section("levels", "D5", "main", 20, "relaylog/_levels_card.html", _levels))
offer_section(Section("log", "D5", "side", 20, "relaylog/_log_card.html", _card))
offer_forward(
    Forward("log", gettext_lazy("Open the relay log"), lambda child: child_url(child, "stafetlog/aabn"), "D11", "W", 20)
)
offer_timeline("log", _events)

"""The words of My house: periods, and what is missing."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vejviser.ui.dates import in_words, local_day, time_of_day

GAP_ROOM, GAP_ASSESSORS, GAP_PRIMARY = "room", "assessors", "primary"


def period(opens_at: datetime, closes_at: datetime | None, last: date | None, today: date) -> str:
    """ "fra 1. maj 2022", "1. marts til 30. april", "kun i dag, til kl. 18.00"; `last` is the last day."""
    first = local_day(opens_at)
    if last is None or closes_at is None:
        return _("from %(day)s") % {"day": in_words(first, today)}
    if first == last == today:
        return _("only today, until %(time)s") % {"time": time_of_day(closes_at)}
    if first == last:
        return _("only %(day)s") % {"day": in_words(first, today)}
    if last < today:
        return _("until %(day)s") % {"day": in_words(last, today)}
    return _("%(first)s to %(last)s") % {"first": in_words(first, today), "last": in_words(last, today)}


def employed(opens: date, closes: date | None, today: date) -> str:
    """What is worth knowing of an employment: that it has just begun, or has ended."""
    if closes is not None and closes < today:
        return _("stopped %(day)s") % {"day": in_words(closes, today)}
    return _("from %(day)s") % {"day": in_words(opens, today)} if (today - opens).days < 14 else ""


def sees(children: int, only_today: bool) -> str:
    """How many children somebody sees through their rooms."""
    if not children:
        return _("No children")
    count = ngettext("%(count)s child", "%(count)s children", children) % {"count": children}
    return _("%(children)s, today") % {"children": count} if only_today else count


def why_missing(kind: str, count: int, needed: int, place: str) -> str:
    """Why a line stands under "Her mangler noget"; `place` is the house's word for a room."""
    if kind == GAP_ROOM:
        return _("Has no %(place)s yet. Sees only the guide and the offers") % {"place": place}
    if kind == GAP_ASSESSORS:
        return _("%(count)s of %(needed)s assessors chosen") % {"count": count, "needed": needed}
    return ngettext("%(count)s child has no primary adult", "%(count)s children have no primary adult", count) % {
        "count": count
    }


def next_step(kind: str, name: str, place: str) -> str:
    """What to do about it."""
    sentences = {
        GAP_ROOM: _("Choose a %(place)s for %(name)s"),
        GAP_ASSESSORS: _("Choose assessors for %(name)s"),
        GAP_PRIMARY: _("Choose primary adults in %(name)s"),
    }
    return sentences[kind] % {"name": name, "place": place}


def button(kind: str, place: str) -> str:
    """The words on the button that leads there."""
    words = {GAP_ROOM: _("Choose %(place)s"), GAP_ASSESSORS: _("Choose assessors"), GAP_PRIMARY: _("Choose primary")}
    return words[kind] % {"place": place}

"""Deadlines and ages of the guide in words."""

from collections.abc import Sequence

from django import template
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from vejviser.guide.rules.content import Guide

register = template.Library()
SOON = {"straks": _("At once"), "samme_dag": _("The same day"), "naeste_hverdag": _("The next working day")}


@register.filter
def working_days(days: int | None) -> str:
    """ "I dag", "Inden 5 hverdage"; nothing for no deadline."""
    if days is None:
        return ""
    if days == 0:
        return str(_("Today"))
    return ngettext("Within %(days)s working day", "Within %(days)s working days", days) % {"days": days}


@register.filter
def band_name(guide: Guide, key: str) -> str:
    """The name of an age band."""
    return next((band.name for band in guide.age_bands if band.key == key), "")


@register.filter
def soon(code: str) -> str:
    """The deadline of a step where violence is suspected: "Straks", "Samme dag"."""
    return str(SOON.get(code, code))


@register.filter
def inside(name: str) -> str:
    """A name inside a sentence: its first letter small, abbreviations as they are."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


@register.filter
def listed(names: Sequence[str]) -> str:
    """Names inside a sentence: "forældre, leder af enheden og psykolog i PPR"."""
    *most, last = [inside(name) for name in names] or [""]
    return str(_("%(names)s and %(last)s") % {"names": ", ".join(most), "last": last}) if most else last

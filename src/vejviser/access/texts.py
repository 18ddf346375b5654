"""Why somebody may see a child, in words; built from the ways that granted it."""

from collections.abc import Iterable
from typing import Protocol

from django.utils.translation import gettext as _

from vejviser.access.consent_texts import SENTENCES
from vejviser.ui.texts import offer

offer(SENTENCES)


class Way(Protocol):
    """What a sentence needs of a way to a child."""

    @property
    def relation(self) -> str: ...
    @property
    def capacity(self) -> str: ...
    @property
    def unit(self) -> object: ...
    @property
    def group(self) -> object: ...


def because(first_name: str, ways: Iterable[Way]) -> str:
    """Such as "Du kan se Almas side, fordi du er primær voksen for Alma og stafetholder." One clause per different way."""
    reasons = list(dict.fromkeys(_reason(way) for way in ways))
    joined = _(" and ").join([", ".join(reasons[:-1]), reasons[-1]] if len(reasons) > 1 else reasons)
    return _("You can see %(name)s's page because %(reasons)s.") % {"name": first_name, "reasons": joined}


def _reason(way: Way) -> str:
    place = str(way.group or way.unit or "")
    words = {
        ("INST", "primary"): _("you are the primary adult"),
        ("INST", ""): _("you work in %(place)s"),
        ("LEAD", ""): _("you lead %(place)s"),
        ("HV", ""): _("you are the health visitor of %(place)s"),
        ("PPR", ""): _("you are the adviser of %(place)s"),
        ("LOG", "holder"): _("you hold the baton"),
        ("LOG", ""): _("you take part in the relay log"),
        ("FRONT", ""): _("you are invited as front team"),
        ("MEET", ""): _("you are invited to a meeting about the child"),
        ("INTV", ""): _("you carry out an intervention"),
        ("INTAKE", ""): _("you receive a notification about the child"),
        ("CASE", ""): _("you are the authority's caseworker"),
        ("BG", ""): _("you have opened with an emergency reason"),
        ("SAMPLE", ""): _("you control a sample"),
    }
    text = words.get((way.relation, way.capacity)) or words[(way.relation, "")]
    return text % {"place": place}

"""What kinds of units, rooms and functions are called."""

from django.utils.translation import gettext_lazy as _

UNIT_NAMES = {
    "sundhedspleje": _("health visitors"),
    "dagpleje": _("childminding"),
    "vuggestue": _("nursery"),
    "boernehave": _("kindergarten"),
    "mini_sfo": _("mini after-school care"),
    "sfo": _("after-school care"),
    "skole": _("school"),
    "klub": _("club"),
    "ungdomstilbud": _("youth offer"),
    "ppr": _("PPR"),
    "familieraadgivning": _("family counselling"),
    "tandpleje": _("dental care"),
    "ekstern": _("external provider"),
}
FUNCTION_NAMES = {
    "guide": _("Guide"),
    "concern": _("Notes"),
    "log": _("Relay log"),
    "screening": _("Rounds of well-being"),
}
_PLACES = {
    "vuggestue": (_("room"), _("rooms")),
    "boernehave": (_("room"), _("rooms")),
    "skole": (_("class"), _("classes")),
}


def place_word(unit_kind: str, count: int = 1) -> str:
    """What a group is called in a type of unit: a room, a class, or just a group."""
    one, more = _PLACES.get(unit_kind, (_("group"), _("groups")))
    return str(one if count == 1 else more)

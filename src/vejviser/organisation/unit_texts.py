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
    "screening": _("Rounds of well-being"),
    "concern": _("Notes"),
    "log": _("Relay log"),
    "advice": _("Advice"),
    "meetings": _("Meetings"),
    "interventions": _("Interventions"),
    "intake": _("Intake"),
    "transition": _("Transition"),
    "surveys": _("Surveys"),
    "steering": _("Steering"),
    "economy": _("Economy"),
    "plan": _("Plan"),
}

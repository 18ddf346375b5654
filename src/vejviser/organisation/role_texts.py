"""What a role is called in a sentence."""

from django.utils.translation import gettext_lazy as _

ROLES = {
    "dagplejer": _("childminder"),
    "paedagog": _("pedagogue"),
    "laerer": _("teacher"),
    "sundhedsplejerske": _("health visitor"),
    "tandplejer": _("dental hygienist"),
    "ppr_psykolog": _("PPR psychologist"),
    "logopaed": _("speech therapist"),
    "fys_ergo": _("physiotherapist or occupational therapist"),
    "forebyggelseskonsulent": _("prevention consultant"),
    "frontteam": _("social worker, front team"),
    "skolesocialraadgiver": _("school social worker"),
    "myndighedsraadgiver": _("caseworker of the authority"),
    "udfoerer": _("provider"),
    "ekstern_udfoerer": _("external provider"),
    "leder": _("leader"),
    "omraadeleder": _("area leader"),
    "centerchef": _("head of centre"),
    "forum_koordinator": _("forum coordinator"),
    "projektleder": _("project leader"),
    "styregruppemedlem": _("member of the steering group"),
    "evaluator": _("evaluator"),
    "politiker": _("politician"),
    "dpo": _("data protection officer"),
    "systemadministrator": _("system administrator"),
    "super_user": _("super user"),
}


def role_name(code: str) -> str:
    """The role in words; raises KeyError for a role that is not in the one list."""
    return str(ROLES[code])

"""The one list of unit types and roles, and what follows from a role. Pure."""

UNIT_TYPES = (
    "sundhedspleje", "dagpleje", "vuggestue", "boernehave", "mini_sfo", "sfo", "skole", "klub", "ungdomstilbud", "ppr",
    "familieraadgivning", "tandpleje", "ekstern",
)  # fmt: skip
GROUP_KINDS = ("stue", "klasse", "sfo", "hold", "dagplejer")

# A role's relation to the children of the group or unit it is assigned to; other roles get none from an assignment.
RELATION_OF_ROLE = {
    "dagplejer": "INST", "paedagog": "INST", "laerer": "INST",
    "sundhedsplejerske": "HV",
    "ppr_psykolog": "PPR", "logopaed": "PPR", "fys_ergo": "PPR",
}  # fmt: skip
LEADING_ROLES = ("leder", "omraadeleder")
ROLES = (
    "dagplejer", "paedagog", "laerer", "sundhedsplejerske", "tandplejer", "ppr_psykolog", "logopaed", "fys_ergo",
    "forebyggelseskonsulent", "frontteam", "skolesocialraadgiver", "myndighedsraadgiver", "udfoerer", "ekstern_udfoerer",
    "leder", "omraadeleder", "centerchef", "forum_koordinator", "projektleder", "styregruppemedlem", "evaluator", "politiker",
    "dpo", "systemadministrator", "super_user",
)  # fmt: skip
# Roles without an employment's duty to notify (decisions: evaluator and politician have none).
WITHOUT_NOTIFYING = ("evaluator", "politiker")
# What a municipality can switch off per type of unit. A function is added here together with its package.
FUNCTIONS = ("guide", "concern", "log", "screening")

"""The tasks a round makes. A task names the group at most; the child is shown where access is asked again."""

from django.utils.translation import gettext_lazy as _

from vejviser.worklist.kinds import Kind, offer

PREPARE = "screening.prepare"
ASSESS = "screening.assess"
REFLECT = "screening.reflect"
ACT_TODAY = "screening.act_today"
PARENTS = "screening.parents"
OBJECTION = "screening.objection"

offer(
    Kind(
        PREPARE,
        _("Get the round in %(group)s ready"),
        _("Parents without notice, or no assessors named"),
        _("See what is missing"),
    )
)
offer(Kind(ASSESS, _("Assess the children in %(group)s"), _("The round is open"), _("Open the round")))
offer(Kind(REFLECT, _("Talk together about %(group)s"), _("Everybody has assessed"), _("Open the talk")))
offer(
    Kind(
        ACT_TODAY,
        _("Act today"),
        _("You marked a statement that cannot wait"),
        _("See what to do"),
        by_hand=True,
    )
)
offer(Kind(PARENTS, _("Talk with the parents"), _("The joint assessment is new or changed"), _("Note the talk")))
offer(Kind(OBJECTION, _("Decide an objection"), _("The parents have objected to the round"), _("Open the case")))

"""The tasks an agreement makes. They hold no text of it: that is read where access is asked again."""

from django.utils.translation import gettext_lazy as _

from vejviser.worklist.kinds import Kind, offer

DO, LOOK, REPLAN, EVALUATE = "agreements.do", "agreements.look", "agreements.replan", "agreements.evaluate"

offer(Kind(DO, _("Do what you agreed"), _("You have promised it in an agreement"), _("Open the agreement")))
offer(Kind(LOOK, _("Look again"), _("You decided to wait and see until this day"), _("Look again")))
offer(Kind(REPLAN, _("Agree on a new date"), _("The day you agreed on has passed"), _("Choose a date")))
offer(Kind(EVALUATE, _("Look at what came of the agreement"), _("You agreed to look at it on this day"), _("Write it")))

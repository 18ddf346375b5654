"""The tasks a note makes for its author. They hold nothing of the note."""

from django.utils.translation import gettext_lazy as _

from vejviser.worklist.kinds import Kind, offer

TALK, END, LOOK = "concern.talk", "concern.end", "concern.look"
KINDS = {"talk": TALK, "end": END, "look": LOOK}

offer(Kind(TALK, _("Talk with the parents"), _("You noted something about the child"), _("Note the talk")))
offer(Kind(END, _("Make an agreement, or decide to wait"), _("You noted something that has no end yet"), _("Open the note")))
offer(Kind(LOOK, _("Look again at what you noted"), _("You decided to wait until this day"), _("Open the note")))

"""The words of this package's rules."""

from django.utils.translation import gettext_lazy as _

from vejviser.ui.texts import offer

NEXT_STEPS = {
    "agree_or_wait": _("Make an agreement, or decide to wait and see"),
    "look_again_on_the_date": _("Look again on the day you chose"),
    "follow_the_agreement": _("Follow the agreement"),
    "note_again_if_it_returns": _("Nothing now. Note it again if it returns"),
    "nothing_more_is_asked": _("Nothing now"),
}

offer(
    {
        "concern_needs_facts": _("Write what you saw."),
        "concern_is_about_one_thing": _("A concern is about a child, a group or the surroundings."),
        "concern_needs_level": _("Choose how worried you are."),
        "talk_is_in_the_future": _("Write the day on which you talked with the parents, not one to come."),
        "talk_needs_day": _("Write the day on which you talked with the parents."),
        "hold_end_needs_reason": _("Write why the case is no longer shielded."),
        "share_needs_room": _("Choose the room you share with."),
        "only_the_author_shares": _("Only the person who wrote the note can share it."),
        "already_shared": _("The note is already shared."),
        "concern_needs_an_end": _("Make an agreement with a date, or write why you wait and when you look again."),
        "hold_needs_ground": _("Choose why the family must not see it now."),
        "hold_only_by_the_notifier": _("Only the person who notified can say this."),
        "hold_stands": _("Nothing about this reaches the family while the case is shielded."),
        "talk_before_release": _("Talk with the parents first and note the day."),
    }
)

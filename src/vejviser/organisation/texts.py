"""The words of a no on My house and in the settings."""

from django.utils.translation import gettext_lazy as _

from vejviser.ui.texts import offer

offer(
    {
        "house_dates": _("The last day is before the first. Write a last day after %(opens)s, or none."),
        "house_already_there": _("%(name)s is already there in that period. Change the row that exists."),
        "house_day_is_over": _("The day is over: a stand-in's access ends at 18.00. Add a row with dates instead."),
        "house_role": _("%(name)s's role is not tied to a room and sees no children from it."),
        "setting_unknown": _("There is no setting called %(key)s."),
        "setting_fixed": _("%(key)s is part of the program and is not changed here."),
        "setting_number": _("Write a number from %(least)s to %(most)s."),
        "setting_yes_no": _("Answer yes or no."),
        "setting_text": _("Write a text."),
        "setting_codes": _("Choose among the ones that exist."),
        "setting_scope": _("There is no kind of unit called %(scope)s."),
        "setting_past": _("A change holds from today or later."),
        "setting_why": _("Write why, so that those who come after you can understand it."),
    }
)

"""The words of this package's rules."""

from django.utils.translation import gettext_lazy as _

from vejviser.ui.texts import offer

NEXT_STEPS = {
    "meet_on_the_next_date": _("Follow up on the agreed day"),
    "read_until_the_tail_ends": _("Read along until the log is put away"),
    "new_log_needs_new_consent": _("Nothing now. A new log begins with a new consent"),
    "receiver_answers": _("The other answers. Until then you hold the baton"),
    "receiver_holds_the_baton": _("The new holder follows the agreements"),
    "giver_asks_somebody_else": _("You hold the baton. Ask somebody else"),
    "giver_keeps_the_baton": _("You hold the baton"),
}

CLOSE_REASONS = {
    "maal_naaet": _("The goals are reached"),
    "samtykke_trukket": _("The family has withdrawn the consent"),
    "flyttet": _("The child has moved"),
    "anden_indsats": _("Another effort takes over"),
    "underretning": _("A notification has been sent"),
    "fyldt_18": _("18 years old"),
}

offer(
    {
        "log_needs_consent": _("A log opens when everybody who must consent has said yes."),
        "log_needs_next_date": _("Write when you follow up. An open log always has a next date."),
        "log_next_date_past": _("The next date is after today. %(day)s is too early."),
        "participant_needs_one_basis": _("Choose the one basis on which the participant reads the log."),
        "only_the_holder_hands_over": _("Only the one who holds the baton can hand it over."),
        "baton_to_somebody_else": _("Choose somebody else. You hold the baton already."),
        "one_offer_at_a_time": _("You have asked somebody. Withdraw that before you ask another."),
        "only_the_receiver_answers": _("Only the one who was asked can answer."),
        "only_the_giver_withdraws": _("Only the one who asked can withdraw it."),
        "level_from_1_to_5": _("Choose a level from 1 to 5."),
        "level_needs_reason": _("Write why you act on this level."),
        "level_needs_names": _("Write who agreed on the level."),
        "staff_only_needs_reason": _("The family reads along. Write why this is for professionals only."),
        "staff_only_needs_end": _("Write the day until which this is for professionals only."),
        "close_needs_reason": _("Choose why the log ends."),
        "close_needs_evaluation": _(
            "The child, the parents and the professionals look back first, each for themselves."
        ),
        "close_text_not_seen": _("The family sees the closing text before the log ends."),
    }
)

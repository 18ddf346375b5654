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

COLUMNS = {
    "worry": _("What we are worried about"),
    "works": _("What works"),
    "note": _("What we know besides"),
}

BASES = {
    "own_task": _("Own task"),
    "same_authority": _("Same authority"),
    "consent": _("Consent"),
    "ssd": _("Early cooperation without consent"),
    "law": _("Law"),
}

PICTURES = {
    "sun": _("Sun"),
    "cloud_sun": _("Cloud with a little sun"),
    "cloud": _("Cloud"),
    "rain": _("Rain"),
    "fog": _("Does not know"),
}

offer(
    {
        "log_needs_consent": _("A log opens when everybody who must consent has said yes."),
        "log_needs_next_date": _("Write when you follow up. An open log always has a next date."),
        "log_next_date_past": _("The next date is after today. %(day)s is too early."),
        "log_needs_next_what": _("Write what you will do on the next date."),
        "log_is_open": _("The child has an open log already. Ask its holder to let you in."),
        "log_is_closed": _("The log is closed. Nobody writes in it any more."),
        "log_consent_ended": _("The family's consent to the log does not hold now. Ask again, or end the log."),
        "only_the_holder": _("This is done by the one who holds the baton."),
        "holder_hands_over_first": _("Hand the baton over first."),
        "family_reads_it_already": _("The family reads it already."),
        "family_stays": _("The family is part of the log by its own right."),
        "participant_not_by_own_task": _("Own task is for those who work with the child."),
        "participant_not_by_same_authority": _("They belong to another authority. Ask the family for consent."),
        "participant_not_by_consent": _("The family's consent is not for this person. Ask the family anew."),
        "role_reads_no_log": _("This role does not read relay logs."),
        "receiver_may_not_read": _("They cannot read the log. Let them in first."),
        "network_needs_name_and_role": _("Write the name and who it is to the child."),
        "voice_not_in_the_log": _("Choose somebody who takes part in the log."),
        "no_words_for_a_colleague": _("Your colleague writes for themselves."),
        "correct_only_your_own": _("Correct only what you have written. Put your own view beside it instead."),
        "entry_needs_words": _("Write what you want to share."),
        "entry_needs_a_column": _("Choose where it belongs."),
        "level_needs_an_answer": _("Choose a picture, or write the words that were said."),
        "small_children_choose_pictures": _("Children under 10 answer with a picture or in their own words."),
        "look_back_needs_an_answer": _("Write what helped, choose a picture, or note that they would rather not."),
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
        "close_needs_evaluation": _("The child, the parents and the professionals look back first, each for themselves."),
        "close_text_not_seen": _("The family sees the closing text before the log ends."),
    }
)

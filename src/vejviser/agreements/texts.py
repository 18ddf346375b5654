"""The words of this package's rules."""

from django.utils.translation import gettext_lazy as _

from vejviser.ui.texts import offer

NEXT_STEPS = {
    "do_it_by_the_date": _("Do it by the date, or agree on a new one"),
    "look_at_what_came_of_it": _("Look together at what came of it"),
    "goal_stays": _("The goal stays: agree on another way"),
}

offer(
    {
        "not_from_this_state": _("This has already been done, or it is too late for it."),
        "agreement_needs_what": _("Write what you will do."),
        "agreement_needs_who": _("Choose who does it. An agreement without an owner is not an agreement."),
        "agreement_needs_date": _("Write the last day, for example 31 March 2026."),
        "agreement_date_past": _("%(day)s has passed. Write a day from today on."),
        "agreement_evaluated_too_early": _("Look at the agreement after its last day, %(day)s."),
        "wait_needs_reason": _("Write why you wait and see."),
        "wait_needs_date": _("Write the day on which you look again."),
        "wait_date_past": _("You look again after today. %(day)s is too early."),
        "owner_cannot_read": _("The person does not work with the child and could not read the agreement."),
        "new_date_needs_reason": _("Write why the date is moved."),
        "outcome_needs_words": _("Write what came of it."),
        "goal_needs_words": _("Write the goal in the family's own words."),
        "order_names_every_goal": _("The goals have changed meanwhile. Choose the order again."),
        "rating_needs_name": _("Write whose answer it is."),
        "dropping_needs_reason": _("Write why you give up the agreement."),
        "step_too_late": _("The first step comes within %(days)s days: no later than %(last)s."),
        "rating_unknown_kind": _("Answer with a number, a picture or words."),
        "rating_is_not_a_number": _("A picture or a word is kept as it is and never made into a number."),
        "small_children_answer_with_pictures": _("Children under %(age)s answer with a picture or in their own words."),
        "rating_from_0_to_10": _("Choose a number from 0 to 10."),
        "rating_needs_picture": _("Choose the picture the child pointed at."),
        "rating_needs_words": _("Write the words that were said."),
    }
)

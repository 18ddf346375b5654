"""The words of the rules of consent."""

from django.utils.translation import gettext_lazy as _

STATES = {
    "draft": _("Draft"),
    "asked": _("Asked"),
    "given": _("Partly given: shares nothing yet"),
    "active": _("In force"),
    "expiring": _("Soon expires"),
    "expired": _("Expired"),
    "withdrawn": _("Withdrawn"),
    "refused": _("Said no"),
    "superseded": _("Replaced by a new question"),
}

NEXT_STEPS = {
    "ask_the_signers": _("Ask those who must say yes"),
    "wait_for_answers": _("Wait for the answers"),
    "wait_for_the_rest": _("Talk with the one who has not answered"),
    "nothing_until_it_expires": _("Nothing until it expires"),
    "ask_again_if_needed": _("Ask again, if sharing still helps"),
    "help_goes_on_without_sharing": _("The help goes on without sharing"),
    "see_the_new_question": _("See the new question"),
}

SENTENCES = {
    "nobody_can_sign": _("Nobody can consent for the child now. Sharing needs another basis."),
    "not_a_signer": _("This person's answer is not needed here."),
    "answer_yes_or_no": _("The answer is yes or no."),
    "question_is_closed": _("The question is no longer open."),
    "consent_needs_why": _("Write why you ask, as you would say it."),
    "consent_needs_what": _("Choose what may be shared."),
    "consent_needs_end": _("Write the last day of the consent."),
    "consent_too_long": _("A consent lasts at most %(months)s months: no later than %(last)s."),
}

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

PURPOSES = {
    "log": _("Open a relay log"),
    "log_part": _("Take part in the relay log"),
    "advice": _("Get advice"),
    "meeting": _("Talk about the child at a meeting"),
    "intervention": _("Begin an effort"),
    "transition": _("Hand over to a new place"),
}

# How the question stands on the family's page, before the name of the receiver.
FAMILY_QUESTIONS = {
    "log": _("May we open a relay log together with you?"),
    "log_part": _("May %(receiver)s take part in the relay log?"),
    "advice": _("May we get advice from %(receiver)s?"),
    "meeting": _("May we talk with %(receiver)s about your child?"),
    "intervention": _("May %(receiver)s help you?"),
    "transition": _("May we tell %(receiver)s what helps your child?"),
}

DATA_CLASSES = {
    "D1": _("Name, age and room"),
    "D3": _("The joint assessment of well-being, and what works"),
    "D5": _("The relay log"),
    "D6": _("What the health visitor has written"),
    "D7": _("The assessments of the educational psychologists"),
    "D10": _("Goals and agreements"),
    "D13": _("What the child has said"),
}

ANSWERS = {"waiting": _("Has not answered"), "yes": _("Said yes"), "no": _("Said no"), "withdrawn": _("Said no later")}
FORMS = {"paper": _("on paper"), "spoken": _("in a talk"), "digital": _("with MitID")}

SENTENCES = {
    "nobody_can_sign": _("Nobody can consent for the child now. Sharing needs another basis."),
    "not_a_signer": _("This person's answer is not needed here."),
    "answer_yes_or_no": _("The answer is yes or no."),
    "question_is_closed": _("The question is no longer open."),
    "consent_needs_why": _("Write why you ask, as you would say it."),
    "consent_needs_what": _("Choose what may be shared."),
    "consent_needs_end": _("Write the last day of the consent."),
    "consent_too_long": _("A consent lasts at most %(months)s months: no later than %(last)s."),
    "consent_ends_with_the_signers": _("From the day after somebody else must sign. The last day is %(last)s."),
    "consent_needs_receiver": _("Choose who may know."),
    "consent_covers_the_log": _(
        "Who takes part in a relay log reads four things: name, age and room, the log, goals and agreements, "
        "and what the child has said. Choose all four."
    ),
    "consent_is_asked": _("The family has this question already. Wait for the answers, or change it."),
    "consent_note_needed": _("Write what was said, and by whom."),
    "consent_answer_in_the_future": _("The answer was given today or earlier."),
    "basis_needs_consent": _("This consent shares nothing now. Choose one that is in force, or another basis."),
    "basis_needs_note": _("Write why it may be shared on this basis."),
}

"""What a [cfg] key is called and means, in one plain sentence, and how a value is said."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vejviser.organisation.setting_rules import Value
from vejviser.organisation.unit_texts import FUNCTION_NAMES

TOPICS = {
    "municipality": _("The municipality"),
    "screening": _("Rounds of well-being"),
    "concern": _("Notes of concern"),
    "log": _("Relay log"),
    "consent": _("Consent"),
    "referral": _("Notifications"),
    "guide": _("The guide"),
    "roster": _("Import of people and places"),
    "access": _("Access"),
    "unit": _("Functions"),
    "audit": _("Record of looks"),
    "drafts": _("Drafts"),
    "session": _("Sign-in"),
}

# key → (name, sentence)
WORDS = {
    "municipality.name": (_("Name"), _("Stands at the top of every page.")),
    "screening.rounds_per_year_min": (
        _("Rounds a year, at least"),
        _("Fewer than two make it hard to see whether something helps."),
    ),
    "screening.required_assessors": (
        _("Assessors of a group"),
        _("So many must be named on My house before a round opens. Childminders and health visitors assess alone."),
    ),
    "screening.agreement_within_days": (
        _("Days until the agreement"),
        _("So long may pass from an assessment to an agreement before we remind."),
    ),
    "screening.retention_years": (_("Kept for, years"), _("After that, an assessment is deleted.")),
    "screening.follows_child": (
        _("The assessment follows the child to the next place"),
        _("No means that it stays where it is. The transition is a talk."),
    ),
    "screening.parents_see_joint": (
        _("Parents see the joint assessment"),
        _("Yes means: once the talk with them is noted."),
    ),
    "concern.talk_task_wd": (
        _("Working days until the talk with the parents"),
        _("Makes a task for the person who wrote the note. It releases nothing."),
    ),
    "concern.parental_care_level": (
        _("Level for parental care"),
        _("Yes asks for a level of its own for how the parents manage."),
    ),
    "log.handover_answer_wd": (
        _("Working days to answer when the baton is offered"),
        _("After that, the leader of the one who holds the baton gets a task."),
    ),
    "log.stall_weeks": (_("Weeks without an entry"), _("After that, the one who holds the baton is reminded.")),
    "log.review_months": (_("Months between reviews"), _("So often those in the log ask whether it is still needed.")),
    "log.tail_days": (_("Days a closed log can be read"), _("Those who took part can read it so long, not write.")),
    "log.lens_ics": (_("ICS as a lens"), _("Yes lets a log be read by the three sides of ICS.")),
    "log.lens_sos": (_("Signs of Safety as a lens"), _("Yes lets a log be read by the three columns.")),
    "consent.months": (_("Longest period of a consent, months"), _("After that, the family is asked again.")),
    "consent.notice_before_days": (
        _("Days before a consent runs out"),
        _("So early the person who asked for it gets a task."),
    ),
    "referral.intake": (
        _("Notifications are received here"),
        _("No means that a notification is sent to the authority's own system."),
    ),
    "referral.assess_clock_hours": (
        _("Hours until a notification is assessed"),
        _("The law gives 24 hours. Fewer can be chosen."),
    ),
    "referral.receipt_wd": (
        _("Working days until the receipt"),
        _("The law gives 6 working days. Fewer can be chosen."),
    ),
    "guide.level_names": (_("Names of the five levels"), _("One name a level, from 1 to 5. Empty means the standard names.")),
    "guide.duty_question": (
        _("The question about the duty to notify"),
        _("Stands with levels 3, 4 and 5. Empty means the standard words."),
    ),
    "roster.max_drop_percent": (
        _("Rows that may vanish in an import, per cent"),
        _("If more would vanish, the import stops and nothing is changed."),
    ),
    "access.intake_tail_days": (
        _("Days after the outcome of a notification"),
        _("So long the one who received it can still read it."),
    ),
    "access.moved_text_days": (
        _("Days with the text about a moved child"),
        _("So long the unit before reads that the child is no longer there."),
    ),
    "unit.functions": (
        _("Functions that are on"),
        _("What is off has no menu entry, no page and no task in that kind of unit."),
    ),
    "audit.payload_months": (_("Looks are kept for, months"), _("After that, only the seals are left.")),
    "audit.seal_seconds": (_("Seconds until a look is sealed"), _("After that, no change of it goes unseen.")),
    "audit.checkpoint_minutes": (
        _("Minutes between signed checkpoints"),
        _("Written to two places outside the database."),
    ),
    "drafts.days": (_("Drafts are kept for, days"), _("Counted from the last time somebody wrote in it.")),
    "session.idle_minutes": (_("Minutes until sign-out"), _("Counted from the last click.")),
    "session.warn_minutes": (_("Minutes until the warning of sign-out"), _("One click keeps the sign-in.")),
    "session.longest_hours": (_("Longest sign-in, hours"), _("After that, everybody signs in again.")),
}  # fmt: skip


def said(value: Value) -> str:
    """A value in words: yes or no, a number, or the names of what was chosen."""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, tuple):
        return ", ".join(str(FUNCTION_NAMES.get(line, line)) for line in value) or gettext("Empty")
    return str(value) or gettext("Empty")

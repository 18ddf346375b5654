"""The tasks of a relay log."""

from django.utils.translation import gettext_lazy as _

from vejviser.worklist.kinds import Kind, offer

NEXT, REVIEW, STALLED, CONSENT, FIND_HOLDER = "log.next", "log.review", "log.stalled", "log.consent", "log.find_holder"
OFFERED, DECLINED, UNANSWERED = "log.offered", "log.declined", "log.unanswered"
RELEASE = "log.release"
# Those whose source is the log itself; the others hang on one hand-over or one line.
ALL = (NEXT, REVIEW, STALLED, CONSENT, FIND_HOLDER, DECLINED)

for kind in (
    Kind(
        NEXT,
        what=_("Follow up in the relay log"),
        why=_("You agreed on the day with the family."),
        action=_("Open the log"),
    ),
    Kind(
        REVIEW,
        what=_("Ask together whether the log still helps"),
        why=_("You meet about it every few months."),
        action=_("Open the log"),
    ),
    Kind(
        STALLED,
        what=_("Nothing has been written in the log for %(weeks)s weeks"),
        why=_("Go on, agree on a new date, or end it together with the family."),
        action=_("Open the log"),
    ),
    Kind(
        CONSENT,
        what=_("The family's consent to the log has ended"),
        why=_("Nobody but you can read it now. Ask again, or end the log."),
        action=_("Open the log"),
    ),
    Kind(
        FIND_HOLDER,
        what=_("Find a new holder of the baton"),
        why=_("The holder has left or lost access. You stand in until a new one has accepted."),
        action=_("Choose a holder"),
    ),
    Kind(
        OFFERED,
        what=_("You are asked to take the baton"),
        why=_("The one who asks holds it until you have answered."),
        action=_("Answer"),
    ),
    Kind(
        DECLINED,
        what=_("The baton was not taken: ask somebody else"),
        why=_("You hold it until somebody has accepted."),
        action=_("Choose a holder"),
    ),
    Kind(
        RELEASE,
        what=_("May the family read the line now?"),
        why=_("It was for professionals only until a day that has passed."),
        action=_("Decide"),
    ),
    Kind(
        UNANSWERED,
        what=_("An offer of the baton has not been answered"),
        why=_("%(days)s working days have passed. Talk with the two of them."),
        action=_("See the log"),
    ),
):
    offer(kind)

"""The tasks that a consent gives to whoever looks after it."""

from django.utils.translation import gettext_lazy as _

from vejviser.worklist.kinds import Kind, offer

offer(
    Kind(
        "consent.wait",
        what=_("Follow up on the question about consent: %(receiver)s"),
        why=_("Not everybody has answered, and nothing is shared before they have."),
        action=_("Note an answer"),
    )
)
offer(
    Kind(
        "consent.ends",
        what=_("Ask again before the consent ends: %(receiver)s"),
        why=_("After its last day the receiver reads nothing more."),
        action=_("See the consent"),
    )
)
offer(
    Kind(
        "consent.expire",
        what=_("The consent has ended: %(receiver)s"),
        why=_("Nothing is shared any more. Ask again if sharing still helps."),
        action=_("See the consent"),
    )
)
offer(
    Kind(
        "consent.refuse",
        what=_("The family has said no to sharing: %(receiver)s"),
        why=_("The help goes on without it."),
        action=_("See the answer"),
    )
)
offer(
    Kind(
        "consent.withdraw",
        what=_("The family has said no to sharing from today: %(receiver)s"),
        why=_("The receiver reads nothing more. What was read cannot be unread."),
        action=_("See the answer"),
    )
)

"""What templates say about consents in words."""

from django import template
from django.utils.translation import gettext as _

from vejviser.access.consent_queries import Standing
from vejviser.access.consent_texts import ANSWERS, FORMS, NEXT_STEPS, PURPOSES, STATES
from vejviser.access.models import ConsentSigner
from vejviser.access.permissions import ChildSight
from vejviser.foundation import clock
from vejviser.foundation.child_url import child_url
from vejviser.ui.dates import in_words

register = template.Library()


@register.filter
def purpose(code: str) -> str:
    """What is asked about."""
    return str(PURPOSES[code])


@register.filter
def next_words(code: str) -> str:
    """The next step of a state."""
    return str(NEXT_STEPS[code])


@register.filter
def signer_name(signer: ConsentSigner) -> str:
    """A guardian's name; the young person is written as such, since only `child_name` may write a child's name."""
    return signer.guardian.full_name if signer.guardian else _("the young person")


@register.filter
def count_line(row: Standing) -> str:
    """Such as "1 af 2 · deler ikke endnu"."""
    counted = _("%(given)s of %(needed)s") % {"given": row.given, "needed": row.needed}
    if row.shares:
        return f"{counted} · {_('shares until %(day)s') % {'day': in_words(row.consent.closes, clock.today())}}"
    return f"{counted} · {_('shares nothing yet') if row.is_open else STATES[row.state]}"


@register.filter
def consent_line(row: Standing) -> str:
    """Where it stands, with its day."""
    today = clock.today()
    if row.shares:
        return _("Yes from everybody, until %(day)s") % {"day": in_words(row.consent.closes, today)}
    if row.is_open:
        return f"{_('Asked %(day)s') % {'day': in_words(row.consent.opens, today)}} · {count_line(row)}"
    ended = row.consent.ended_at or row.consent.closes
    return f"{STATES[row.state]} {in_words(ended, today)}"


@register.filter
def answer_line(signer: ConsentSigner) -> str:
    """What one signer has said, when and how."""
    at = signer.withdrawn_at or signer.answered_at
    if at is None:
        return str(ANSWERS["waiting"])
    return f"{ANSWERS[signer.answer]} {in_words(at, clock.today())} {FORMS[signer.form]}"


@register.filter
def answer_event(signer: ConsentSigner) -> str:
    """The first answer as a line of the time line; what came later is a line of its own."""
    said = _("%(name)s said no") if signer.answer == "no" else _("%(name)s said yes")
    return said % {"name": signer_name(signer)}


@register.filter
def may_answer(signer: ConsentSigner, row: Standing) -> bool:
    """While the question stands everybody who is silent may answer; a yes may become a no as long as it counts."""
    return (row.is_open and signer.answer == "waiting") or (signer.answer == "yes" and (row.is_open or row.shares))


@register.filter
def answer_path(signer: ConsentSigner, sight: ChildSight) -> str:
    """The page on which the signer's answer is noted."""
    return child_url(sight.child.ref, f"samtykke/{signer.consent.ref}/svar/{signer.ref}")

"""What templates of a log say in words: voices, bases, days of reading."""

from django import template
from django.template.context import Context
from django.utils.translation import gettext as _

from vejviser.agreements.models import Agreement
from vejviser.agreements.queries import is_late
from vejviser.foundation import clock
from vejviser.relaylog.models import Participant
from vejviser.relaylog.queries import voice_name, voice_role
from vejviser.relaylog.texts import BASES, CLOSE_REASONS, PICTURES
from vejviser.ui.dates import in_words
from vejviser.ui.templatetags.vj import child_name

register = template.Library()


@register.simple_tag(takes_context=True)
def voice(context: Context, one: Participant, first: bool = False) -> str:
    """Who somebody is: the child by `child_name`, others by their whole or, with first=True, their first name."""
    if one.kind == "child":
        return str(child_name(context, context["child"]))
    name = voice_name(one)
    return name.split()[0] if first and name else name


@register.filter
def role(one: Participant) -> str:
    """Who somebody is to the child, and for staff where they work."""
    unit = f", {one.employment.unit}" if one.employment else ""
    return f"{voice_role(one)}{unit}"


@register.filter
def role_only(one: Participant) -> str:
    """Who somebody is to the child."""
    return voice_role(one)


@register.filter
def initials(one: Participant) -> str:
    """The letters in the round badge."""
    return "".join(part[0] for part in voice_name(one).split()[:2])


@register.filter
def basis(one: Participant) -> str:
    """On what somebody reads."""
    if one.basis:
        return str(BASES[one.basis.kind])
    named = {"guardian": _("Own right"), "child": _("Own right"), "network": _("Is named, reads nothing")}
    return named.get(one.kind, _("Stands in, reads no text"))


@register.filter
def reads_until(one: Participant) -> str:
    """How long the basis holds, as far as a date says it."""
    if one.basis is None:
        return "–"
    ends = [row.closes for row in (one.basis, one.basis.consent) if row and row.closes]
    return in_words(min(ends), clock.today()) if ends else _("As long as they work there")


@register.filter
def picture(code: str) -> str:
    """The name of a picture that a child chooses."""
    return str(PICTURES[code]) if code else ""


@register.filter
def ended(code: str) -> str:
    """Why a log ended."""
    return str(CLOSE_REASONS[code])


@register.filter
def late(agreement: Agreement) -> bool:
    """Whether it is open after its last day."""
    return is_late(agreement)

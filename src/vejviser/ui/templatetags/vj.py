"""What templates say in the house's own way: icons, names of children, dates in words, positions and levels."""

from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from vejviser.foundation import clock
from vejviser.foundation.looks import seen
from vejviser.ui import dates
from vejviser.ui.scales import POSITIONS, level_name

register = template.Library()


class Named(Protocol):
    """A child as far as its name goes."""

    ref: UUID
    first_name: str
    last_name: str


class NotRecorded(LookupError):
    """A template writes the name of a child that the view did not say it shows."""


@register.simple_tag
def icon(name: str, css: str = "icon-svg") -> SafeString:
    """A decorative icon of the design system; `css` "vj-i" for one in running text."""
    sheet = static("dkfds/img/all-svg-icons.svg")
    return format_html('<svg class="{}" focusable="false" aria-hidden="true"><use href="{}#{}"></use></svg>', css, sheet, name)


@register.simple_tag(takes_context=True)
def child_name(context: Context, child: Named, full: bool = False) -> str:
    """The first name, or with full=True the whole; only of a child whose look is being recorded."""
    if child.ref not in seen(context["request"]).shown:
        raise NotRecorded(f"child {child.ref} is not among what the view shows")
    return f"{child.first_name} {child.last_name}" if full else str(child.first_name)


@register.simple_tag
def shape(code: str) -> SafeString:
    """The shape of a round position alone, for a control that writes the word itself."""
    return format_html('<svg viewBox="0 0 16 16" aria-hidden="true"><path d="{}"/></svg>', POSITIONS[code].shape)


@register.simple_tag
def position(code: str) -> SafeString:
    """The mark of a round position: shape and word."""
    place = POSITIONS[code]
    return format_html('<span class="vj-pos {}">{}{}</span>', place.mark, shape(code), place.word)


@register.simple_tag
def level(number: int, words: bool = True) -> SafeString:
    """The badge of a level on the ruler: number and name; words=False keeps the name for screen readers only."""
    name = level_name(number)
    spoken = name if words else format_html('<span class="sr-only">{}</span>', name)
    return format_html('<span class="vj-level"><b class="vj-n{}">{}</b>{}</span>', number, number, spoken)


@register.filter
def day(value: date | datetime | None) -> str:
    """ "i dag", "10. marts"; empty for no date."""
    return dates.in_words(value, clock.today()) if value else ""


@register.filter
def deadline(value: date | datetime | None) -> str:
    """ "senest 17. marts" or "4 dage over tid"; empty for no date."""
    return dates.deadline(value, clock.today()) if value else ""


@register.filter(name="clock")
def time_of_day(value: datetime | None) -> str:
    """ "10.42"; empty for no moment."""
    return dates.time_of_day(value) if value else ""

"""The three-way choice of a round, put together once per language: it stands on the page once per child."""

from functools import cache
from uuid import UUID

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from vejviser.ui.scales import POSITIONS
from vejviser.ui.templatetags.vj import shape

register = template.Library()


@register.simple_tag
def segment(row: UUID, chosen: str) -> SafeString:
    """Three radios of the form "runde" for one child's row, with nothing chosen unless the person has."""
    radio = (
        '<input type="radio" class="{mark}" form="runde" name="position-{row}" id="{row}-{mark}" value="{code}"{checked}>'
        '<label for="{row}-{mark}">{label}</label>'
    )
    return format_html_join(
        "", radio, ({"row": row, "checked": _checked(chosen == one["code"]), **one} for one in _labels(get_language()))
    )


def _checked(is_chosen: bool) -> SafeString:
    return SafeString(" checked" if is_chosen else "")


@cache
def _labels(language: str | None) -> tuple[dict[str, str], ...]:
    """Code, css mark and label of each position, in a language."""
    return tuple(
        {"code": code, "mark": place.mark, "label": format_html("{}{}", shape(code), place.word)}
        for code, place in POSITIONS.items()
    )

"""Writing a section of a later package on the child's page, and what a list says of a child."""

from django import template
from django.template.context import Context

from vejviser.access.permissions import ChildSight
from vejviser.desk import child_queries
from vejviser.desk.child_queries import Piece
from vejviser.screening.models import GroupRound
from vejviser.screening.texts import STATES

register = template.Library()


@register.simple_tag(takes_context=True)
def piece(context: Context, one: Piece) -> str:
    """The section's own template with what its package read for it, beside what the page has."""
    assert context.template is not None
    section = context.template.engine.get_template(one.section.template)
    with context.push(**one.context):
        return str(section.render(context))


@register.filter
def whole(sight: ChildSight) -> bool:
    """Whether the whole name may be written."""
    return child_queries.whole(sight)


@register.filter
def place(sight: ChildSight) -> str:
    """The group or unit by which the person has the child."""
    way = sight.ways[0]
    return str(way.group or way.unit or "") if child_queries.whole(sight) else ""


@register.filter
def state(row: GroupRound) -> str:
    """The state of a group's round in words."""
    return str(STATES[row.state])

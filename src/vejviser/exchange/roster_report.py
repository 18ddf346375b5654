"""The difference in words: a line for each kind, what waits for two people, what was passed over. No names of people."""

from collections.abc import Iterator

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from vejviser.exchange.queries import max_drop_percent
from vejviser.exchange.roster_plan import Count, Plan
from vejviser.exchange.roster_problems import SHOWN
from vejviser.exchange.rules import too_many_drops

KIND_NAMES = {
    "units": pgettext_lazy("roster", "Units"),
    "groups": pgettext_lazy("roster", "Groups"),
    "employees": pgettext_lazy("roster", "Employees"),
    "assignments": pgettext_lazy("roster", "Assignments"),
    "children": pgettext_lazy("roster", "Children"),
    "guardians": pgettext_lazy("roster", "Guardians"),
    "enrolments": pgettext_lazy("roster", "Enrolments"),
}
HEADERS = (
    pgettext_lazy("roster", "Kind"),
    pgettext_lazy("roster", "New"),
    pgettext_lazy("roster", "Changed"),
    pgettext_lazy("roster", "Unchanged"),
    pgettext_lazy("roster", "Vanishing"),
    pgettext_lazy("roster", "Errors"),
    pgettext_lazy("roster", "Status"),
)
_WIDTHS = (16, 9, 9, 10, 18, 7)


def report(plan: Plan) -> list[str]:
    """The lines of a dry run, in the reader's language."""
    return [*_table(plan), *_held(plan), *_ignored(plan)]


def _table(plan: Plan) -> Iterator[str]:
    yield _line(*map(str, HEADERS))
    limit = max_drop_percent()
    for kind, count in plan.counts().items():
        numbers = (count.new, count.changed, count.unchanged)
        yield _line(
            str(KIND_NAMES[kind]), *map(_number, numbers), _vanishing(count), _number(count.errors), _status(count, limit)
        )


def _line(kind: str, *cells: str) -> str:
    aligned = "".join(f"{cell:>{width}}" for cell, width in zip(cells, _WIDTHS[1:], strict=False))
    return f"{kind:<{_WIDTHS[0]}}{aligned}  {cells[-1]}"


def _number(number: int) -> str:
    return number_format(number, force_grouping=True)


def _vanishing(count: Count) -> str:
    return f"{_number(count.drops)} ({number_format(count.drop_percent, 1)} %)" if count.drops else "0"


def _status(count: Count, limit: float) -> str:
    if count.errors:
        return _("Correct the errors")
    return _("Over the limit") if too_many_drops(count.drops, count.in_scope, limit) else _("In order")


def _held(plan: Plan) -> Iterator[str]:
    if plan.held:
        yield ""
        yield ngettext("%(n)s change waits for two people:", "%(n)s changes wait for two people:", len(plan.held)) % {
            "n": _number(len(plan.held))
        }
        yield from (f"  {line}" for line in plan.held[:SHOWN])


def _ignored(plan: Plan) -> Iterator[str]:
    for file, name in plan.roster.ignored:
        yield _("%(file)s: %(name)s is not known and was passed over.") % {"file": file, "name": f'"{name}"'}

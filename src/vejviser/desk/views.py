"""The start page and the list of tasks."""

from django.http import HttpResponse
from django.utils import timezone

from vejviser.access.queries import shown
from vejviser.accounts.requests import StaffRequest
from vejviser.desk.leader_queries import read_leader
from vejviser.desk.overview_queries import read_overview
from vejviser.desk.permissions import may_notify, roles_with_children, works_with_children
from vejviser.desk.queries import near
from vejviser.desk.rules import home_of, part_of_day
from vejviser.desk.task_queries import lines_of
from vejviser.foundation import clock
from vejviser.foundation.http import needs, page_or_part, reads
from vejviser.foundation.permissions import signed_in
from vejviser.organisation.queries import posts, roles
from vejviser.organisation.rules import LEADING_ROLES
from vejviser.worklist.permissions import own_tasks
from vejviser.worklist.queries import open_tasks


@needs(signed_in)
@reads
def overview(request: StaffRequest) -> HttpResponse:
    """The day in one screen; for roles whose pages are not built yet, what comes."""
    home = home_of(roles(request.user), LEADING_ROLES, roles_with_children())
    if home == "elsewhere":
        return page_or_part(request, "desk/elsewhere.html", _greeting(request))
    if home == "leader":
        return _leader(request)
    page, _seen = read_overview(request.user)
    context = {"page": page, **_greeting(request)}
    return page_or_part(request, "desk/staff.html", context, shows=shown(page.sights, "D1"))


@needs(own_tasks)
@reads
def tasks(request: StaffRequest) -> HttpResponse:
    """All the person's tasks by date."""
    mine = list(open_tasks(request.user))
    about = {task.child for task in mine if task.child}
    sights = [sight for sight in near(request.user, about) if sight.child.ref in about]
    context = {"lines": lines_of(mine, sights), "works_with_children": works_with_children(request.user)}
    return page_or_part(request, "desk/tasks.html", context, shows=shown(sights, "D1"))


def _leader(request: StaffRequest) -> HttpResponse:
    house = read_leader(request.user)
    context = {"house": house, "page": house.overview, **_greeting(request)}
    return page_or_part(request, "desk/leader.html", context, shows=house.shows)


def _greeting(request: StaffRequest) -> dict[str, object]:
    now = timezone.localtime(clock.now())
    return {
        "part_of_day": part_of_day(now.hour),
        "today": clock.today(),
        "posts": posts(request.user),
        "may_notify": may_notify(request.user),
    }

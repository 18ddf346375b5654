"""Ticking a task off. The pages that list tasks name children, so they lie in desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from vejviser.foundation.http import needs, writes
from vejviser.worklist.actions import tick
from vejviser.worklist.models import Task
from vejviser.worklist.permissions import own_tasks

LIST = "/opgaver/"


@needs(own_tasks, ref="ref")
@writes
def done(request: HttpRequest, task: Task) -> HttpResponse:
    """POST ticks the task off; both ways back to the list."""
    if request.method == "POST":
        tick(by=task.person, task=task)
    return redirect(LIST)

"""Setting and ordering the family's goals, and keeping each person's own answer about them."""

from uuid import UUID

from django.db import transaction

from vejviser.accounts.models import Person
from vejviser.agreements import rules
from vejviser.agreements.models import Goal, Rating
from vejviser.agreements.permissions import check_about
from vejviser.agreements.rules import Answer
from vejviser.audit.actions import record_change
from vejviser.children.models import Child
from vejviser.children.rules import age
from vejviser.foundation import clock


@transaction.atomic
def set_goal(*, by: Person, child: Child, words: str, said_by: str = "", aim: int | None = None) -> Goal:
    """A goal in the family's own words, last in their order. `aim` is their 0-10, if they want one."""
    check_about(by, child, None)
    rules.check_goal(words, aim)
    place = Goal.objects.filter(child=child).count() + 1
    goal = Goal.objects.create(child=child, words=words.strip(), said_by=said_by, aim=aim, place=place, noted_by=by)
    record_change(by=by, action="goal.set", row=goal, child=child.ref)
    return goal


@transaction.atomic
def order_goals(*, by: Person, child: Child, order: list[UUID]) -> None:
    """The family's own order of the child's goals; it names every goal once."""
    check_about(by, child, None)
    goals = {goal.ref: goal for goal in Goal.objects.filter(child=child, reached_on=None)}
    rules.check_order(order, goals)
    for place, ref in enumerate(order, start=1):
        goal = goals[ref]
        goal.place = place
        goal.save_if_unchanged(goal.version, "place")
        record_change(by=by, action="goal.order", row=goal, child=child.ref, facts={"place": place})


@transaction.atomic
def reach_goal(*, by: Person, goal: Goal) -> Goal:
    """The family says that the goal is reached; it stands in the history from then on."""
    check_about(by, goal.child, None)
    goal.reached_on = clock.today()
    goal.save_if_unchanged(goal.version, "reached_on")
    record_change(by=by, action="goal.reach", row=goal, child=goal.child.ref)
    return goal


@transaction.atomic
def rate(
    *, by: Person, goal: Goal, answer: Answer, name: str = "", person: Person | None = None, child_itself: bool = False
) -> Rating:
    """Keep one person's answer about a goal. `person` is staff; else `name` says whose answer `by` wrote down."""
    check_about(by, goal.child, None)
    rules.check_answer(answer, age(goal.child.birth_date, clock.today()) if child_itself else None)
    whose = person.full_name if person else name.strip()
    rules.check_name(whose)
    rating = Rating.objects.create(
        goal=goal,
        person=person,
        name=whose,
        kind=answer.kind,
        number=answer.number,
        picture=answer.picture,
        words=answer.words.strip(),
        noted_by=by,
    )
    record_change(by=by, action="goal.rate", row=goal, child=goal.child.ref, facts={"kind": answer.kind})
    return rating

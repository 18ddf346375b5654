"""Goals, agreements and ratings: one place for concerns, rounds, logs, advice, meetings and interventions."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from vejviser.accounts.models import Person
from vejviser.agreements.rules import AGREEMENT, ANSWERS, HIGHEST, LOWEST, SOURCES
from vejviser.children.models import Child
from vejviser.foundation import clock
from vejviser.foundation.models import Declared, Row
from vejviser.organisation.models import Group


def _choices(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class Goal(Row):
    """What the family wants, in their words. `place` is the order they chose; `aim` their own 0-10, if they set one."""

    data_class = "D10"
    child_ref = "child__ref"
    retention = "with the child's case"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="goals")
    words = models.TextField()
    said_by = models.CharField(max_length=120, blank=True)
    place = models.PositiveSmallIntegerField()
    aim = models.PositiveSmallIntegerField(null=True, blank=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reached_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(aim=None) | Q(aim__range=(LOWEST, HIGHEST)), name="goal_aim_0_to_10")]


class Agreement(Row):
    """What somebody will do by a day, about a child or a whole group. `source` is the row it was made on.

    `owner` is staff; when a parent or the child does it, `owner` is empty and `who` says who, in words. With `waits` it
    is a reasoned "wait and see": `what` is the reason and `by_when` the day to look again.
    """

    data_class = "D10"
    child_ref = "child__ref"
    retention = "with the child's case"

    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.CASCADE, related_name="agreements")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements")
    what = models.TextField()
    waits = models.BooleanField(default=False)
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements")
    who = models.CharField(max_length=160)
    by_when = models.DateField()
    evaluate_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=_choices(tuple(AGREEMENT)), default="open")
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.TextField(blank=True)
    source_kind = models.CharField(max_length=20, choices=_choices(SOURCES))
    source = models.UUIDField(db_index=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(child=None, group__isnull=False) | Q(child__isnull=False, group=None),
                name="agreement_child_or_group",
            ),
            models.CheckConstraint(
                condition=Q(state="open", ended_at=None) | (~Q(state="open") & Q(ended_at__isnull=False)),
                name="agreement_open_until_ended",
            ),
        ]
        indexes = [models.Index(fields=["child", "state", "by_when"]), models.Index(fields=["state", "by_when"])]

    def address(self, page: str = "agreement") -> str:
        """The address of the agreement or of one of its pages, by name; it says nothing about the child."""
        return reverse(page, args=[self.ref])


class NewDate(Declared):
    """A date that was moved, and why; appended."""

    data_class = "D10"
    child_ref = "agreement__child__ref"
    retention = "with the agreement"

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="new_dates")
    before = models.DateField()
    after = models.DateField()
    why = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)


class Rating(Declared):
    """One person's own answer about a goal on one day; appended, never averaged, added up or put in order.

    A number, or a picture or a word kept as it is. `name` says whose answer it is; `noted_by` who wrote it down.
    """

    data_class = "D10"
    child_ref = "goal__child__ref"
    retention = "with the goal"

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="ratings")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="ratings")
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=10, choices=_choices(ANSWERS))
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    picture = models.CharField(max_length=60, blank=True)
    words = models.TextField(blank=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="number", number__range=(LOWEST, HIGHEST)) | (~Q(kind="number") & Q(number=None)),
                name="rating_number_only_for_numbers",
            )
        ]

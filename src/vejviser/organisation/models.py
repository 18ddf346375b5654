"""The municipality: districts, units, groups, who is employed where and who works with which group from when to when."""

from django.db import models
from django.db.models import F, Q

from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.foundation.models import Row
from vejviser.organisation.rules import GROUP_KINDS, ROLES, UNIT_TYPES


def _choices(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class Sourced(Row):
    """A row that a roster file may bring: matched by source and source id, never by name."""

    source = models.CharField(max_length=40, default="manual")
    source_id = models.CharField(max_length=160, default="", blank=True)

    class Meta:
        abstract = True


class District(Row):
    data_class = "-"

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name


class Unit(Sourced):
    """An institution or team. `authority`: the public authority it belongs to; sharing inside one needs no basis of its own."""

    data_class = "-"

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=30, choices=_choices(UNIT_TYPES))
    district = models.ForeignKey(District, null=True, on_delete=models.PROTECT, related_name="units")
    authority = models.CharField(max_length=120, default="kommunen")
    private = models.BooleanField(default=False)
    opens = models.DateField()
    closes = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="unit_one_per_source_id")]

    def __str__(self) -> str:
        return self.name


class Group(Sourced):
    """A room, class or team of a unit; a childminder is a group of one."""

    data_class = "-"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="groups")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=_choices(GROUP_KINDS))
    opens = models.DateField()
    closes = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="group_one_per_source_id")]

    def __str__(self) -> str:
        return self.name


class Employment(Sourced):
    """A person in a role at a unit. `closes` is the last day; the day after, every relation that rests on it is gone."""

    data_class = "-"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="employments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="employments")
    role = models.CharField(max_length=30, choices=_choices(ROLES))
    opens = models.DateField()
    closes = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "unit", "role", "opens"], name="employment_once"),
            models.CheckConstraint(condition=Q(closes=None) | Q(closes__gte=F("opens")), name="employment_dates"),
        ]


class Assignment(Sourced):
    """Who works with which group, or with a whole unit when `group` is empty. Access to children rests on these rows.

    `opens_at` and `closes_at` are moments: a stand-in for a day ends at 18.00. `manual` rows are never ended by an import.
    """

    data_class = "-"

    employment = models.ForeignKey(Employment, on_delete=models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments")
    assesses = models.BooleanField(default=False)
    manual = models.BooleanField(default=False)
    opens_at = models.DateTimeField(default=clock.now)
    closes_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employment", "group"], condition=Q(closes_at=None), name="assignment_one_open_in_a_group"
            ),
            models.UniqueConstraint(
                fields=["employment", "unit"],
                condition=Q(closes_at=None, group=None),
                name="assignment_one_open_in_a_whole_unit",
            ),
            models.CheckConstraint(condition=Q(closes_at=None) | Q(closes_at__gte=F("opens_at")), name="assignment_dates"),
        ]


class Proposal(Sourced):
    """What an import would write where a leader has a manual row for the same employee: it waits for the leader's yes or no."""

    data_class = "-"

    employment = models.ForeignKey(Employment, on_delete=models.PROTECT, related_name="proposals")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="proposals")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals")
    assesses = models.BooleanField(default=False)
    opens = models.DateField()
    closes = models.DateField(null=True, blank=True)
    accepted = models.BooleanField(null=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "source_id"], name="proposal_one_per_source_id"),
            models.CheckConstraint(condition=Q(closes=None) | Q(closes__gte=F("opens")), name="proposal_dates"),
        ]


class Primary(Row):
    """The adult a child has first: set on Mit hus, gone with the assignment it rests on."""

    data_class = "D1"
    child_ref = "child"
    retention = "with the assignment"

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="primaries")
    child = models.UUIDField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "child"], name="primary_once")]


class Setting(Row):
    """One value of a [cfg] key from a date on. The newest valid row counts; `scope` is a unit type or empty for all."""

    data_class = "-"

    key = models.CharField(max_length=80, db_index=True)
    scope = models.CharField(max_length=30, blank=True)
    value = models.JSONField()
    valid_from = models.DateField()
    why = models.TextField(blank=True)
    by = models.UUIDField(null=True)

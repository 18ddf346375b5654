"""A round, the groups in it and the children of each; own assessments, the joint one and the talk stay three records."""

from django.db import models
from django.db.models import F, Q

from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.foundation.models import Row
from vejviser.organisation.models import Group
from vejviser.screening.rules import CHANNELS, GROUP_ROUND, JOINT, NOT_ASSESSED, OBJECTION, POSITIONS

KEPT = "screening.retention_years, or on leaving the kind of unit"


def _choices(codes: "tuple[str, ...] | list[str]") -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class Round(Row):
    """A round of the year, such as "Forår 2026". Its groups have windows of their own; `edition` is that of the forms."""

    data_class = "-"

    name = models.CharField(max_length=80)
    edition = models.CharField(max_length=20)
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name


class GroupRound(Row):
    """One group in a round. `due` is the last day to assess; `early_reason` says why it was revealed before all were in."""

    data_class = "-"

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="groups")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="rounds")
    starts = models.DateField()
    due = models.DateField()
    state = models.CharField(max_length=12, choices=_choices(list(GROUP_ROUND)), default="planned", db_index=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    revealed_at = models.DateTimeField(null=True, blank=True)
    early_reason = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "group"], name="group_once_in_a_round"),
            models.CheckConstraint(condition=Q(due__gt=F("starts")), name="group_round_window"),
        ]


class Notice(Row):
    """That the parents were told of the round: which text, how, when and in which languages."""

    data_class = "-"

    group_round = models.ForeignKey(GroupRound, on_delete=models.CASCADE, related_name="notices")
    edition = models.CharField(max_length=20)
    channel = models.CharField(max_length=12, choices=_choices(CHANNELS))
    sent_on = models.DateField()
    languages = models.JSONField(default=list)
    by = models.UUIDField()


class RoundChild(Row):
    """One child of a group in a round. `before` is the joint assessment of the group's last round, as it was when this opened.

    `left_on`: the child left the group while the round ran. `objection` is the family's case, `decision` the leader's reason.
    """

    data_class = "D3"
    child_ref = "child__ref"
    retention = KEPT

    group_round = models.ForeignKey(GroupRound, on_delete=models.CASCADE, related_name="children")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="round_rows")
    notice = models.ForeignKey(Notice, null=True, blank=True, on_delete=models.SET_NULL, related_name="children")
    before = models.CharField(max_length=20, blank=True, choices=_choices(JOINT))
    left_on = models.DateField(null=True, blank=True)
    objection = models.CharField(max_length=10, blank=True, choices=_choices(list(OBJECTION)))
    objection_words = models.TextField(blank=True)
    decision = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group_round", "child"], name="child_once_in_a_group_round")]


class OwnAssessment(Row):
    """What one assessor chose for one child: a position or a reason why not. Nobody else reads it before the reveal.

    `choice` is the id of the choice that was saved last, so that a repeat changes nothing. After the reveal a change is a
    new row with `why`, and the old one is no longer `current`.
    """

    data_class = "D3"
    child_ref = "row__child__ref"
    retention = KEPT

    row = models.ForeignKey(RoundChild, on_delete=models.CASCADE, related_name="assessments")
    assessor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assessments")
    position = models.CharField(max_length=12, blank=True, choices=_choices(POSITIONS))
    reason = models.CharField(max_length=20, blank=True, choices=_choices(NOT_ASSESSED))
    other = models.TextField(blank=True)
    statements = models.JSONField(default=list)
    works = models.TextField(blank=True)
    choice = models.UUIDField(null=True, blank=True)
    chosen_at = models.DateTimeField()
    current = models.BooleanField(default=True)
    why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["row", "assessor"], condition=Q(current=True), name="own_assessment_once"),
            models.CheckConstraint(
                condition=(Q(position="") & ~Q(reason="")) | (~Q(position="") & Q(reason="")),
                name="own_position_or_reason",
            ),
        ]


class ChildWords(Row):
    """The child's own answer to one question of the form, kept as it was given: a picture stays a picture."""

    data_class = "D13"
    child_ref = "row__child__ref"
    retention = KEPT

    row = models.ForeignKey(RoundChild, on_delete=models.CASCADE, related_name="words")
    question = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    picture = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["row", "question"], name="child_words_once"),
            models.CheckConstraint(condition=Q(number=None) | Q(number__lte=10), name="child_words_number"),
        ]


class Reflection(Row):
    """The group's talk: how the adults see their own part (`environment`), what was said (`minutes`), one change for all."""

    data_class = "-"

    group_round = models.OneToOneField(GroupRound, on_delete=models.CASCADE, related_name="reflection")
    environment = models.JSONField(default=dict)
    minutes = models.TextField(blank=True)
    change = models.TextField(blank=True)
    change_owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    change_until = models.DateField(null=True, blank=True)


class JointAssessment(Row):
    """What the group chose together after the talk, and the next step. It counts when the group's round is closed.

    With `waits` the step is a reasoned "wait and see", and `step_by` the day to look again.
    """

    data_class = "D3"
    child_ref = "row__child__ref"
    retention = KEPT

    row = models.OneToOneField(RoundChild, on_delete=models.CASCADE, related_name="joint")
    outcome = models.CharField(max_length=20, blank=True, choices=_choices(JOINT))
    reason = models.TextField(blank=True)
    took_part = models.ManyToManyField(Person, related_name="+")
    step = models.TextField(blank=True)
    step_owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    step_by = models.DateField(null=True, blank=True)
    waits = models.BooleanField(default=False)


class ParentTalk(Row):
    """That somebody has talked with the parents about the joint assessment: their view, and the child's."""

    data_class = "D3"
    child_ref = "row__child__ref"
    retention = KEPT

    row = models.OneToOneField(RoundChild, on_delete=models.CASCADE, related_name="talk")
    talked_on = models.DateField()
    parents_view = models.TextField()
    childs_view = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")


class CurrentPosition(Row):
    """Where a child stands in a group now: written with the joint assessment, so that no list looks through the rounds."""

    data_class = "D3"
    child_ref = "child__ref"
    retention = KEPT

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="positions")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="positions")
    group_round = models.ForeignKey(GroupRound, on_delete=models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=20, choices=_choices(JOINT))
    since = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["child", "group"], name="position_once_per_group")]

"""What somebody wondered about: the note, its earlier versions, what happened since, and the hold that shields a child."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.concern.rules import ABOUT, CONCERN, HOLD_GROUNDS, LEVELS
from vejviser.foundation import clock
from vejviser.foundation.models import Declared, Row
from vejviser.organisation.models import Group

HAPPENED = ("share", "talk", "agree", "wait", "settle", "withdraw", "reopen")


def _choices(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class Written(models.Model):
    """The words of one version, field by field as in `rules.Words`."""

    facts = models.TextField()
    level = models.PositiveSmallIntegerField(null=True, blank=True, choices=[(n, n) for n in LEVELS])
    level_words = models.TextField(blank=True)
    since = models.CharField(max_length=200, blank=True)
    how_often = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    helped = models.TextField(blank=True)
    tried = models.TextField(blank=True)
    told_on = models.DateField(null=True, blank=True)
    why_not_told = models.TextField(blank=True)

    class Meta:
        abstract = True


class Note(Row, Written):
    """A concern of one author: private until `shared_at`, then readable in the everyday of `group`.

    About a child, `group` is the room it is shared with; about a group or its surroundings, the group itself and no child.
    """

    data_class = "D4"
    child_ref = "child__ref"
    retention = "screening.retention_years"

    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notes")
    about = models.CharField(max_length=20, choices=_choices(ABOUT))
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.CASCADE, related_name="notes")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="notes")
    state = models.CharField(max_length=20, choices=_choices(tuple(CONCERN)), default="open")
    look_again = models.DateField(null=True, blank=True)
    shared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(about="child", child__isnull=False) | (~Q(about="child") & Q(child=None, group__isnull=False)),
                name="note_about_one_thing",
            ),
            models.CheckConstraint(condition=Q(shared_at=None) | Q(group__isnull=False), name="note_is_shared_with_a_room"),
            models.CheckConstraint(
                condition=Q(state="waiting", look_again__isnull=False) | (~Q(state="waiting") & Q(look_again=None)),
                name="note_waits_until_a_day",
            ),
        ]
        indexes = [models.Index(fields=["author", "-created_at"]), models.Index(fields=["child", "shared_at"])]

    def address(self, page: str = "note") -> str:
        """The address of the note or of one of its pages, by name; it says nothing about the child."""
        return reverse(page, args=[self.ref])


class Earlier(Declared, Written):
    """A version that was corrected, as it stood until `replaced_at`."""

    data_class = "D4"
    child_ref = "note__child__ref"
    retention = "with the note"

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="earlier")
    replaced_at = models.DateTimeField(default=clock.now)


class Happened(Declared):
    """Something that happened to a concern after it was written; appended. `day` is the day it is about."""

    data_class = "D4"
    child_ref = "note__child__ref"
    retention = "with the note"

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="happened")
    kind = models.CharField(max_length=10, choices=_choices(HAPPENED))
    day = models.DateField()
    words = models.TextField(blank=True)
    child_words = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)


class AbuseHold(Row):
    """While one is open, nothing new about the child reaches the family door. `source` is the note or notification."""

    data_class = "D4"
    child_ref = "child__ref"
    retention = "with the child's case"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="holds")
    ground = models.CharField(max_length=30, choices=_choices(HOLD_GROUNDS))
    source = models.UUIDField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)
    closed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    why_closed = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "source"], condition=Q(closed_at=None), name="hold_one_open_per_source")
        ]

"""The relay log: who takes part on which basis, who holds the baton, what each sees and says. What is said is only appended."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vejviser.access.models import SharingBasis
from vejviser.accounts.models import Person
from vejviser.children.models import Child, Guardian
from vejviser.foundation import clock
from vejviser.foundation.models import Row
from vejviser.organisation.models import Employment
from vejviser.relaylog.rules import CLOSE_REASONS, COLUMNS, HANDOVER, KINDS, LOG, PICTURES

CAPACITIES = ("", "holder", "interim")


def _choices(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class Log(Row):
    """One child's log. While it is open there is a next date; after closing, those who took part read until `reads_until`."""

    data_class = "D5"
    child_ref = "child__ref"
    retention = "with the child's case"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="logs")
    state = models.CharField(max_length=10, choices=_choices(tuple(LOG)), default="open")
    opened_on = models.DateField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    next_on = models.DateField(_("Next date"), null=True)
    next_what = models.CharField(_("What about"), max_length=200)
    review_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    close_reason = models.CharField(_("Why it ended"), max_length=20, choices=_choices(CLOSE_REASONS), blank=True)
    closing_text = models.TextField(_("Closing text"), blank=True)
    reads_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child"], condition=Q(state="open"), name="log_one_open_per_child"),
            models.CheckConstraint(condition=~Q(state="open") | Q(next_on__isnull=False), name="log_open_has_next_date"),
            models.CheckConstraint(condition=Q(state="open") | ~Q(close_reason=""), name="log_closed_has_reason"),
        ]


class Participant(Row):
    """Somebody whose voice is in the log. Only staff read it here, each on exactly one basis; a network person never does.

    `capacity`: holder of the baton, or interim: a leader in a former holder's place, who reads metadata only and so
    stands on no basis. `role` says in words who somebody of the family or the network is.
    """

    data_class = "D5"
    child_ref = "log__child__ref"
    retention = "with the log"

    log = models.ForeignKey(Log, on_delete=models.CASCADE, related_name="participants")
    kind = models.CharField(max_length=10, choices=_choices(KINDS))
    employment = models.ForeignKey(Employment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    guardian = models.ForeignKey(Guardian, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=120, blank=True)
    capacity = models.CharField(max_length=10, choices=_choices(CAPACITIES), blank=True)
    holds_since = models.DateField(null=True, blank=True)
    basis = models.ForeignKey(SharingBasis, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    opens_at = models.DateTimeField(default=clock.now)
    closes_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["log"], condition=Q(closes_at=None) & ~Q(capacity=""), name="log_exactly_one_holder"
            ),
            models.UniqueConstraint(
                fields=["log", "employment"], condition=Q(closes_at=None), name="participant_once_per_employment"
            ),
            models.UniqueConstraint(
                fields=["log", "guardian"], condition=Q(closes_at=None), name="participant_once_per_guardian"
            ),
            models.CheckConstraint(
                condition=Q(kind="staff", employment__isnull=False, guardian=None)
                | Q(kind="guardian", guardian__isnull=False, employment=None)
                | Q(kind__in=("child", "network"), employment=None, guardian=None),
                name="participant_is_one_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind="staff", capacity__in=("", "holder"), basis__isnull=False)
                | Q(kind="staff", capacity="interim", basis=None)
                | (~Q(kind="staff") & Q(basis=None, capacity="")),
                name="participant_staff_stands_on_a_basis",
            ),
        ]


class Handover(Row):
    """The baton offered to somebody. The giver holds it until the receiver has accepted."""

    data_class = "D5"
    child_ref = "log__child__ref"
    retention = "with the log"

    log = models.ForeignKey(Log, on_delete=models.CASCADE, related_name="handovers")
    giver = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="given")
    receiver = models.ForeignKey(Employment, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=_choices(tuple(HANDOVER)), default="offered")
    offered_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log"], condition=Q(state="offered"), name="handover_one_open_offer")]


class Said(Row):
    """What is said in a log: never changed, only added to. `voice` says it, `by` wrote it down."""

    child_ref = "log__child__ref"
    retention = "with the log"

    voice = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Entry(Said):
    """A line of the log: a worry, what works, a note, or a dissent that stands beside another text.

    A correction is a new entry that names the one it `corrects`. With `staff_only_until` the family does not read it; after
    that day somebody is asked to let them read it (`released_on`), for time alone releases nothing.
    """

    data_class = "D5"

    log = models.ForeignKey(Log, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=10, choices=_choices(COLUMNS))
    text = models.TextField(_("Text"))
    corrects = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by")
    about = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="dissents")
    staff_only_reason = models.TextField(blank=True)
    staff_only_until = models.DateField(null=True, blank=True)
    released_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="dissent", about__isnull=False) | (~Q(kind="dissent") & Q(about=None)),
                name="entry_dissent_is_about_a_text",
            ),
            models.CheckConstraint(
                condition=Q(staff_only_reason="", staff_only_until=None)
                | (~Q(staff_only_reason="") & Q(staff_only_until__isnull=False)),
                name="entry_staff_only_has_reason_and_end",
            ),
        ]
        indexes = [models.Index(fields=["log", "at"])]


class LevelView(Said):
    """How worried one person is, 1-5, in own words; a small child answers with a picture or words, never with a number."""

    data_class = "D5"

    log = models.ForeignKey(Log, on_delete=models.CASCADE, related_name="level_views")
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    picture = models.CharField(max_length=20, choices=_choices(PICTURES), blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level=None) | Q(level__range=(1, 5)), name="level_view_1_to_5"),
        ]
        indexes = [models.Index(fields=["log", "at"])]


class LevelActed(Row):
    """The level that named people have agreed to act on, with the reason; appended, the newest counts."""

    data_class = "D5"
    child_ref = "log__child__ref"
    retention = "with the log"

    log = models.ForeignKey(Log, on_delete=models.CASCADE, related_name="levels_acted_on")
    level = models.PositiveSmallIntegerField()
    reason = models.TextField()
    names = models.CharField(max_length=300)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(level__range=(1, 5)), name="level_acted_1_to_5")]


class LookBack(Said):
    """One person's own evaluation at the end: what helped, what goes on; or, `declined`, that they would rather not."""

    data_class = "D5"

    log = models.ForeignKey(Log, on_delete=models.CASCADE, related_name="look_backs")
    picture = models.CharField(max_length=20, choices=_choices(PICTURES), blank=True)
    helped = models.TextField(blank=True)
    goes_on = models.TextField(blank=True)
    declined = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["voice"], name="look_back_once_per_voice")]

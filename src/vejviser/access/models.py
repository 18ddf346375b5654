"""Why somebody may see a child: consent, bases of sharing, granted relations, and the view that joins them with employment."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from vejviser.access.consent_rules import SHARING
from vejviser.access.rules import BASES, RELATIONS
from vejviser.accounts.models import Person
from vejviser.children.models import Child, Custody, Guardian
from vejviser.foundation import clock
from vejviser.foundation.models import Declared, Row
from vejviser.organisation.models import Employment, Group, Unit

CONSENT_STATES = ("draft", "asked", "given", "active", "expiring", "expired", "withdrawn", "refused", "superseded")
ANSWERS = ("waiting", "yes", "no", "withdrawn")
FORMS = ("paper", "spoken", "digital")


def _choices(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class ConsentRows(models.QuerySet["Consent"]):
    """Consents, and the one question asked of many of them at a time."""

    def sharing(self) -> "ConsentRows":
        """Those that share today. A custody holder who came later and has not said yes stops it, as in `Sight`."""
        today = clock.today()
        signed = ConsentSigner.objects.filter(guardian__isnull=False)
        yes = signed.filter(consent=OuterRef(OuterRef("pk")), answer="yes")
        unsigned = Custody.objects.filter(
            Q(closes=None) | Q(closes__gte=today),
            child=OuterRef("child"),
            kind__in=("faelles", "ene"),
            guardian__dead=False,
            opens__lte=today,
        ).exclude(guardian__in=yes.values("guardian"))
        by_guardians = Exists(signed.filter(consent=OuterRef("pk"), required=True))
        in_force = self.filter(state__in=SHARING, opens__lte=today, closes__gte=today)
        return in_force.exclude(Q(by_guardians) & Q(Exists(unsigned)))


class Consent(Row):
    """One child, one receiver (unit, role, perhaps a name), one purpose, data classes, a period.

    It counts only when every signer has said yes.
    """

    data_class = "D11"
    child_ref = "child__ref"
    retention = "5 years after its end"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=40)
    why = models.TextField()
    receiver_unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT)
    receiver_role = models.CharField(max_length=30, blank=True)
    receiver_person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    data_classes = models.CharField(max_length=80)
    language = models.CharField(max_length=20, default="da")
    state = models.CharField(max_length=20, choices=_choices(CONSENT_STATES), default="draft")
    opens = models.DateField()
    closes = models.DateField()
    asked_by = models.UUIDField()
    ended_at = models.DateTimeField(null=True, blank=True)
    replaced_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces")

    objects = ConsentRows.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(closes__gte=F("opens")), name="consent_dates")]


class ConsentSigner(Row):
    """One person whose answer the consent needs: a custody holder, or the young person themselves when `guardian` is empty."""

    data_class = "D11"
    child_ref = "consent__child__ref"
    retention = "with the consent"

    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="signers")
    guardian = models.ForeignKey(Guardian, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    required = models.BooleanField(default=True)
    answer = models.CharField(max_length=20, choices=_choices(ANSWERS), default="waiting")
    form = models.CharField(max_length=20, choices=_choices(FORMS), blank=True)
    note = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    noted_by = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consent", "guardian"], name="consent_signer_once"),
            models.UniqueConstraint(fields=["consent"], condition=Q(guardian=None), name="consent_young_signer_once"),
        ]


class SharingBasis(Row):
    """Why a piece may be shared with one receiver: own task, same authority, consent, SSD or law; dated.

    Exactly one per participant.
    """

    data_class = "D11"
    child_ref = "child__ref"
    retention = "with the child"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="bases")
    kind = models.CharField(max_length=20, choices=_choices(BASES))
    consent = models.ForeignKey(Consent, null=True, blank=True, on_delete=models.PROTECT, related_name="bases")
    note = models.TextField(blank=True)
    opens = models.DateField()
    closes = models.DateField(null=True, blank=True)
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind="consent") & Q(consent__isnull=False)) | (~Q(kind="consent") & Q(consent=None)),
                name="basis_consent_names_it",
            ),
        ]


class Relation(Row):
    """A relation granted by a row of a later package, which alone says when it ends. Written only by `access.actions`.

    `employment` is the work in which the person takes part: when it ends, the relation is silent.
    """

    data_class = "D11"
    child_ref = "child__ref"
    retention = "with the child"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relations")
    employment = models.ForeignKey(Employment, on_delete=models.PROTECT, related_name="relations")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=10, choices=_choices(RELATIONS))
    capacity = models.CharField(max_length=20, blank=True)
    source_kind = models.CharField(max_length=40)
    source_id = models.UUIDField()
    basis = models.ForeignKey(SharingBasis, on_delete=models.PROTECT, related_name="relations")
    opens_at = models.DateTimeField(default=clock.now)
    closes_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.UUIDField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "source_id", "person"], condition=Q(closes_at=None), name="relation_one_open_per_source"
            ),
        ]
        indexes = [models.Index(fields=["person", "closes_at"]), models.Index(fields=["child", "closes_at"])]


def way_is_open(sight: str = "") -> Q:
    """The only place that says when a way to a child is open; `sight` is a lookup path to the view, such as "sights__".

    Employment, assignment or relation, enrolment and basis all hold now.
    """
    today, now = clock.today(), clock.now()
    begun = {"work_opens__lte": today, "tie_opens__lte": now, "place_opens__lte": today}
    ends = (("work_closes", "gte", today), ("tie_closes", "gt", now), ("place_closes", "gte", today))
    holds = Q(**{sight + name: moment for name, moment in begun.items()})
    for name, later, moment in ends:
        holds &= Q(**{sight + name: None}) | Q(**{f"{sight}{name}__{later}": moment})
    return holds


class SightRows(models.QuerySet["Sight"]):
    """Ways to children."""

    def open(self) -> "SightRows":
        """Those that are open now."""
        return self.filter(way_is_open())


class Sight(Declared):
    """A database view: every way from a person to a child (see the migration). Ended rows are in it; `open()` leaves them out.

    `way` is role:relation:basis.
    work = employment, tie = assignment or granted relation, place = enrolment or, for granted relations, the basis.
    """

    data_class = "D1"
    child_ref = "child__ref"
    retention = "computed"

    id = models.CharField(max_length=40, primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, related_name="sights")
    child = models.ForeignKey(Child, on_delete=models.DO_NOTHING, related_name="sights")
    relation = models.CharField(max_length=10)
    role = models.CharField(max_length=30)
    basis = models.CharField(max_length=20)
    way = models.CharField(max_length=70)
    capacity = models.CharField(max_length=20)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.DO_NOTHING, related_name="+")
    group = models.ForeignKey(Group, null=True, on_delete=models.DO_NOTHING, related_name="+")
    work_opens = models.DateField()
    work_closes = models.DateField(null=True)
    tie_opens = models.DateTimeField()
    tie_closes = models.DateTimeField(null=True)
    place_opens = models.DateField()
    place_closes = models.DateField(null=True)

    objects = SightRows.as_manager()

    class Meta:
        managed = False
        db_table = "access_sight"

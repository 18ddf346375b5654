"""The child, the adults around it, custody and enrolment. Addresses are D2 and D2p: never shown without asking access."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from vejviser.accounts.models import Person
from vejviser.children.rules import WORD_KINDS, fold, is_protected, sort_key
from vejviser.children.texts import age_in_words
from vejviser.foundation import clock
from vejviser.foundation.crypto import EncryptedField, blind_index
from vejviser.foundation.models import Row
from vejviser.organisation.models import Group, Sourced, Unit

PROTECTIONS = [(code, code) for code in ("ingen", "adresse", "navn_og_adresse")]
CUSTODIES = [(code, code) for code in ("faelles", "ene", "ingen", "plejefamilie")]


class Child(Sourced):
    """A child known to the municipality. For an unborn child `birth_date` is the term date."""

    data_class = "D1"
    child_ref = "ref"
    retention = "2 years after leaving the municipality"

    cpr = EncryptedField(blank=True)
    cpr_hash = models.CharField(max_length=64, blank=True, db_index=True)
    first_name = models.CharField(max_length=120)
    last_name = models.CharField(max_length=120)
    name_sort = models.CharField(max_length=250, db_index=True, editable=False)
    name_fold = models.CharField(max_length=250, db_index=True, editable=False)
    birth_date = models.DateField(db_index=True)
    unborn = models.BooleanField(default=False)
    address = EncryptedField(blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    city = models.CharField(max_length=80, blank=True)
    protection = models.CharField(max_length=20, choices=PROTECTIONS, default="ingen")
    protection_to = models.DateField(null=True, blank=True)
    protection_manual = models.BooleanField(default=False)
    interpreter = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="child_one_per_source_id")]

    def __str__(self) -> str:
        return str(self.ref)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.set_derived()
        super().save(*args, **kwargs)

    @property
    def age_in_words(self) -> str:
        """Such as "5 år", today."""
        return age_in_words(self.birth_date, self.unborn, clock.today())

    @property
    def is_protected(self) -> bool:
        """Whether the child's place is protected today: then it is D2p, and hidden until somebody asks for it."""
        return is_protected(self.protection, self.protection_to, clock.today())

    def set_derived(self) -> None:
        """The columns that follow from the names and the number; bulk writers call it themselves."""
        self.cpr_hash = blind_index(self.cpr)
        self.name_sort = sort_key(self.first_name, self.last_name)
        self.name_fold = fold(f"{self.first_name} {self.last_name}")


class Guardian(Sourced):
    """An adult in the child's family; whether they hold custody is a dated row of its own."""

    data_class = "D2"
    child_ref = "custodies__child__ref"
    retention = "with the child"

    cpr = EncryptedField(blank=True)
    cpr_hash = models.CharField(max_length=64, blank=True, db_index=True)
    first_name = models.CharField(max_length=120)
    last_name = models.CharField(max_length=120)
    phone = EncryptedField(blank=True)
    email = EncryptedField(blank=True)
    language = models.CharField(max_length=20, blank=True)
    dead = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="guardian_one_per_source_id")]

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    def set_derived(self) -> None:
        """The hash by which a number is found."""
        self.cpr_hash = blind_index(self.cpr)


class Custody(Sourced):
    """What one adult is to one child, from when to when. `contact_ban` hides the child's place from the adult."""

    data_class = "D2"
    child_ref = "child__ref"
    retention = "with the child"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="custodies")
    guardian = models.ForeignKey(Guardian, on_delete=models.CASCADE, related_name="custodies")
    kind = models.CharField(max_length=20, choices=CUSTODIES)
    lives_with = models.BooleanField(default=False)
    contact_ban = models.BooleanField(default=False)
    manual = models.BooleanField(default=False)
    opens = models.DateField()
    closes = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "guardian"], condition=Q(closes=None), name="custody_one_open"),
            models.CheckConstraint(condition=Q(closes=None) | Q(closes__gte=F("opens")), name="custody_dates"),
        ]


class Enrolment(Sourced):
    """A child in a unit and usually a group. School and after-school care are two enrolments."""

    data_class = "D1"
    child_ref = "child__ref"
    retention = "with the child"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="enrolments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="enrolments")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="enrolments")
    opens = models.DateField()
    closes = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "unit", "group"], condition=Q(closes=None), name="enrolment_one_open"),
            models.UniqueConstraint(
                fields=["child", "unit"], condition=Q(closes=None, group=None), name="enrolment_one_open_without_group"
            ),
            models.CheckConstraint(condition=Q(closes=None) | Q(closes__gte=F("opens")), name="enrolment_dates"),
        ]
        indexes = [models.Index(fields=["group", "closes"]), models.Index(fields=["unit", "closes"])]


class OwnWords(Row):
    """What a child is good at (`strength`) or has said (`said`). Only added to; new words stand before older ones."""

    data_class = "D13"
    child_ref = "child__ref"
    retention = "with the child"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="words")
    kind = models.CharField(max_length=10, choices=[(code, code) for code in WORD_KINDS])
    text = models.TextField()
    told_on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        indexes = [models.Index(fields=["child", "told_on"])]

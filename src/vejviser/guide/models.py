"""Editions of the guide and the dated law table. Neither says anything about a person."""

from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from vejviser.foundation.models import Row

STATES = ("draft", "published", "retired")


class Edition(Row):
    """One edition of the guide, all languages. A published text never changes: records stay with what guided them."""

    data_class = "-"

    number = models.PositiveIntegerField(unique=True)
    state = models.CharField(max_length=10, choices=[(state, state) for state in STATES])
    content = models.JSONField(encoder=DjangoJSONEncoder)
    digest = models.CharField(max_length=64, unique=True)
    why = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state"], condition=Q(state="published"), name="edition_one_published"),
            models.CheckConstraint(condition=Q(state="draft") | Q(published_at__isnull=False), name="edition_published_when"),
        ]


class LawRows(models.QuerySet["LawRow"]):
    """Rows of the law table by day."""

    def valid(self, on: date) -> "LawRows":
        """Rows that hold on a day, the newest of a key last."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on)).order_by(
            models.F("valid_from").asc(nulls_first=True), "pk"
        )


class LawRow(Row):
    """What the law says, in one sentence per language, with where it stands and from when to when.

    `paragraph` is empty when nobody has found it. `checked` is the day a public source was read; `legal_review` is who
    approved it when, by function. `old`, `deadlines` and `limits` are as in law.yaml.
    """

    data_class = "-"

    key = models.SlugField(max_length=60)
    act = models.CharField(max_length=160)
    paragraph = models.CharField(max_length=160, blank=True)
    plain_da = models.TextField()
    plain_en = models.TextField()
    note_da = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    old = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    deadlines = models.JSONField(default=list)
    limits = models.JSONField(default=list)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    who_must_check = models.SlugField(max_length=60)
    checked = models.DateField(null=True)
    legal_review = models.CharField(max_length=160, blank=True)
    source = models.TextField()

    objects = LawRows.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "valid_from"], name="law_row_once"),
            models.UniqueConstraint(fields=["key"], condition=models.Q(valid_from=None), name="law_row_once_undated"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_from=None) | Q(valid_to__gte=models.F("valid_from")),
                name="law_row_dates",
            ),
        ]

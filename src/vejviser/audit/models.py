"""Who looked at whom and who changed what. Append-only; sealed in a chain of hashes that lies in a table of its own."""

from django.db import models

from vejviser.foundation import clock
from vejviser.foundation.models import Declared


class Look(Declared):
    """One request that showed a child, or was refused one. No content: what kind of page, never what stood on it."""

    data_class = "D15"
    retention = "audit.payload_months"

    at = models.DateTimeField(default=clock.now, db_index=True)
    person = models.UUIDField(null=True, db_index=True)
    role = models.CharField(max_length=30, blank=True)
    unit = models.UUIDField(null=True)
    action = models.CharField(max_length=80)
    criterion = models.CharField(max_length=40, blank=True)
    refused = models.BooleanField(default=False)
    request = models.UUIDField()
    salt = models.CharField(max_length=32)


class LookChild(Declared):
    """One child shown by a look."""

    data_class = "D15"
    child_ref = "child"
    retention = "audit.payload_months"

    look = models.ForeignKey(Look, on_delete=models.PROTECT, related_name="children")
    child = models.UUIDField(db_index=True)
    data_classes = models.CharField(max_length=80)
    relation = models.CharField(max_length=10)
    basis = models.CharField(max_length=20)
    purpose = models.CharField(max_length=20)


class Change(Declared):
    """One change by an action, written in its transaction. `facts` holds codes and refs, never text about a child."""

    data_class = "D15"
    child_ref = "child"
    retention = "audit.payload_months"

    at = models.DateTimeField(default=clock.now, db_index=True)
    person = models.UUIDField(null=True, db_index=True)
    action = models.CharField(max_length=80)
    model = models.CharField(max_length=80)
    row = models.UUIDField()
    child = models.UUIDField(null=True, db_index=True)
    facts = models.JSONField(default=dict)
    salt = models.CharField(max_length=32)


class Seal(Declared):
    """One link of the chain: sequence, time, the row's salted hash and the link before. Written by the sealer only."""

    data_class = "-"

    seq = models.BigIntegerField(unique=True)
    source = models.CharField(max_length=10)
    row = models.BigIntegerField()
    at = models.DateTimeField(default=clock.now)
    payload_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "row"], name="seal_once")]

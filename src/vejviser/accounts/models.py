"""The people who sign in. What they may do follows from employment and relations, never from this table."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from vejviser.foundation.crypto import EncryptedField, blind_index
from vejviser.foundation.models import Row


class People(BaseUserManager["Person"]):
    """Finds people by what a sign-in knows."""


class Person(AbstractBaseUser, Row):
    """An employee (and later a parent or young person). `cpr_hash` keeps staff out of their own family's case."""

    data_class = "-"
    retention = "5 years after the last employment"

    source = models.CharField(max_length=40, default="manual")
    source_id = models.CharField(max_length=80, default=uuid.uuid4)
    first_name = models.CharField(max_length=120)
    last_name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    cpr = EncryptedField(blank=True)
    cpr_hash = models.CharField(max_length=64, blank=True, db_index=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "ref"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = People()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="person_one_per_source_id")]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    def set_cpr(self, cpr: str) -> None:
        """Set the number and the hash that finds it."""
        self.cpr, self.cpr_hash = cpr, blind_index(cpr)

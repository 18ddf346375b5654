"""Encryption of single fields (AES-GCM, first key encrypts and all decrypt) and the keyed hash that finds a CPR number."""

import base64
import hashlib
import hmac
import os
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

NONCE = 12


def encrypt(plain: str) -> str:
    """The text as `base64(nonce + ciphertext)`, with the first of the installation's keys."""
    nonce = os.urandom(NONCE)
    return base64.b64encode(nonce + _cipher(settings.FIELD_KEYS[0]).encrypt(nonce, plain.encode(), None)).decode()


def decrypt(stored: str) -> str:
    """The text again, by whichever key fits. Raises InvalidTag when none does."""
    raw = base64.b64decode(stored)
    for key in settings.FIELD_KEYS:
        try:
            return _cipher(key).decrypt(raw[:NONCE], raw[NONCE:], None).decode()
        except InvalidTag:
            continue
    raise InvalidTag


def blind_index(cpr: str) -> str:
    """The keyed hash by which a CPR number is found without being readable; empty for no number."""
    digits = "".join(c for c in cpr if c.isdigit())
    return hmac.new(settings.CPR_KEY.encode(), digits.encode(), hashlib.sha256).hexdigest() if digits else ""


def _cipher(key: str) -> AESGCM:
    return AESGCM(base64.b64decode(key))


if TYPE_CHECKING:
    Text = models.TextField[str, str]
else:
    Text = models.TextField


class EncryptedField(Text):
    """A text that is stored encrypted; an empty text stays empty."""

    def get_prep_value(self, value: object) -> object:
        return encrypt(str(value)) if value else ""

    def from_db_value(self, value: str | None, *args: object) -> str:
        return decrypt(value) if value else ""

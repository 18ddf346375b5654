"""Signed statements of how far the chain had come; they lie outside the database and betray a removed tail. Pure."""

import hashlib
import json
from dataclasses import asdict, dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


@dataclass(frozen=True)
class Checkpoint:
    """At this moment (UTC, ISO 8601) link `seq` was the last, with this hash."""

    at: str
    seq: int
    hash: str


def signing_key(secret: str) -> Ed25519PrivateKey:
    """The installation's signing key, made from its secret and used for nothing else."""
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(f"vejviser checkpoint {secret}".encode()).digest())


def public_key(secret: str) -> str:
    """The key, in hexadecimal, with which anybody can check the signatures without knowing the secret."""
    return signing_key(secret).public_key().public_bytes_raw().hex()


def signed_line(checkpoint: Checkpoint, secret: str) -> str:
    """One line of a checkpoint file: the statement and its Ed25519 signature as JSON."""
    signature = signing_key(secret).sign(_signed_part(checkpoint)).hex()
    return json.dumps({**asdict(checkpoint), "signature": signature})


def read_line(line: str, key: str) -> Checkpoint | None:
    """The statement of a line, or None when it was not signed with the key (hexadecimal) or cannot be read."""
    try:
        values = json.loads(line)
        signature = bytes.fromhex(values.pop("signature"))
        checkpoint = Checkpoint(**values)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, _signed_part(checkpoint))
    except (InvalidSignature, ValueError, TypeError, KeyError, AttributeError):
        return None
    return checkpoint


def _signed_part(checkpoint: Checkpoint) -> bytes:
    return json.dumps(asdict(checkpoint), sort_keys=True).encode()

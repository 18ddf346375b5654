"""The fixed sentences of the family's page about consent, in the family's own language."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

SOURCE = Path(__file__).resolve().parent / "content" / "family_consent.yaml"


@dataclass(frozen=True)
class Sentences:
    """One language. `dir` is ltr or rtl; `checked` tells whether a native speaker has written or read it."""

    code: str
    name: str
    dir: str
    checked: bool
    both: str
    young: str
    refusal: str
    later: str


@cache
def languages() -> dict[str, Sentences]:
    """Every language by its code, Danish first. Raises TypeError when a sentence is missing."""
    read = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return {code: Sentences(code=code, **sentences) for code, sentences in read["languages"].items()}

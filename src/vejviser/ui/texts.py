"""The words of a rule's no: packages offer a sentence per code, pages say it."""

import warnings
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.ui.dates import in_words

_sentences: dict[str, Any] = {}


def offer(sentences: Mapping[str, Any]) -> None:
    """Add sentences by code; `%(fact)s` in one is filled in from the facts. A code is offered once."""
    taken = _sentences.keys() & sentences.keys()
    if taken:
        raise ValueError(f"offered twice: {', '.join(sorted(taken))}")
    _sentences.update(sentences)


def say(broken: RuleBroken) -> str:
    """The sentence of a broken rule, dates in words. A code without one warns, and the warning fails a test."""
    sentence = _sentences.get(broken.code)
    if sentence is None:
        warnings.warn(f"no sentence is offered for the rule {broken.code!r}", stacklevel=2)
        return _("This cannot be done right now. Nothing has been changed.")
    return str(sentence) % {name: _spoken(fact) for name, fact in broken.facts.items()}


def _spoken(fact: object) -> object:
    return in_words(fact, clock.today()) if isinstance(fact, date) else fact

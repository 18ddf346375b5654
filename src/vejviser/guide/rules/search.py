"""Search in the guide by everyday words: an index in memory, built once per edition and language."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vejviser.guide.rules.answer import band_of_age
from vejviser.guide.rules.content import Guide
from vejviser.guide.rules.words import forgiven, slips, stems

_EXACT, _SLIPPED, _PART = 1.0, 0.7, 0.6
_SHORTEST_PART = 4
_OTHER_AGE = 0.5
_AGE = re.compile(r"\b(\d{1,2})\s*-?\s*(?:års?|aars?|years?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """Something that can be found. `kind` and `key` name its page; `band`, `level` and `sector` narrow it, if set."""

    kind: str
    key: str
    title: str
    band: str = ""
    level: int = 0
    sector: str = ""


# A text and how much its words count.
Text = tuple[str, float]
Findable = tuple[Entry, Sequence[Text]]


class Index:
    """Stems of texts, each with its weight in the entries that hold it."""

    def __init__(self, findables: Iterable[Findable], guide: Guide, language: str) -> None:
        self.guide, self.language = guide, language
        self.entries: list[Entry] = []
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        for entry, texts in findables:
            self._add(entry, texts)

    def find(self, question: str, band: str = "", most: int = 30) -> list[Entry]:
        """The entries that fit, best first. An age in the question, or else `band`, puts other ages further down."""
        wanted = self._band_in(question) or band
        terms = list(dict.fromkeys(stems(_AGE.sub(" ", question), self.language)))
        points: dict[int, float] = defaultdict(float)
        met: dict[int, int] = defaultdict(int)
        for term in terms:
            for at, weight in self._matches(term).items():
                points[at] += weight
                met[at] += 1
        ranked = {at: points[at] * met[at] / len(terms) * self._nearness(at, wanted) for at in points}
        return [self.entries[at] for at in sorted(ranked, key=lambda at: (-ranked[at], at))][:most]

    def _add(self, entry: Entry, texts: Iterable[Text]) -> None:
        at = len(self.entries)
        self.entries.append(entry)
        for text, weight in texts:
            for stem in stems(text, self.language):
                self._weights[stem][at] = max(weight, self._weights[stem].get(at, 0.0))

    def _matches(self, term: str) -> dict[int, float]:
        """Entries for one word of the question: as written, as part of a compound or with slips; the best counts."""
        found: dict[int, float] = {}
        for stem, closeness in self._alike(term):
            rarity = math.log(1 + len(self.entries) / len(self._weights[stem]))
            for at, weight in self._weights[stem].items():
                found[at] = max(found.get(at, 0.0), closeness * weight * rarity)
        return found

    def _alike(self, term: str) -> Iterator[tuple[str, float]]:
        known = term in self._weights
        if known:
            yield term, _EXACT
        most = 0 if known else forgiven(term)
        for stem in self._weights.keys() - {term}:
            if _compound(term, stem):
                yield stem, _PART
            elif most and slips(term, stem, most) <= most:
                yield stem, _SLIPPED

    def _nearness(self, at: int, band: str) -> float:
        entry = self.entries[at]
        return _OTHER_AGE if band and entry.band and entry.band != band else 1.0

    def _band_in(self, question: str) -> str | None:
        age = _AGE.search(question)
        return band_of_age(self.guide, int(age[1])) if age else None


def _compound(one: str, other: str) -> bool:
    """Whether the shorter word begins or ends the longer: Danish writes compounds as one word."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_PART and (long.startswith(short) or long.endswith(short))

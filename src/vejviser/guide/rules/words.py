"""Words as people write them in a hurry: folded, stemmed, compared with room for a slip of the finger."""

import re
import unicodedata
from functools import cache
from typing import Protocol

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_AS_TYPED = (("ae", "æ"), ("oe", "ø"), ("aa", "å"), ("é", "e"))
_STEMMERS = {"da": "danish", "en": "english"}
# Words that say nothing about what somebody looks for.
_DANISH = """
    af aldrig alle alt altid at barn barnet barnets blev blive bliver børn da de dem den denne der deres det dette
    dig din dit dreng drengen du efter eller en end er et for fordi fra får få gør gøre ham han hans har have havde
    hende hendes her hos hun hvad hvem hver hvis hvor hvordan hvorfor hvornår i igen ikke ind jeg jer jeres kan kun
    kunne lidt man med meget men mig min mit nogen noget nogle nok nu når og også om op os over pige pigen på sin
    sit skal skulle som så sådan til ud under var ved vi vil ville vores være været
"""
_ENGLISH = """
    a an and are be by child do does for from has have he her his how i if in is it my not of on or she should that
    the their them they this to was we what when where who with you
"""
_EMPTY = frozenset(_DANISH.split() + _ENGLISH.split())
# A slip is forgiven only in words long enough that it cannot turn one word into another.
_SLIPS = ((4, 0), (7, 1))
_MOST_SLIPS = 2


class Stemmer(Protocol):
    """What the library's stemmers do."""

    def stemWord(self, word: str) -> str: ...


def stems(text: str, language: str) -> list[str]:
    """The stems of the words that carry meaning; all words when none does."""
    words = _WORD.findall(_fold(text))
    return [_stem(word, language) for word in [word for word in words if word not in _EMPTY] or words]


def forgiven(word: str) -> int:
    """How many slips a word of this length may have."""
    return next((slips for shorter, slips in _SLIPS if len(word) < shorter), _MOST_SLIPS)


def slips(one: str, other: str, most: int) -> int:
    """Letters added, left out, changed or swapped with their neighbour between two words; `most` + 1 when more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row, previous = before, [i], row
        before = previous
        for j, wanted in enumerate(other, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold()
    for typed, letter in _AS_TYPED:
        folded = folded.replace(typed, letter)
    return folded


@cache
def _stemmer(language: str) -> Stemmer:
    found: Stemmer = snowballstemmer.stemmer(_STEMMERS[language])
    return found


def _stem(word: str, language: str) -> str:
    return _stemmer(language).stemWord(word)

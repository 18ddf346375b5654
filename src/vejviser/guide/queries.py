"""Reading the guide: the published edition in the reader's language, the law of a day, and what others show of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from uuid import UUID

import yaml
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import get_language

from vejviser.accounts.models import Person
from vejviser.foundation import clock
from vejviser.guide.models import Edition, LawRow
from vejviser.guide.rules.answer import DUTY_FIRST, SECTOR_OF_UNIT, Answer, Asked, answer, asked
from vejviser.guide.rules.check import parse
from vejviser.guide.rules.choices import Choice, FirstAsked, choices, first_asked
from vejviser.guide.rules.content import LANGUAGES, AbuseBranch, Phone, TalkGuide, Tree
from vejviser.guide.rules.findable import findables
from vejviser.guide.rules.frame import Content, Duty, reworded
from vejviser.guide.rules.search import Entry, Index
from vejviser.organisation.queries import posts, value

SHIPPED = Path(__file__).parent / "content"
# The line that children call themselves, and the ages that do not call.
CHILD_LINE = "boernetelefonen"
TOO_SMALL = ("ufoedt", "0-2", "3-5")


@dataclass(frozen=True)
class Law:
    """What a rule of law says. `paragraph` empty: not found yet. `checked` None: no public source was read."""

    key: str
    plain: str
    act: str
    paragraph: str
    note: str
    checked: date | None
    reviewed: str


@dataclass(frozen=True)
class ActToday:
    """The guide's "handl i dag" box: the duty, whom to call, the branch for violence and the law behind the duty."""

    duty: Duty
    phones: tuple[Phone, ...]
    abuse: AbuseBranch
    law: list[Law]


@dataclass(frozen=True)
class Sheet:
    """The page of the three questions. `usual_sector` is the one that counts when none is chosen."""

    content: Content
    asked: Asked
    usual_sector: str | None
    first_signs: list[Choice]
    other_signs: list[Choice]
    answer: Answer | None
    law: list[Law]
    first_asked: list[FirstAsked]
    act_today: ActToday | None


def content() -> Content:
    """The published edition in the reader's language; before the first edition, what ships with the house.

    What the municipality calls the levels, and its words for the duty, stand in place of the edition's.
    """
    names, duty = value("guide.level_names"), value("guide.duty_question")
    return _worded(published(), _language(), names if isinstance(names, tuple) else (), str(duty))


def published() -> UUID | None:
    """The ref of the published edition, for records that keep what they were guided by."""
    return Edition.objects.filter(state="published").values_list("ref", flat=True).first()


def law(keys: Iterable[str], on: date | None = None) -> list[Law]:
    """The rows of the law table that hold on a day (default today), in the order of the keys, without unknown ones."""
    wanted = list(dict.fromkeys(keys))
    rows = {row.key: row for row in LawRow.objects.valid(on or clock.today()).filter(key__in=wanted)}
    return [_law(rows[key]) for key in wanted if key in rows]


def act_today(age_band: str | None = None) -> ActToday:
    """What stands first when something is serious. The child line is left out for ages that do not call it."""
    return _act_today(content(), age_band)


def duty_question() -> Duty:
    """The question of the duty to notify, with the levels that carry it; it depends on none of them."""
    return content().frame.duty_question


def level_names() -> dict[int, str]:
    """The names of the five levels, by number."""
    return {level.order: level.name for level in content().guide.lineal.levels}


def talk_guide(key: str) -> TalkGuide | None:
    """One talk guide by its key, or None."""
    return next((talk for talk in content().guide.talk_guides if talk.key == key), None)


def sheet(person: Person | AnonymousUser, *, band: str, signs: Iterable[str], level: str, sector: str) -> Sheet:
    """The three questions and their answer for codes from an address; codes that the guide does not know vanish."""
    now = content()
    own = usual_sector(person)
    wish = asked(now.guide, band=band, signs=signs, level=level, sector=sector, usual=own)
    found = answer(now, wish)
    first, rest = choices(now.guide, wish.band, wish.signs)
    return Sheet(
        content=now,
        asked=wish,
        usual_sector=asked(now.guide, band=band, usual=own).sector,
        first_signs=first,
        other_signs=rest,
        answer=found,
        law=law(found.law) if found else [],
        first_asked=first_asked(now.guide, now.frame, wish.sector or ""),
        act_today=_act_today(now, wish.band) if wish.level == DUTY_FIRST else None,
    )


def search(question: str, band: str = "") -> list[Entry]:
    """What fits a question in everyday words best, best first."""
    return _index(published(), _language()).find(question, band)


def usual_sector(person: Person | AnonymousUser) -> str | None:
    """The column of the action guide that the person's unit reads; None for visitors and units that serve others."""
    if not isinstance(person, Person):
        return None
    return next((SECTOR_OF_UNIT[post.unit_kind] for post in posts(person) if post.unit_kind in SECTOR_OF_UNIT), None)


def _act_today(now: Content, age_band: str | None) -> ActToday:
    abuse, duty = now.guide.abuse_branch, now.frame.duty_question
    phones = tuple(phone for phone in abuse.phones if phone.key != CHILD_LINE or age_band not in TOO_SMALL)
    return ActToday(duty, phones, abuse, law(duty.law))


def _language() -> str:
    language = get_language()
    return language if language in LANGUAGES else LANGUAGES[0]


@lru_cache(maxsize=8)
def _worded(edition: UUID | None, language: str, level_names: tuple[str, ...], duty: str) -> Content:
    return reworded(_parsed(edition, language), level_names, duty)


@lru_cache(maxsize=8)
def _parsed(edition: UUID | None, language: str) -> Content:
    """Kept in memory: a published edition never changes."""
    if edition is None:
        return parse(_shipped("guide.yaml"), _shipped("guide_frame.yaml"), language)
    kept = Edition.objects.get(ref=edition).content
    return parse(kept["guide"], kept["frame"], language)


@lru_cache(maxsize=8)
def _index(edition: UUID | None, language: str) -> Index:
    everyday = _shipped("everyday_words.yaml") if language == "da" else {}
    now = _parsed(edition, language)
    return Index(findables(now, everyday), now.guide, language)


def _shipped(name: str) -> Tree:
    return yaml.safe_load((SHIPPED / name).read_text(encoding="utf-8"))


def _law(row: LawRow) -> Law:
    english = _language() == "en"
    plain, note = (row.plain_en, row.note_en) if english else (row.plain_da, row.note_da)
    return Law(row.key, plain, row.act, row.paragraph, note, row.checked, row.legal_review)

"""Which answer fits: level, age band and sector pick the steps; signs only pick text and never a level."""

from collections.abc import Iterable
from dataclasses import dataclass

from vejviser.guide.rules.content import AgeBand, Guide, Level, Named, Picture, Sign, Step, TalkGuide, Theme
from vejviser.guide.rules.frame import Content, Duty

# Which column of the action guide a kind of unit reads; units that serve others read the column of the child's unit.
SECTOR_OF_UNIT = {
    "sundhedspleje": "sundhedspleje", "tandpleje": "sundhedspleje",
    "dagpleje": "dagtilbud", "vuggestue": "dagtilbud", "boernehave": "dagtilbud",
    "mini_sfo": "skole_sfo", "sfo": "skole_sfo", "skole": "skole_sfo",
    "klub": "klub_fritid", "ungdomstilbud": "ungdom",
}  # fmt: skip
# Where most children of an age are, for a visitor who has not said where they work.
SECTOR_OF_BAND = {
    "ufoedt": "sundhedspleje", "0-2": "dagtilbud", "3-5": "dagtilbud", "6-9": "skole_sfo", "10-14": "skole_sfo",
    "15-17": "ungdom",
}  # fmt: skip
DUTY_FIRST = 5


@dataclass(frozen=True)
class Asked:
    """The visitor's answers as codes that exist in the guide; what was not answered is None or empty."""

    band: str | None = None
    signs: tuple[str, ...] = ()
    level: int | None = None
    sector: str | None = None

    @property
    def complete(self) -> bool:
        return bool(self.band and self.level and self.sector)


@dataclass(frozen=True)
class Line:
    """One step with the names written out. `deadline` is in working days: 0 today, None no deadline."""

    nr: int
    what: str
    owner: str
    together_with: tuple[str, ...]
    parents: str
    child: str
    deadline: int | None
    talk_guide: str | None


@dataclass(frozen=True)
class Company:
    """Who is with, who may be, who is not yet."""

    always: tuple[str, ...]
    often: tuple[str, ...]
    not_yet: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Answer:
    """What to do now. `duty` stands on levels 3 to 5; on level 5 (`act_today`) it comes before everything else."""

    level: Level
    band: AgeBand
    sector: Named
    steps: tuple[Line, ...]
    company: Company
    picture: Picture
    signs: tuple[Sign, ...]
    themes: tuple[Theme, ...]
    talk: TalkGuide | None
    also: tuple[TalkGuide, ...]
    duty: Duty | None
    act_today: bool
    law: tuple[str, ...]
    offers: tuple[str, ...]

    @property
    def first(self) -> Line:
        return self.steps[0]


def band_of_age(guide: Guide, years: int) -> str | None:
    """The key of the age band that holds a whole number of years, or None."""
    holding = (band for band in guide.age_bands if band.from_year is not None and band.to_year is not None)
    return next((band.key for band in holding if (band.from_year or 0) <= years <= (band.to_year or 0)), None)


def asked(
    guide: Guide,
    *,
    band: str = "",
    signs: Iterable[str] = (),
    level: str = "",
    sector: str = "",
    usual: str | None = None,
) -> Asked:
    """The codes of an address that the guide knows; others vanish. `usual` is the visitor's own sector, if known."""
    age = band if band in guide.signs else None
    known = {sign.key for sign in guide.signs.get(age or "", ())}
    return Asked(
        band=age,
        signs=tuple(dict.fromkeys(sign for sign in signs if sign in known)),
        level=next((one.order for one in guide.lineal.levels if str(one.order) == level), None),
        sector=_sector(guide, (sector, usual, SECTOR_OF_BAND.get(age or ""))),
    )


def answer(content: Content, wish: Asked) -> Answer | None:
    """The answer to complete codes, or None while the age or the level is missing."""
    if not wish.complete:
        return None
    guide = content.guide
    level = next(one for one in guide.lineal.levels if one.order == wish.level)
    column = next(one for one in guide.action_guide if one.level == wish.level)
    sector = column.sectors[wish.sector or ""]
    chosen = tuple(sign for sign in guide.signs[wish.band or ""] if sign.key in wish.signs)
    talks = {talk.key: talk for talk in guide.talk_guides}
    first_talk = next((step.talk_guide for step in sector.steps if step.talk_guide), None)
    duty = content.frame.duty_question
    return Answer(
        level=level,
        band=next(one for one in guide.age_bands if one.key == wish.band),
        sector=next(one for one in guide.sectors if one.key == wish.sector),
        steps=tuple(_line(guide, step) for step in sector.steps),
        company=_company(guide, wish.level or 0),
        picture=level.bands[wish.band or ""],
        signs=chosen,
        themes=tuple(guide.look_at[key] for key in dict.fromkeys(sign.look_at for sign in chosen)),
        talk=talks.get(first_talk or ""),
        also=tuple(talks[key] for key in sector.also_guides),
        duty=duty if level.order in duty.levels else None,
        act_today=level.order >= DUTY_FIRST,
        law=tuple(dict.fromkeys(key for step in sector.steps for key in step.law)),
        offers=sector.offers,
    )


def names(guide: Guide, keys: Iterable[str]) -> tuple[str, ...]:
    """The names of roles, in the order given."""
    by_key = {role.key: role.name for role in guide.roles}
    return tuple(by_key[key] for key in keys)


def _sector(guide: Guide, wishes: Iterable[str | None]) -> str | None:
    known = {sector.key for sector in guide.sectors}
    return next((wish for wish in wishes if wish in known), None)


def _line(guide: Guide, step: Step) -> Line:
    return Line(
        nr=step.nr,
        what=step.what,
        owner=names(guide, [step.responsible])[0],
        together_with=names(guide, step.involve),
        parents=guide.phrases.parents[step.parents],
        child=guide.phrases.child[step.child],
        deadline=step.deadline_working_days,
        talk_guide=step.talk_guide,
    )


def _company(guide: Guide, level: int) -> Company:
    who = next(one.who for one in guide.action_guide if one.level == level)
    return Company(names(guide, who.always), names(guide, who.often), names(guide, who.not_yet), who.note)

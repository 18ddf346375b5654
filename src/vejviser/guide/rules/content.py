"""The shape of the guide in one language. Keys of the content files are Danish; their English names stand here."""

from datetime import date
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
LANGUAGES = ("da", "en")
# A content file as it was read: dicts, lists and plain values.
Tree: TypeAlias = Any


class Part(BaseModel):
    """A piece of content: read only, and a key that is not known here is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(Part):
    key: Key
    name: Words


class AgeBand(Named):
    """From and to in whole years; both empty before birth."""

    from_year: int | None
    to_year: int | None


class Role(Named):
    system_role: str | None


class PathStep(Named):
    text: Words
    exit: tuple[Key, ...]
    law: Key | None = None


class Picture(Part):
    """How a level can look at an age."""

    development: Words = Field(alias="udvikling")
    examples: tuple[Words, ...] = Field(alias="eksempler", min_length=1)
    parental_care: Words = Field(alias="foraeldreomsorg")


class Level(Named):
    """`order` is the level's number, 1 to 5; it names the worry, not the child."""

    order: int = Field(ge=1, le=5)
    tagline: Words
    meaning: Words
    bands: dict[Key, Picture]


class Factors(Part):
    protective: tuple[Words, ...] = Field(alias="beskyttende")
    calling: tuple[Words, ...] = Field(alias="kalder_paa_opmaerksomhed")


class Lineal(Part):
    title: Words
    question: Words
    scores: tuple[Named, ...]
    rule: Words
    levels: tuple[Level, ...]
    factors: dict[Key, Factors]


class Watch(Part):
    """What to look for: how often, together with what, for how long."""

    frequency: Words = Field(alias="hyppighed")
    interplay: Words = Field(alias="samspil")
    duration: Words = Field(alias="varighed")


class Theme(Watch):
    name: Words


class Sign(Part):
    key: Key
    dimension: Key
    look_at: Key
    text: Words
    synonyms: tuple[Words, ...] = ()


class Phrases(Part):
    parents: dict[Key, Words]
    child: dict[Key, Words]


class Step(Part):
    """`deadline_working_days` counts from the day the level was chosen: 0 is the same day, empty is no deadline."""

    nr: int
    what: Words
    responsible: Key
    involve: tuple[Key, ...]
    parents: Key
    child: Key
    deadline_working_days: int | None = Field(ge=0)
    law: tuple[Key, ...]
    talk_guide: Key | None


class SectorGuide(Part):
    offers: tuple[Key, ...]
    also_guides: tuple[Key, ...]
    steps: tuple[Step, ...] = Field(min_length=1)


class Who(Part):
    always: tuple[Key, ...]
    often: tuple[Key, ...]
    not_yet: tuple[Key, ...]
    note: Words


class LevelGuide(Part):
    level: int = Field(ge=1, le=5)
    who: Who
    sectors: dict[Key, SectorGuide]


class AbuseStep(Part):
    nr: int
    what: Words
    deadline: Key
    law: tuple[Key, ...]


class Phone(Named):
    """`number` is empty until the municipality fills it in."""

    number: str | None
    placeholder: str = ""


class AbuseBranch(Part):
    key: Key
    title: Words
    lead: Words
    also_when: tuple[Words, ...]
    steps: tuple[AbuseStep, ...]
    staff_suspected: Words
    hidden_from_family: bool
    phones: tuple[Phone, ...]


class ByAge(Part):
    band: Key
    text: Words


class TalkGuide(Part):
    key: Key
    title: Words
    use_when: Words
    before: tuple[Words, ...]
    opening: tuple[Words, ...] = Field(min_length=1)
    questions: tuple[Words, ...]
    closing: tuple[Words, ...]
    avoid: tuple[Words, ...]
    by_age: tuple[ByAge, ...] = ()


class SharingAnswer(Part):
    key: Key
    question: Words
    answer: Words
    law: tuple[Key, ...]


class Sharing(Part):
    title: Words
    answers: tuple[SharingAnswer, ...]


class Guide(Part):
    """The whole of guide.yaml. `number_of_schema` is the version of the file's shape, not of its text."""

    number_of_schema: int = Field(alias="schema")
    edition: str
    state: str
    status: Words
    valid_from: date | None
    title: Words
    note: Words
    age_bands: tuple[AgeBand, ...]
    dimensions: tuple[Named, ...]
    roles: tuple[Role, ...]
    sectors: tuple[Named, ...]
    path: tuple[PathStep, ...]
    lineal: Lineal
    look_at: dict[Key, Theme]
    look_at_general: Watch
    signs: dict[Key, tuple[Sign, ...]]
    phrases: Phrases
    action_guide: tuple[LevelGuide, ...]
    abuse_branch: AbuseBranch
    talk_guides: tuple[TalkGuide, ...]
    sharing: Sharing


def in_language(tree: Tree, language: str) -> Tree:
    """The tree with every `{da, en}` replaced by the text of one language, or the Danish where that is missing."""
    if isinstance(tree, list):
        return [in_language(one, language) for one in tree]
    if not isinstance(tree, dict):
        return tree
    if _is_text(tree):
        return tree.get(language, tree.get(LANGUAGES[0]))
    return {key: in_language(value, language) for key, value in tree.items()}


def missing_languages(tree: Tree, where: str = "") -> list[str]:
    """The places of texts that lack a language. Lists of synonyms may be Danish only."""
    if isinstance(tree, list):
        return [gap for at, one in enumerate(tree) for gap in missing_languages(one, f"{where}[{at}]")]
    if not isinstance(tree, dict):
        return []
    if _is_text(tree):
        return [f"{where}: {language}" for language in LANGUAGES if _lacks(tree, language)]
    return [gap for key, value in tree.items() for gap in missing_languages(value, f"{where}.{key}".lstrip("."))]


def _is_text(tree: dict[str, Any]) -> bool:
    return bool(tree) and set(tree) <= set(LANGUAGES)


def _lacks(text: dict[str, Any], language: str) -> bool:
    if any(isinstance(value, list) for value in text.values()):
        return False
    return not str(text.get(language) or "").strip()

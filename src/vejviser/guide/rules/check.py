"""What is wrong with content before it is taken in: shape, languages, dead keys, gaps, a missing duty."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from vejviser.guide.rules.content import LANGUAGES, Guide, Tree, in_language, missing_languages
from vejviser.guide.rules.frame import Content, Frame, LawEntry

LEVELS = (1, 2, 3, 4, 5)
LEVELS_WITH_DUTY = (3, 4, 5)
_law_rows = TypeAdapter(tuple[LawEntry, ...])


@dataclass(frozen=True)
class Source:
    """The three content files as they were read, all languages in one tree."""

    guide: Tree
    frame: Tree
    law: Tree


@dataclass(frozen=True)
class Reference:
    """A key that must exist among the keys of its kind."""

    kind: str
    key: str
    where: str


def parse(guide: Tree, frame: Tree, language: str) -> Content:
    """The content in one language. Raises pydantic's ValidationError when the shape is wrong."""
    return Content(
        guide=Guide.model_validate(in_language(guide, language)),
        frame=Frame.model_validate(in_language(frame, language)),
    )


def law_entries(law: Tree, language: str) -> tuple[LawEntry, ...]:
    """The rows of the law table in one language. Raises ValidationError when the shape is wrong."""
    rows = law.get("rows") if isinstance(law, dict) else law
    return _law_rows.validate_python(in_language(rows, language))


def problems(source: Source) -> list[str]:
    """Every reason to refuse the content, one line each with its place; empty when it may be taken in."""
    shape = [*_shape(source), *_languages(source)]
    if shape:
        return shape
    content = parse(source.guide, source.frame, LANGUAGES[0])
    laws = [entry.key for entry in law_entries(source.law, LANGUAGES[0])]
    return [*_dead(content, laws), *_doubles(content, laws), *_gaps(content), *_without_duty(content.frame)]


def _shape(source: Source) -> Iterator[str]:
    for name, read in (
        ("guide.yaml", lambda: Guide.model_validate(in_language(source.guide, "da"))),
        ("guide_frame.yaml", lambda: Frame.model_validate(in_language(source.frame, "da"))),
        ("law.yaml", lambda: law_entries(source.law, "da")),
    ):
        try:
            read()
        except ValidationError as error:
            for one in error.errors(include_url=False, include_context=False, include_input=False):
                yield f"{name}: {'.'.join(map(str, one['loc']))}: {one['msg']}"


def _languages(source: Source) -> Iterator[str]:
    for name, tree in (("guide.yaml", source.guide), ("guide_frame.yaml", source.frame), ("law.yaml", source.law)):
        yield from (f"{name}: no text for {gap}" for gap in missing_languages(tree))


def _dead(content: Content, laws: Iterable[str]) -> list[str]:
    known = _known(content, laws)
    return [f"{at.where}: unknown {at.kind} {at.key!r}" for at in references(content) if at.key not in known[at.kind]]


def _known(content: Content, laws: Iterable[str]) -> dict[str, set[str]]:
    guide = content.guide
    return {
        "law": set(laws),
        "role": {role.key for role in guide.roles},
        "talk guide": {one.key for one in guide.talk_guides},
        "phrase to parents": set(guide.phrases.parents),
        "phrase to the child": set(guide.phrases.child),
        "age band": {band.key for band in guide.age_bands},
        "sector": {sector.key for sector in guide.sectors},
        "dimension": {dimension.key for dimension in guide.dimensions},
        "theme": set(guide.look_at),
    }


def references(content: Content) -> Iterator[Reference]:
    """Every key in the content that points at something else; keys of offers are kept for a catalogue to come."""
    yield from _references_of_guide(content.guide)
    frame = content.frame
    yield from _all("law", frame.duty_question.law, "duty_question")
    for route in frame.routing:
        yield from _all("sector", route.first, f"routing.{route.key}")
        yield from _all("role", (*route.first.values(), *route.then), f"routing.{route.key}")
    for step in frame.standard_course.steps:
        yield from _all("role", step.actors, f"standard_course.{step.key}")
    for exit_ in frame.standard_course.exits:
        yield from _all("law", exit_.law, f"standard_course.{exit_.key}")


def _references_of_guide(guide: Guide) -> Iterator[Reference]:
    for band, signs in guide.signs.items():
        yield Reference("age band", band, "signs")
        for sign in signs:
            yield Reference("dimension", sign.dimension, f"signs.{sign.key}")
            yield Reference("theme", sign.look_at, f"signs.{sign.key}")
    for level in guide.lineal.levels:
        yield from _all("age band", level.bands, f"lineal.{level.key}")
    yield from _all("age band", guide.lineal.factors, "lineal.factors")
    for answer in guide.sharing.answers:
        yield from _all("law", answer.law, f"sharing.{answer.key}")
    for step in guide.abuse_branch.steps:
        yield from _all("law", step.law, f"abuse_branch.{step.nr}")
    for talk in guide.talk_guides:
        yield from _all("age band", (one.band for one in talk.by_age), f"talk_guides.{talk.key}")
    yield from _all("law", (step.law for step in guide.path if step.law), "path")
    yield from _references_of_steps(guide)


def _references_of_steps(guide: Guide) -> Iterator[Reference]:
    for level in guide.action_guide:
        where = f"action_guide.{level.level}"
        yield from _all("role", (*level.who.always, *level.who.often, *level.who.not_yet), f"{where}.who")
        yield from _all("sector", level.sectors, where)
        for sector, column in level.sectors.items():
            yield from _all("talk guide", column.also_guides, f"{where}.{sector}")
            for step in column.steps:
                at = f"{where}.{sector}.{step.nr}"
                yield from _all("role", (step.responsible, *step.involve), at)
                yield from _all("law", step.law, at)
                yield from _all("talk guide", (step.talk_guide,) if step.talk_guide else (), at)
                yield Reference("phrase to parents", step.parents, at)
                yield Reference("phrase to the child", step.child, at)


def _all(kind: str, keys: Iterable[str], where: str) -> Iterator[Reference]:
    return (Reference(kind, key, where) for key in keys)


def _doubles(content: Content, laws: list[str]) -> Iterator[str]:
    signs = [sign.key for band in content.guide.signs.values() for sign in band]
    talks = [talk.key for talk in content.guide.talk_guides]
    for what, keys in (("law.yaml", laws), ("signs", signs), ("talk_guides", talks)):
        yield from (f"{what}: the key {key!r} stands twice" for key, times in Counter(keys).items() if times > 1)


def _gaps(content: Content) -> Iterator[str]:
    """The guide answers for every level, sector and age, or it is refused."""
    guide = content.guide
    columns = {level.level: set(level.sectors) for level in guide.action_guide}
    pictures = {level.order: set(level.bands) for level in guide.lineal.levels}
    for level in LEVELS:
        for sector in sorted({one.key for one in guide.sectors} - columns.get(level, set())):
            yield f"action_guide: level {level} has no steps for {sector!r}"
        for band in sorted({one.key for one in guide.age_bands} - pictures.get(level, set())):
            yield f"lineal: level {level} has no row for {band!r}"
    for band in sorted({one.key for one in guide.age_bands} - set(guide.signs)):
        yield f"signs: none for {band!r}"


def _without_duty(frame: Frame) -> Iterator[str]:
    for level in LEVELS_WITH_DUTY:
        if level not in frame.duty_question.levels:
            yield f"duty_question: level {level} does not carry the duty"

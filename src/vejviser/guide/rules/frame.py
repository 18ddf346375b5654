"""The shape of what stands around the guide: duty question, tracks, whom first, standard course, law."""

from datetime import date
from itertools import zip_longest

from pydantic import Field

from vejviser.guide.rules.content import Guide, Key, Part, Words


class Duty(Part):
    """The question of the duty to notify; it is asked on `levels` and depends on none of them."""

    levels: tuple[int, ...]
    text: Words
    more: Words
    law: tuple[Key, ...]


class Principle(Part):
    key: Key
    title: Words
    text: Words
    ask: tuple[Words, ...]


class Track(Part):
    key: Key
    number: int
    title: Words
    lead: Words
    principles: tuple[Principle, ...]


class Route(Part):
    """Whom to ask first about a topic, per sector, and whom then."""

    key: Key
    about: Words
    first: dict[Key, Key]
    then: tuple[Key, ...]


class SideExit(Part):
    key: Key
    leaves: str = Field(alias="from")
    text: Words
    law: tuple[Key, ...] = ()


class CourseStep(Part):
    nr: int
    key: Key
    title: Words
    actors: tuple[Key, ...]
    tasks: tuple[Words, ...]
    interface: Words | None


class Course(Part):
    title: Words
    exits: tuple[SideExit, ...]
    steps: tuple[CourseStep, ...]


class Frame(Part):
    """The whole of guide_frame.yaml."""

    number_of_schema: int = Field(alias="schema")
    edition: str
    state: str
    status: Words
    duty_question: Duty
    tracks: tuple[Track, ...]
    routing: tuple[Route, ...]
    standard_course: Course


class Content(Part):
    """What one edition holds, in one language."""

    guide: Guide
    frame: Frame


def reworded(content: Content, level_names: tuple[str, ...], duty: str) -> Content:
    """The content with the municipality's own words for levels and duty; an empty one leaves the content's."""
    guide, frame = content.guide, content.frame
    words = zip_longest(guide.lineal.levels, level_names[: len(guide.lineal.levels)])
    levels = tuple(level.model_copy(update={"name": name or level.name}) for level, name in words)
    lineal = guide.lineal.model_copy(update={"levels": levels})
    question = frame.duty_question.model_copy(update={"text": duty or frame.duty_question.text})
    return Content(
        guide=guide.model_copy(update={"lineal": lineal}), frame=frame.model_copy(update={"duty_question": question})
    )


class Act(Part):
    """`paragraph` is empty when nobody has found it; it is then shown as missing, never guessed."""

    act: Words
    paragraph: str | None


class OldAct(Act):
    valid_to: date


class Amount(Part):
    """A number with its unit, e.g. 6 working_days; `configurable` marks local practice, which is not law."""

    amount: int
    unit: Key
    text: Words
    from_event: Key | None = None
    from_event_checked: bool = False
    configurable: bool = False


class LawEntry(Part):
    """One row of the law table. `checked` is the day a public source was read, not a legal approval."""

    key: Key
    old: OldAct | None
    new: Act
    valid_from: date | None
    valid_to: date | None
    plain: Words
    deadlines: tuple[Amount, ...]
    limits: tuple[Amount, ...]
    who_must_check: Key
    checked: date | None
    legal_review: str | None
    source: Words
    note: str = ""

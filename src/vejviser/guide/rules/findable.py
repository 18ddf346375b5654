"""What is searched and how much each text counts. `everyday` are words people use, by the key of what they look for."""

from collections.abc import Iterator, Mapping

from vejviser.guide.rules.answer import names
from vejviser.guide.rules.content import Guide
from vejviser.guide.rules.frame import Content, Frame
from vejviser.guide.rules.search import Entry, Findable

Everyday = Mapping[str, str]


def findables(content: Content, everyday: Everyday) -> Iterator[Findable]:
    """Signs, talk guides, answers about sharing, pages and steps, most wanted first: the order settles a tie."""
    guide, frame = content.guide, content.frame
    yield from _signs(guide, everyday)
    yield from _talks(guide, everyday)
    yield from _shared(guide, everyday)
    yield from _dangers(guide, frame, everyday)
    yield from _pages(guide, frame, everyday)
    yield from _steps(guide)


def _signs(guide: Guide, everyday: Everyday) -> Iterator[Findable]:
    for band, signs in guide.signs.items():
        for sign in signs:
            near = ", ".join((*sign.synonyms, everyday.get(sign.key, "")))
            theme = guide.look_at[sign.look_at].name
            yield Entry("sign", sign.key, sign.text, band), [(sign.text, 3), (near, 3), (theme, 1.5)]


def _talks(guide: Guide, everyday: Everyday) -> Iterator[Findable]:
    for talk in guide.talk_guides:
        inside = " ".join((*talk.before, *talk.opening, *talk.questions, *talk.closing, *talk.avoid))
        texts = [(talk.title, 3), (talk.use_when, 2.5), (everyday.get(talk.key, ""), 3), (inside, 0.7)]
        yield Entry("talk", talk.key, talk.title), texts


def _shared(guide: Guide, everyday: Everyday) -> Iterator[Findable]:
    for answer in guide.sharing.answers:
        texts = [(answer.question, 3), (answer.answer, 1), (everyday.get(answer.key, ""), 3)]
        yield Entry("share", answer.key, answer.question), texts


def _dangers(guide: Guide, frame: Frame, everyday: Everyday) -> Iterator[Findable]:
    abuse, duty = guide.abuse_branch, frame.duty_question
    inside = " ".join(step.what for step in abuse.steps)
    texts = [(abuse.title, 3), (everyday.get(abuse.key, ""), 3), (" ".join(abuse.also_when), 2), (inside, 1)]
    yield Entry("abuse", abuse.key, abuse.title), texts
    yield Entry("notify", "underret", duty.text), [(duty.text, 3), (duty.more, 2), (everyday.get("underret", ""), 3)]


def _pages(guide: Guide, frame: Frame, everyday: Everyday) -> Iterator[Findable]:
    for level in guide.lineal.levels:
        texts = [(level.name, 2), (level.tagline, 1.5), (level.meaning, 1), (guide.lineal.title, 1.5)]
        yield Entry("level", level.key, level.name, level=level.order), texts
    course = frame.standard_course
    steps = " ".join(step.title for step in course.steps)
    yield Entry("course", "forloeb", course.title), [(course.title, 3), (steps, 1.5), (everyday.get("forloeb", ""), 3)]
    for route in frame.routing:
        asked = " ".join(names(guide, dict.fromkeys((*route.first.values(), *route.then))))
        yield Entry("route", route.key, route.about), [(route.about, 2), (asked, 1.5), (everyday.get(route.key, ""), 2)]
    for track in frame.tracks:
        inside = " ".join(f"{one.title} {one.text}" for one in track.principles)
        yield Entry("track", track.key, track.title), [(track.title, 3), (track.lead, 1), (inside, 1)]


def _steps(guide: Guide) -> Iterator[Findable]:
    for level in guide.action_guide:
        for sector, column in level.sectors.items():
            for step in column.steps:
                key = f"{level.level}-{sector}-{step.nr}"
                yield Entry("step", key, step.what, level=level.level, sector=sector), [(step.what, 1.5)]

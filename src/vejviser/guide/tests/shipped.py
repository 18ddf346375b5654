"""The content that ships with the house, as the tests of the pure rules read it."""

from copy import deepcopy
from functools import cache
from pathlib import Path

import yaml

from vejviser.guide.rules.check import Source, parse
from vejviser.guide.rules.content import Tree
from vejviser.guide.rules.findable import findables
from vejviser.guide.rules.frame import Content
from vejviser.guide.rules.search import Index

CONTENT = Path(__file__).parents[1] / "content"


@cache
def _file(name: str) -> Tree:
    return yaml.safe_load((CONTENT / name).read_text(encoding="utf-8"))


def source() -> Source:
    """A copy that a test may spoil."""
    return Source(*(deepcopy(_file(name)) for name in ("guide.yaml", "guide_frame.yaml", "law.yaml")))


@cache
def content(language: str = "da") -> Content:
    return parse(_file("guide.yaml"), _file("guide_frame.yaml"), language)


@cache
def index(language: str = "da") -> Index:
    everyday = _file("everyday_words.yaml") if language == "da" else {}
    return Index(findables(content(language), everyday), content(language).guide, language)


@cache
def everyday() -> dict[str, str]:
    return dict(_file("everyday_words.yaml"))

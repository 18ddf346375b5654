"""Docs are held against the code they speak of."""

from pathlib import Path

from vejviser.access.management.commands.docs import access_table
from vejviser.config.commands import WORDS

ROOT = Path(__file__).resolve().parents[1]


def test_who_may_see_what_is_the_file() -> None:
    assert (ROOT / "docs" / "access.md").read_text(encoding="utf-8") == access_table()


def test_every_local_link_of_the_readme_leads_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [part.split(")")[0] for part in text.split("](")[1:]]
    assert [link for link in links if not link.startswith("http") and not (ROOT / link).exists()] == []


def test_the_handbook_and_readme_name_no_word_that_is_not_there() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "docs/handbook.md"):
        words = [part.split()[0].strip("`.,)") for part in (ROOT / name).read_text(encoding="utf-8").split("./vejviser ")[1:]]
        assert {word for word in words if not word.startswith("-")} <= set(WORDS), name

"""What the documents for people say is there."""

from pathlib import Path

from vejviser.config.commands import WORDS

ROOT = Path(__file__).resolve().parents[1]


def test_every_local_link_of_the_readme_leads_somewhere() -> None:
    links = [part.split(")")[0] for part in _text("README.md").split("](")[1:]]
    assert [link for link in links if not link.startswith("http") and not (ROOT / link).exists()] == []


def test_no_document_names_a_word_that_is_not_there() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "docs/handbook.md"):
        words = [part.split()[0].strip("`.,)") for part in _text(name).split("./vejviser ")[1:]]
        assert {word for word in words if not word.startswith("-")} <= set(WORDS), name


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")

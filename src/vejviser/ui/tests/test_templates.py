"""What holds for every template of the furniture."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

TEMPLATES = Path(__file__).parents[1] / "templates"
FILES = sorted(TEMPLATES.rglob("*.html"))
ICONS = settings.BASE_DIR / "node_modules/dkfds/dist/img/all-svg-icons.svg"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_templates_compile_and_carry_no_script_or_style_of_their_own(file: Path) -> None:
    get_template(str(file.relative_to(TEMPLATES)))
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|hx-on", text)


def test_icons_are_drawn_by_the_design_system() -> None:
    drawn = set(re.findall(r'id="([\w-]+)"', ICONS.read_text(encoding="utf-8")))
    texts = [file.read_text(encoding="utf-8") for file in FILES]
    named = {name for text in texts for name in re.findall(r'{% icon "([\w-]+)"|\bicon="([\w-]+)"', text)}
    assert {a or b for a, b in named} - drawn == set()

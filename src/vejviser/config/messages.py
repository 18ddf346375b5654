"""Translations without gettext's programs: compile .po to .mo, and list every text of the code that has no Danish."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib

CALLS = {"gettext": 1, "gettext_lazy": 1, "_": 1, "ngettext": 2, "ngettext_lazy": 2, "gettext_noop": 1}
CONTEXT_CALLS = {"pgettext", "pgettext_lazy"}


def compile_all(root: Path) -> None:
    """Write a .mo beside every .po that is newer."""
    for source in root.glob("src/vejviser/*/locale/*/LC_MESSAGES/django.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))


def missing(root: Path) -> list[str]:
    """Texts used in code or templates without a Danish translation, and entries that are empty or fuzzy; one line each."""
    return [
        f"{package.name}: {text!r}"
        for package in sorted((root / "src" / "vejviser").iterdir())
        if package.is_dir()
        for text in sorted(_used(package) - _translated(root))
    ] + list(_unfinished(root))


def _used(package: Path) -> set[str]:
    """Every message id in the package's modules and templates."""
    code = (file for file in package.rglob("*.py") if not {"tests", "migrations"} & set(file.parts))
    found = {text for file in code for text in _in_python(file.read_text(encoding="utf-8"))}
    pages = (file for file in package.rglob("*") if file.suffix in {".html", ".txt", ".svg"} and "templates" in file.parts)
    return found | {text for file in pages for text in _in_template(file.read_text(encoding="utf-8"))}


def _translated(root: Path) -> set[str]:
    """All packages share one catalogue when the house runs, so a text needs Danish only once."""
    catalogues = root.glob("src/vejviser/*/locale/da/LC_MESSAGES/django.po")
    return {entry.msgid for file in catalogues for entry in polib.pofile(str(file)) if entry.translated()}


def _unfinished(root: Path) -> Iterator[str]:
    for file in sorted(root.glob("src/vejviser/*/locale/da/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(file)):
            if not entry.translated():
                yield f"{file.parts[-5]}: {entry.msgid!r} is empty or fuzzy"


def _in_python(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in CONTEXT_CALLS:
                yield from _strings(node.args[1:2])
            elif name in CALLS:
                yield from _strings(node.args[:1])


def _strings(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _in_template(source: str) -> Iterator[str]:
    """Django turns a template into calls of gettext between runs of X; the calls are read as Python."""
    from django.utils.translation.template import templatize

    for call in re.findall(
        r"\b(?:gettext|_|ngettext|pgettext)\(\s*u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")", templatize(source)
    ):
        text = ast.literal_eval(call)
        if text:
            yield text

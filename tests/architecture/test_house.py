"""The shape of the house: size, declarations, and foreign keys that go the way imports go."""

import ast
import configparser
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey, Model
from django.urls import URLPattern, URLResolver, get_resolver

from vejviser.foundation.models import Declared

ROOT = Path(__file__).resolve().parents[2]
OURS = [app for app in apps.get_app_configs() if app.name.startswith("vejviser.")]
MODELS = [model for app in OURS for model in app.get_models()]
CODE = [p for p in (ROOT / "src").rglob("*.py") if "migrations" not in p.parts] + list((ROOT / "tests").rglob("*.py"))
TEMPLATES = list((ROOT / "src").rglob("templates/**/*.html"))


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _layers() -> list[str]:
    """The house from the floor up, as the import contract has it."""
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    lines = contract["importlinter:contract:house"]["layers"].split()
    return [line.strip("()") for line in reversed(lines)]


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_a_module_keeps_to_the_size_budget(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    is_test = "tests" in path.parts or path.name == "conftest.py"
    assert text.count("\n") <= (500 if is_test else 300)
    functions = (n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    too_long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 40]
    assert too_long == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_keeps_to_the_size_budget(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 150


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.label)
def test_a_model_declares_its_class_child_and_retention(model: type[Model]) -> None:
    assert issubclass(model, Declared)
    assert model.data_class
    assert model.retention
    if model.child_ref != "-":
        first = model.child_ref.split("__")[0]
        assert model._meta.get_field(first)


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.label)
def test_foreign_keys_go_the_way_imports_go(model: type[Model]) -> None:
    order = _layers()
    for field in model._meta.get_fields():
        if isinstance(field, ForeignKey):
            target = field.related_model._meta.app_label
            assert order.index(target) <= order.index(model._meta.app_label), field


def test_the_contract_names_the_installed_packages() -> None:
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    there = {line for line in contract["importlinter:contract:house"]["layers"].split() if not line.startswith("(")}
    assert there == set(settings.PACKAGES)
    assert list(settings.PACKAGES) == [name for name in _layers() if name in there]


def _views(patterns: list[URLPattern | URLResolver]) -> list[URLPattern]:
    found: list[URLPattern] = []
    for pattern in patterns:
        found += _views(pattern.url_patterns) if isinstance(pattern, URLResolver) else [pattern]
    return found


@pytest.mark.parametrize("pattern", _views(get_resolver().url_patterns), ids=lambda p: str(p.pattern) or "/")
def test_a_view_declares_who_may_come(pattern: URLPattern) -> None:
    assert getattr(pattern.callback, "declared", ""), pattern

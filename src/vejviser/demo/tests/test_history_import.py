"""Importing Fjordlund's files a second time changes nothing, whatever its history has added."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.models import Sum
from django.utils.translation import gettext, override

from vejviser.demo.roster import write_roster

LEFT_OUT = {"audit", "foundation", "exchange", "sessions"}


def fingerprint() -> dict[str, tuple[int, int]]:
    """By table: how many rows, and the sum of their versions. Without the record, jobs and the list of imports."""
    found = {}
    for model in apps.get_models():
        if model._meta.app_label not in LEFT_OUT and model._meta.managed:
            rows = model._default_manager.all()
            has_version = any(field.name == "version" for field in model._meta.get_fields())
            versions = rows.aggregate(sum=Sum("version"))["sum"] if has_version else 0
            found[model._meta.label] = (rows.count(), versions or 0)
    return found


@pytest.mark.commits
def test_a_second_import_changes_nothing(town: str, tmp_path: Path) -> None:
    files = write_roster(tmp_path, date(2026, 3, 10), 600)
    before, said = fingerprint(), StringIO()
    call_command("import_roster", *map(str, files), "--yes", stdout=said, stderr=said)
    with override(settings.LANGUAGE_CODE):
        assert gettext("Everything stands already as the files say.") in said.getvalue()
    assert fingerprint() == before
    assert before["children.Child"][0] == 600

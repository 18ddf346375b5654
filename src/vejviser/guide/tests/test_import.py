"""Taking content in: one edition per content, refused as a whole when something is wrong, and safe to repeat."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import yaml
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.utils.translation import override

from vejviser.audit.models import Change
from vejviser.foundation.results import RuleBroken
from vejviser.guide import queries
from vejviser.guide.actions import FILES, import_content
from vejviser.guide.models import Edition, LawRow
from vejviser.guide.tests.shipped import CONTENT

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The three files in a folder that a test may change."""
    for name in FILES.values():
        (tmp_path / name).write_text((CONTENT / name).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def _change(folder: Path, name: str, **values: Any) -> None:
    tree = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
    (folder / name).write_text(yaml.safe_dump(tree | values, allow_unicode=True), encoding="utf-8")


def test_the_first_edition_is_published_with_its_law(folder: Path) -> None:
    edition = import_content(folder)

    assert (edition.number, edition.state) == (1, "published")
    assert LawRow.objects.count() == 50
    assert queries.published() == edition.ref
    assert list(Change.objects.values_list("action", "row")) == [("guide.publish", edition.ref)]


def test_a_repeat_changes_nothing_and_keeps_what_the_municipality_wrote(folder: Path) -> None:
    first = import_content(folder)
    LawRow.objects.filter(key="ssd").update(paragraph="§ 1")

    assert import_content(folder) == first
    assert LawRow.objects.get(key="ssd").paragraph == "§ 1"
    assert Change.objects.count() == 1


def test_changed_content_is_the_next_edition_and_the_former_stays_readable(folder: Path) -> None:
    first = import_content(folder)
    _change(folder, "guide.yaml", edition="2027-1")

    second = import_content(folder)

    first.refresh_from_db()
    assert (second.number, first.state) == (2, "retired")
    assert first.content["guide"]["edition"] == "2026-1"
    assert queries.content().guide.edition == "2027-1"


def test_a_row_approved_by_the_lawyer_stands_and_others_follow_the_content(folder: Path) -> None:
    import_content(folder)
    LawRow.objects.filter(key="ssd").update(paragraph="§ 1", legal_review="Jurist, 1. marts 2026")
    LawRow.objects.filter(key="bl_2").update(plain_da="Gammelt")
    _change(folder, "guide.yaml", edition="2027-1")

    import_content(folder)

    assert LawRow.objects.get(key="ssd").paragraph == "§ 1"
    assert LawRow.objects.get(key="bl_2").plain_da.startswith("Hjælpen skal komme tidligt")


def test_refused_content_writes_nothing_and_says_every_fault(folder: Path) -> None:
    _change(folder, "law.yaml", rows=[])

    with pytest.raises(RuleBroken) as refused:
        import_content(folder)

    assert "unknown law 'bl_133'" in str(refused.value.facts["problems"])
    assert not Edition.objects.exists()
    assert not LawRow.objects.exists()


@pytest.mark.parametrize("spoil", ["missing", "not_yaml", "not_text"])
def test_a_file_that_cannot_be_read_ends_the_command_with_3(folder: Path, spoil: str) -> None:
    path = folder / "guide.yaml"
    if spoil == "missing":
        path.unlink()
    else:
        path.write_bytes(b"a: [" if spoil == "not_yaml" else b"\xff\xfe\x00")

    with pytest.raises(CommandError, match=r"guide\.yaml") as ended:
        call_command("import_content", folder)

    assert ended.value.returncode == 3
    assert not Edition.objects.exists()


def test_the_command_says_which_edition_the_guide_has(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_content", folder)

    assert "1" in capsys.readouterr().out


def test_two_editions_cannot_be_published_at_once(folder: Path) -> None:
    edition = import_content(folder)

    with pytest.raises(IntegrityError):
        Edition.objects.create(number=2, state="published", content={}, digest="x", published_at=edition.published_at)


def test_the_law_of_a_day_is_the_newest_row_that_holds(folder: Path) -> None:
    import_content(folder)
    row = LawRow.objects.get(key="bl_133")
    row.pk, row.ref, row.paragraph, row.valid_from = None, uuid4(), "§ 133, ny", date(2026, 7, 1)
    row._state.adding = True
    row.save()

    assert [law.paragraph for law in queries.law(["bl_133"])] == ["§ 133"]
    assert [law.paragraph for law in queries.law(["bl_133"], on=date(2026, 7, 1))] == ["§ 133, ny"]
    assert queries.law(["bl_133"], on=date(2023, 12, 31)) == []


def test_the_law_comes_in_the_order_asked_and_in_the_readers_language(folder: Path) -> None:
    import_content(folder)

    with override("en"):
        found = queries.law(["ssd", "bl_2", "unknown", "ssd"])

    assert [law.key for law in found] == ["ssd", "bl_2"]
    assert (found[0].paragraph, found[0].checked) == ("", None)
    assert found[1].plain.startswith("Help must come early")

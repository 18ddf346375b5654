"""The verifier names what was changed or removed behind the platform's back."""

import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.audit.checkpoint_rules import public_key
from vejviser.audit.jobs import checkpoint, seal, seal_everywhere
from vejviser.audit.models import Change, Look, Seal
from vejviser.audit.seal_actions import seal_all
from vejviser.audit.tests.conftest import Look as Ask
from vejviser.audit.tests.conftest import Sql
from vejviser.audit.verify import connected, verify

TABLES = ("audit_look", "audit_lookchild", "audit_change", "audit_seal")
OPEN = {
    "sqlite": [f"DROP TRIGGER {table}_no_{verb}" for table in TABLES for verb in ("update", "delete")],
    "postgresql": [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in TABLES],
}


def change_something() -> None:
    person, _ = Person.objects.get_or_create(first_name="Mette", last_name="Lindqvist", source_id="mette")
    record_change(by=person, action="test.change", row=person, facts={"from": "a", "to": None})


@pytest.fixture
def record(own_database: str, look: Ask, as_owner: Sql) -> str:
    """Three looks at one or two children and two changes, sealed, without triggers. Gives the database's address."""
    look(uuid.uuid4(), uuid.uuid4())
    change_something()
    look(uuid.uuid4())
    look(refused=True)
    change_something()
    assert seal() == "5 rækker forseglet"
    as_owner(*OPEN[connection.vendor])
    return own_database


def broken(address: str) -> list[str]:
    with connected(address) as read:
        return verify(read).broken


@pytest.mark.commits
def test_an_honest_record_is_unbroken(record: str, look: Ask) -> None:
    look(uuid.uuid4())
    with connected(record) as read:
        report = verify(read)
    assert (report.broken, report.sealed) == ([], 5)
    assert report.waiting == {"audit_look": 1, "audit_change": 0}


@pytest.mark.commits
def test_a_changed_look_is_named(record: str, as_owner: Sql) -> None:
    row = Look.objects.order_by("pk")[1].pk
    as_owner(f"UPDATE audit_look SET person = NULL, action = 'other' WHERE id = {row}")
    assert broken(record) == [f"audit_look {row}: changed after it was sealed"]


@pytest.mark.commits
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_lookchild SET basis = 'law' WHERE look_id = {}",
        "DELETE FROM audit_lookchild WHERE look_id = {}",
        "INSERT INTO audit_lookchild (look_id, child, data_classes, relation, basis, purpose) "
        "SELECT look_id, child, 'D5', relation, basis, purpose FROM audit_lookchild WHERE look_id = {}",
    ],
)
def test_a_changed_child_of_a_look_is_named(record: str, as_owner: Sql, statement: str) -> None:
    row = Look.objects.order_by("pk")[0].pk
    as_owner(statement.format(row))
    assert broken(record) == [f"audit_look {row}: changed after it was sealed"]


@pytest.mark.commits
def test_a_removed_change_is_named(record: str, as_owner: Sql) -> None:
    row = Change.objects.order_by("pk")[0].pk
    as_owner(f"DELETE FROM audit_change WHERE id = {row}")
    assert broken(record) == [f"audit_change {row}: removed after it was sealed"]


@pytest.mark.commits
def test_a_removed_link_is_named(record: str, as_owner: Sql) -> None:
    as_owner("DELETE FROM audit_seal WHERE seq IN (2, 3)")
    assert broken(record) == ["audit_seal: 2 to 3 of the chain are gone"]


@pytest.mark.commits
def test_a_rewritten_link_is_named(record: str, as_owner: Sql) -> None:
    as_owner(f"UPDATE audit_seal SET hash = '{'0' * 64}' WHERE seq = 2")
    second, third = Seal.objects.filter(seq__in=(2, 3)).order_by("seq")
    assert broken(record) == [f"audit_seal {link.pk}: does not fit the link before it" for link in (second, third)]


@pytest.mark.commits
def test_a_removed_tail_is_betrayed_by_the_checkpoint(
    record: str, as_owner: Sql, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "CHECKPOINT_DIRS", [tmp_path / "one", tmp_path / "two"])
    assert checkpoint() == "Kontrolpunkt ved led 5"
    files = sorted(tmp_path.rglob("*.jsonl"))
    assert [file.parent.name for file in files] == ["one", "two"]
    assert _program(record, files[0]).returncode == 0
    as_owner("DELETE FROM audit_seal WHERE seq > 3")
    assert broken(record) == []
    program = _program(record, files[1])
    assert program.returncode == 1
    assert "the chain ends at 3, but had come to 5" in program.stdout


@pytest.mark.commits
def test_a_chain_written_anew_is_betrayed_by_the_checkpoint(
    record: str, as_owner: Sql, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "CHECKPOINT_DIRS", [tmp_path])
    checkpoint()
    as_owner("DELETE FROM audit_seal", f"DELETE FROM audit_change WHERE id = {Change.objects.order_by('-pk')[0].pk}")
    change_something()
    seal_all()
    assert broken(record) == []
    with pytest.raises(SystemExit) as stopped:
        call_command("audit", "verify", checkpoint=next(tmp_path.iterdir()))
    assert stopped.value.code == 1


@pytest.mark.commits
def test_the_command_says_what_it_found(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("audit", "verify")
    assert capsys.readouterr().out == "5 sealed, unbroken\n"


@pytest.mark.commits
def test_one_folder_that_cannot_be_written_does_not_stop_the_other(
    record: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in the way").write_text("")
    monkeypatch.setattr(settings, "CHECKPOINT_DIRS", [tmp_path / "in the way", tmp_path / "two"])
    with pytest.raises(OSError, match="in the way"):
        checkpoint()
    assert len(list((tmp_path / "two").iterdir())) == 1


@pytest.mark.django_db
def test_the_sealer_takes_rows_that_were_committed_out_of_order(look: Ask) -> None:
    for _ in range(3):
        look(uuid.uuid4())
    early, middle, late = Look.objects.order_by("pk").values_list("pk", flat=True)
    seal_all()
    assert list(Seal.objects.order_by("seq").values_list("row", flat=True)) == [early, middle, late]
    Look.objects.create(pk=late + 200_000, request=uuid.uuid4())
    seal_all()
    Look.objects.create(pk=late + 10, request=uuid.uuid4())
    assert seal() == "0 rækker forseglet"
    assert seal_everywhere() == "1 række forseglet"


def _program(address: str, file: Path) -> "subprocess.CompletedProcess[str]":
    key = public_key(settings.SECRET_KEY)
    command = [sys.executable, "-m", "vejviser.audit.verify", address, "--checkpoint", str(file), "--key", key]
    return subprocess.run(command, capture_output=True, text=True, check=False)

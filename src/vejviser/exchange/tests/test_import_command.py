"""The word `import-roster`: the difference, the question, the exit codes, and no names of people in any of it."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from vejviser.children.models import Child
from vejviser.exchange.models import ImportRun
from vejviser.exchange.tests import files
from vejviser.exchange.tests.importing import everything, run

pytestmark = pytest.mark.django_db
NAMES = ("Alma", "Sofus", "Camilla", "Vestergaard", "Holm", "Engvej")


@pytest.fixture
def said(tmp_path: Path, settings: LazySettings) -> Callable[..., tuple[int, str]]:
    """Run the word; its exit code and all that it says, in Danish."""
    settings.DATA_DIR = tmp_path / "data"

    def call(paths: list[Path], *options: str, **more: int) -> tuple[int, str]:
        text, code = io.StringIO(), 0
        try:
            call_command("import_roster", *map(str, paths), *options, stdout=text, stderr=text, **more)
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        return code, text.getvalue()

    return call


Said = Callable[..., tuple[int, str]]


def test_a_dry_run_shows_the_difference_and_writes_nothing(said: Said, tmp_path: Path) -> None:
    code, text = said(files.write_set(tmp_path), "--dry-run")
    assert code == 0
    assert [line.split() for line in text.splitlines() if line.startswith("Børn")] == [
        ["Børn", "2", "0", "0", "0", "0", "I", "orden"]
    ]
    assert text.splitlines()[-1] == "Intet er skrevet."
    assert not any(everything().values())


def test_yes_writes_and_the_second_time_there_is_nothing_to_write(said: Said, tmp_path: Path) -> None:
    paths = files.write_set(tmp_path)
    assert said(paths, "--yes")[1].splitlines()[-1] == "Alt er skrevet."
    before = everything()
    assert said(paths, "--yes") == (0, said(paths, "--dry-run")[1])
    assert said(paths, "--yes")[1].splitlines()[-1] == "Alt står allerede, som filerne siger."
    assert (everything(), ImportRun.objects.count()) == (before, 1)


@pytest.mark.parametrize(("answer", "children"), [("ja", 2), ("nej", 0), ("", 0)])
def test_without_yes_it_asks(said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, children: int) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer + "\n"))
    assert said(files.write_set(tmp_path))[0] == 0
    assert Child.objects.count() == children


def test_with_nobody_to_ask_it_says_so(said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, text = said(files.write_set(tmp_path))
    assert (code, "--yes" in text, Child.objects.count()) == (2, True, 0)


def test_errors_are_refused_and_all_are_in_a_file(said: Said, tmp_path: Path) -> None:
    wrong = files.edited(files.edited(files.CHILDREN, 1, foedselsdato="31-02-2021"), 2, beskyttelse="delt")
    code, text = said(files.write_set(tmp_path, boern=wrong), "--yes")
    lines = [line for line in text.splitlines() if line.startswith("boern.csv")]
    assert code == 3
    assert lines[0].startswith('boern.csv række 2, kolonne foedselsdato: "31-02-2021" er ikke en dato.')
    assert len(lines) == 2
    [kept] = (tmp_path / "data" / "imports").iterdir()
    assert kept.read_text(encoding="utf-8").splitlines() == lines
    assert not any(everything().values())


def test_an_error_in_one_row_does_not_make_others_wrong(said: Said, tmp_path: Path) -> None:
    """The rows of a child whose own row cannot be read still know that the child is there."""
    text = said(files.write_set(tmp_path, boern=files.edited(files.CHILDREN, 1, beskyttelse="delt")), "--dry-run")[1]
    assert len([line for line in text.splitlines() if ".csv række" in line]) == 1


def test_too_many_drops_are_refused_until_allowed(said: Said, tmp_path: Path) -> None:
    run()
    fewer = files.write_set(tmp_path, boern=files.without(files.CHILDREN, 1), enrolments=files.without(files.ENROLMENTS, 1),
                            guardians=[*files.GUARDIANS[:1], *files.GUARDIANS[3:]])  # fmt: skip
    code, text = said(fewer, "--yes")
    assert (code, "boern.csv: 1 af 2 rækker ville forsvinde: 50,0 %. Grænsen er 5 %." in text) == (3, True)
    assert "Over grænsen" in text
    assert said(fewer, "--yes", "--allow-drops")[0] == 0


def test_what_waits_for_two_people_is_listed_by_row(said: Said, tmp_path: Path) -> None:
    run()
    text = said(files.write_set(tmp_path, boern=files.edited(files.CHILDREN, 2, beskyttelse="ingen")), "--yes")[1]
    assert "1 ændring venter på to personer:" in text
    assert "  boern.csv række 3, kolonne beskyttelse: Beskyttelsen ville blive mindre eller kortere." in text


def test_nothing_that_it_says_names_a_person(said: Said, tmp_path: Path) -> None:
    run()
    shuffled = [
        ["kilde", "barn_id", "cpr", "adresse", "fornavn", "beskyttelse", "efternavn", "foedselsdato"],
        *files.CHILDREN[1:],
    ]
    for number, table in enumerate((files.CHILDREN, shuffled, files.edited(files.CHILDREN, 2, beskyttelse="ingen"))):
        (tmp_path / str(number)).mkdir()
        text = said(files.write_set(tmp_path / str(number), boern=table), "--dry-run")[1]
        assert [name for name in NAMES if name in text] == []


def test_quiet_says_nothing(said: Said, tmp_path: Path) -> None:
    assert said(files.write_set(tmp_path), "--yes", verbosity=0) == (0, "")


def test_a_command_line_without_files_is_wrong() -> None:
    with pytest.raises(CommandError):
        call_command("import_roster")

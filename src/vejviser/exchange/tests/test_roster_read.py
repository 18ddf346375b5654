from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import override

from vejviser.exchange.roster_problems import Refused
from vejviser.exchange.roster_read import read_roster
from vejviser.exchange.roster_table import Roster
from vejviser.exchange.tests import files


def _children(folder: Path, *rows: Sequence[object], **options: str) -> Roster:
    return read_roster([files.write_csv(folder / "boern.csv", [files.CHILDREN[0], *rows], **options)])


def _lines(roster: Roster, language: str = "en") -> list[str]:
    with override(language):
        return [str(problem) for problem in roster.problems]


GOOD = ["reg", "c1", "140520-4010", "Åse", "Ærø", "14-05-2020", "ingen", "Engvej 4"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_usual_encoding_and_separator(tmp_path: Path, encoding: str, separator: str) -> None:
    roster = _children(tmp_path, GOOD, encoding=encoding, separator=separator)
    [child] = roster.rows["children"]
    assert (child.first_name, child.last_name, child.cpr) == ("Åse", "Ærø", "1405204010")
    assert (child.birth_date, child.line, child.interpreter) == (date(2020, 5, 14), 2, None)
    assert roster.problems == []


def test_a_workbook_with_a_sheet_per_kind(tmp_path: Path) -> None:
    born = ["reg", "c1", "1405204010", "Alma", "V", date(2020, 5, 14), "ingen", "Engvej 4"]
    sheets: dict[str, files.Table] = {
        "Børn": [files.CHILDREN[0], born],
        "enrolments": files.ENROLMENTS,
        "Vejledning": [["Læs mig"]],
    }
    roster = read_roster([files.write_xlsx(tmp_path / "roster.xlsx", sheets)])
    assert [len(roster.rows[kind]) for kind in ("children", "enrolments")] == [1, 2]
    assert roster.rows["children"][0].birth_date == date(2020, 5, 14)
    assert roster.ignored == [("roster.xlsx", "Vejledning")]


def test_a_sheet_without_a_name_is_of_the_kind_of_its_file(tmp_path: Path) -> None:
    roster = read_roster([files.write_xlsx(tmp_path / "enrolments.xlsx", {"Ark1": files.ENROLMENTS})])
    assert len(roster.rows["enrolments"]) == 2


def test_headers_in_any_order_and_extra_columns(tmp_path: Path) -> None:
    table = [["Skolevej", "Fødselsdato", "Efternavn", "Fornavn", "Barn-ID", "Beskyttelse", "Kilde"],
             ["Stien", "2020-05-14", "V", "Alma", "c1", "Navn og adresse", "reg"]]  # fmt: skip
    roster = read_roster([files.write_csv(tmp_path / "boern.csv", table)])
    assert roster.rows["children"][0].protection == "navn_og_adresse"
    assert roster.ignored == [("boern.csv", "Skolevej")]


def test_an_error_says_where_what_and_what_to_do(tmp_path: Path) -> None:
    roster = _children(tmp_path, GOOD, [], [*GOOD[:5], "31-02-2021", "delt", ""])
    assert _lines(roster, "da") == [
        'boern.csv række 4, kolonne foedselsdato: "31-02-2021" er ikke en dato. Skriv dag-måned-år, for eksempel 28-02-2021.',
        'boern.csv række 4, kolonne beskyttelse: "delt" kendes ikke. Skriv ingen, adresse eller navn_og_adresse.',
    ]
    assert len(roster.rows["children"]) == 1


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("cpr", "310220-4010", "The date in the number does not exist. Check the number in the source."),
        ("cpr", "405204010", "Not a CPR number. Write ten digits; in a workbook the column must be text."),
        ("fornavn", "", "Empty. Fill it in."),
        ("fornavn", "x" * 121, "Longer than 120 characters. Write it shorter."),
        ("fornavn", "Al\x07ma", "Holds a sign that cannot be printed. Write it again."),
        ("beskyttelse", "", "Empty. Write ingen, adresse or navn_og_adresse."),
        ("foedselsdato", "2020-5-14", '"2020-5-14" is not a date. Write day-month-year, for example 28-02-2021.'),
        ("foedselsdato", "Alma Holm", "The value is not a date. Write day-month-year, for example 28-02-2021."),
        ("kilde", '=HYPERLINK("x")', "A formula or an error. Write the value itself."),
    ],
)
def test_wrong_cells(tmp_path: Path, column: str, cell: str, sentence: str) -> None:
    table = files.edited([files.CHILDREN[0], GOOD], 1, **{column: cell})
    roster = read_roster([files.write_csv(tmp_path / "boern.csv", table)])
    assert _lines(roster) == [f"boern.csv row 2, column {column}: {sentence}"]


def test_a_formula_in_a_workbook_is_a_wrong_type(tmp_path: Path) -> None:
    table = files.edited(files.CHILDREN, 2, efternavn="=A1", adresse="=NOW()")
    roster = read_roster([files.write_xlsx(tmp_path / "boern.xlsx", {"boern": table})])
    assert [(problem.code, problem.row, problem.column) for problem in roster.problems] == [
        ("formula", 3, "efternavn"),
        ("formula", 3, "adresse"),
    ]


def test_a_name_that_slipped_into_another_column_is_not_repeated(tmp_path: Path) -> None:
    roster = _children(tmp_path, ["reg", "c1", "Alma", "Holm", "Alma Holm", "Alma Holm", "Alma", "Alma"])
    assert len(roster.problems) == 3
    assert "Alma" not in "".join(_lines(roster))


def test_more_cells_than_headers(tmp_path: Path) -> None:
    roster = _children(tmp_path, [*GOOD, "", ""], [*GOOD, "Fjordlund"])
    assert [(problem.code, problem.row) for problem in roster.problems] == [("extra_cells", 3)]
    assert len(roster.rows["children"]) == 1


def test_several_files_of_one_kind_are_one_roster(tmp_path: Path) -> None:
    paths = [files.write_csv(tmp_path / f"{name}.csv", files.ENROLMENTS) for name in ("nord_enrolments", "indskrivninger_syd")]
    assert len(read_roster(paths).rows["enrolments"]) == 4


def test_all_errors_are_kept_and_the_first_are_shown(tmp_path: Path) -> None:
    roster = _children(tmp_path, *([*GOOD[:5], "i går", *GOOD[6:]] for _ in range(250)))
    with pytest.raises(Refused) as refused:
        roster.refuse_if_wrong()
    with override("en"):
        assert len(refused.value.lines()) == 201
        assert refused.value.lines()[-1] == "and 50 more"
        refused.value.write(tmp_path / "errors" / "all.txt")
    assert len((tmp_path / "errors" / "all.txt").read_text(encoding="utf-8").splitlines()) == 250

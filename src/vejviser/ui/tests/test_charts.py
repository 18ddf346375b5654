"""Where the marks of the charts stand."""

from datetime import date
from itertools import pairwise

import pytest

from vejviser.ui.charts import LevelView, Rating, RoundMark, goal, levels, positions

PEOPLE = {"Mor": "M", "Far": "F", "Pædagog": "P", "PPR-psykolog": "R"}


def view(who: str, day: date, level: int) -> LevelView:
    return LevelView(who, PEOPLE[who], day, level)


def mark(short: str, group: str, position: str) -> RoundMark:
    return RoundMark(short, short, group, position)


def test_each_person_has_a_mark_of_their_own_and_nobody_is_averaged() -> None:
    march = date(2026, 3, 3)
    chart = levels([view("Mor", march, 2), view("Pædagog", march, 3), view("PPR-psykolog", march, 4)])
    assert [pill.text for pill in chart.pills] == ["M", "P", "R"]
    assert [row.values for row in chart.rows] == [("2",), ("3",), ("4",)]


def test_people_who_agree_share_a_mark_and_there_is_no_dashed_line() -> None:
    march = date(2026, 3, 3)
    chart = levels([view("Mor", march, 2), view("Far", march, 2)])
    assert [pill.text for pill in chart.pills] == ["M F"]
    assert chart.differing == ()


def test_the_dashed_line_goes_from_the_lowest_to_the_highest() -> None:
    march = date(2026, 3, 3)
    chart = levels([view("Mor", march, 1), view("Far", march, 5)])
    lanes = dict(chart.lanes)
    assert [(line.top, line.bottom) for line in chart.differing] == [(lanes[1], lanes[5])]


def test_level_one_is_at_the_top() -> None:
    heights = [y for _, y in levels([]).lanes]
    assert heights == sorted(heights)


def test_in_a_month_the_last_view_of_a_person_counts_and_a_month_without_one_is_a_gap() -> None:
    chart = levels([
        view("Mor", date(2026, 2, 20), 3), view("Mor", date(2026, 2, 1), 1), view("Far", date(2026, 3, 1), 2),
    ])  # fmt: skip
    assert {row.who: row.values for row in chart.rows} == {"Mor": ("3", "–"), "Far": ("–", "2")}


def test_many_months_are_all_in_the_table_and_the_latest_are_drawn() -> None:
    chart = levels([view("Mor", date(2025, month, 5), 2) for month in range(1, 13)])
    assert len(chart.rows[0].values) == 12
    assert [month for _, month in chart.months] == [date(2025, month, 1) for month in range(7, 13)]


def test_wide_marks_leave_room_for_fewer_months() -> None:
    everybody = [view(who, date(2025, month, 5), 2) for month in range(1, 13) for who in PEOPLE]
    chart = levels(everybody)
    edges = [(pill.left, pill.left + pill.width) for pill in chart.pills]
    assert all(right < left for (_, right), (left, _) in pairwise(edges))


def test_the_line_is_broken_by_a_missing_round_and_by_a_new_group() -> None:
    chart = positions([
        mark("F24", "Humlebierne", "trives"), mark("E24", "Solsikkerne", "trives"),
        mark("F25", "Solsikkerne", "opmaerksom"), mark("E25", "Solsikkerne", ""), mark("F26", "Solsikkerne", "trives"),
    ])  # fmt: skip
    assert [len(line.split()) for line in chart.lines] == [1, 2, 1]
    assert [(span.group, span.edge is None) for span in chart.spans] == [("Humlebierne", True), ("Solsikkerne", False)]
    assert [dot.place is None for dot in chart.dots] == [False, False, False, True, False]


def test_names_of_neighbouring_groups_stand_on_two_lines() -> None:
    chart = positions([mark("F24", "A", "trives"), mark("E24", "B", "trives"), mark("F25", "C", "trives")])
    assert [span.y for span in chart.spans] == [170, 186, 170]


def test_a_goal_has_one_mark_per_value_and_a_flag() -> None:
    chart = goal([Rating("Camilla", "C", 5), Rating("Rasmus", "R", 6), Rating("Mette", "M", 5)], 7)
    assert [(pill.text, pill.y) for pill in chart.pills] == [("C M", 0), ("R", 0)]
    assert chart.flag is not None
    assert chart.flag.x == dict(chart.ticks)[7]


def test_marks_that_would_touch_stand_in_rows() -> None:
    chart = goal([Rating("A", "A", 7), Rating("B", "B", 7), Rating("C", "C", 8), Rating("D", "D", 8)], 7)
    boxes = [(pill.left, pill.y, pill.left + pill.width) for pill in chart.pills]
    assert len({y for _, y, _ in boxes}) == 2
    assert all(y < chart.line for _, y, _ in boxes)


@pytest.mark.parametrize("target", [None, 0, 10])
def test_a_goal_without_ratings_still_draws_its_line(target: int | None) -> None:
    chart = goal([], target)
    assert len(chart.ticks) == 11
    assert (chart.flag is None) == (target is None)

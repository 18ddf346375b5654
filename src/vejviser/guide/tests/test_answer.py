"""Three codes pick one answer; the duty never depends on the level, and signs never set one."""

import itertools

import pytest

from vejviser.guide.rules.answer import SECTOR_OF_BAND, SECTOR_OF_UNIT, Answer, Asked, answer, asked, band_of_age
from vejviser.guide.rules.choices import SHOWN_AT_ONCE, choices, first_asked
from vejviser.guide.tests import shipped
from vejviser.organisation.rules import UNIT_TYPES

BANDS = ("ufoedt", "0-2", "3-5", "6-9", "10-14", "15-17")
SECTORS = ("sundhedspleje", "dagtilbud", "skole_sfo", "klub_fritid", "ungdom")
LEVELS = (1, 2, 3, 4, 5)


def _answer(level: int, band: str = "3-5", sector: str = "dagtilbud", signs: tuple[str, ...] = ()) -> Answer:
    found = answer(shipped.content(), Asked(band, signs, level, sector))
    assert found is not None
    return found


@pytest.mark.parametrize(("band", "level", "sector"), [*itertools.product(BANDS, LEVELS, SECTORS)])
def test_every_combination_has_steps_with_an_owner(band: str, level: int, sector: str) -> None:
    found = _answer(level, band, sector)

    assert found.steps
    assert all(line.owner and line.parents and line.child for line in found.steps)
    assert found.law


@pytest.mark.parametrize("level", LEVELS)
def test_the_duty_stands_on_levels_3_to_5_with_the_same_words_and_first_on_5(level: int) -> None:
    found = _answer(level)

    assert (found.duty is not None) == (level >= 3)
    assert found.duty in (None, shipped.content().frame.duty_question)
    assert found.act_today == (level == 5)


def test_day_care_on_level_3_begins_with_the_parents_within_five_working_days() -> None:
    found = _answer(3)

    assert found.first.what.startswith("Tal med forældrene")
    assert (found.first.owner, found.first.together_with, found.first.deadline) == ("Pædagog", ("Forældre",), 5)
    assert found.talk is not None
    assert found.talk.key == "samtale_foerste"
    assert found.company.not_yet == ("Rådgiver i myndighed",)


def test_signs_pick_what_to_look_for_and_change_nothing_else() -> None:
    with_signs, without = _answer(2, signs=("b_leg", "b_farvel")), _answer(2)

    assert [sign.key for sign in with_signs.signs] == ["b_farvel", "b_leg"]
    assert [theme.name for theme in with_signs.themes] == ["Skift og farvel", "Leg og fællesskab"]
    assert (with_signs.level, with_signs.steps, with_signs.duty) == (without.level, without.steps, without.duty)


def test_no_answer_without_age_or_level() -> None:
    assert answer(shipped.content(), Asked(band="3-5", sector="dagtilbud")) is None
    assert answer(shipped.content(), Asked(level=3, sector="dagtilbud")) is None


def test_codes_that_the_guide_does_not_know_vanish() -> None:
    guide = shipped.content().guide

    wish = asked(guide, band="3-5", signs=["b_leg", "s_mad", "<b>", "b_leg"], level="3", sector="rumskib")

    assert wish == Asked("3-5", ("b_leg",), 3, "dagtilbud")
    assert asked(guide, band="4", level="6", signs=["b_leg"]) == Asked()
    assert asked(guide, level="³").level is None


def test_the_sector_is_the_chosen_one_then_the_persons_own_then_that_of_the_age() -> None:
    guide = shipped.content().guide

    assert asked(guide, band="6-9", sector="klub_fritid", usual="sundhedspleje").sector == "klub_fritid"
    assert asked(guide, band="6-9", usual="sundhedspleje").sector == "sundhedspleje"
    assert asked(guide, band="6-9").sector == "skole_sfo"
    assert asked(guide).sector is None


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (0, "0-2"),
        (2, "0-2"),
        (3, "3-5"),
        (5, "3-5"),
        (6, "6-9"),
        (14, "10-14"),
        (15, "15-17"),
        (17, "15-17"),
        (18, None),
    ],
)
def test_the_band_of_an_age(years: int, band: str | None) -> None:
    assert band_of_age(shipped.content().guide, years) == band


def test_units_that_serve_others_have_no_column_of_their_own() -> None:
    assert set(UNIT_TYPES) - SECTOR_OF_UNIT.keys() == {"ppr", "familieraadgivning", "ekstern"}
    assert set(SECTOR_OF_UNIT.values()) == set(SECTORS)
    assert SECTOR_OF_BAND.keys() == set(BANDS)


def test_the_signs_shown_at_once_are_a_few_from_every_dimension_with_all_that_are_chosen() -> None:
    guide = shipped.content().guide

    first, rest = choices(guide, "3-5", ["b_toilet"])

    assert [choice.sign.key for choice in first if choice.chosen] == ["b_toilet"]
    assert len(first) == SHOWN_AT_ONCE + 1
    assert {choice.sign.dimension for choice in first} == {dimension.key for dimension in guide.dimensions}
    assert {choice.sign.key for choice in [*first, *rest]} == {sign.key for sign in guide.signs["3-5"]}
    assert choices(guide, None, ["b_toilet"]) == ([], [])


def test_every_sector_knows_whom_to_ask_first() -> None:
    content = shipped.content()

    asked_first = {row.about: row.first for row in first_asked(content.guide, content.frame, "dagtilbud")}

    assert asked_first["Sprog, tale og læring"] == "Logopæd"
    assert all(len(first_asked(content.guide, content.frame, sector)) == len(content.frame.routing) for sector in SECTORS)
    assert first_asked(content.guide, content.frame, "rumskib") == []

"""Content with a fault is refused with a line that names the place."""

from collections.abc import Callable
from typing import Any

import pytest

from vejviser.guide.rules.check import Source, law_entries, problems
from vejviser.guide.rules.content import in_language, missing_languages
from vejviser.guide.tests import shipped

Spoil = Callable[[Source], Any]


def _first_step(source: Source) -> dict[str, Any]:
    step: dict[str, Any] = source.guide["action_guide"][2]["sectors"]["dagtilbud"]["steps"][0]
    return step


FAULTS: list[tuple[Spoil, str]] = [
    (lambda s: _first_step(s).update(law=["bl_999"]), "action_guide.3.dagtilbud.1: unknown law 'bl_999'"),
    (lambda s: _first_step(s).update(responsible="nissen"), "action_guide.3.dagtilbud.1: unknown role 'nissen'"),
    (
        lambda s: _first_step(s).update(talk_guide="samtale_x"),
        "action_guide.3.dagtilbud.1: unknown talk guide 'samtale_x'",
    ),
    (lambda s: _first_step(s).update(parents="p_x"), "action_guide.3.dagtilbud.1: unknown phrase to parents 'p_x'"),
    (
        lambda s: _first_step(s)["what"].pop("en"),
        "guide.yaml: no text for action_guide[2].sectors.dagtilbud.steps[0].what: en",
    ),
    (lambda s: _first_step(s)["what"].update(da=" "), "steps[0].what: da"),
    (lambda s: _first_step(s).update(deadline_working_days=-1), "steps.0.deadline_working_days"),
    (lambda s: _first_step(s).update(hvornaar="nu"), "steps.0.hvornaar"),
    (lambda s: s.guide["action_guide"][4]["sectors"].pop("klub_fritid"), "level 5 has no steps for 'klub_fritid'"),
    (lambda s: s.guide["lineal"]["levels"][1]["bands"].pop("6-9"), "lineal: level 2 has no row for '6-9'"),
    (lambda s: s.guide["signs"].pop("0-2"), "signs: none for '0-2'"),
    (lambda s: s.guide["signs"]["0-2"][0].update(key="b_leg"), "signs: the key 'b_leg' stands twice"),
    (lambda s: s.guide["signs"]["0-2"][0].update(look_at="x"), "unknown theme 'x'"),
    (lambda s: s.frame["duty_question"]["levels"].remove(4), "duty_question: level 4 does not carry the duty"),
    (lambda s: s.frame["duty_question"].pop("text"), "guide_frame.yaml: duty_question.text"),
    (lambda s: s.frame["duty_question"].update(law=["x"]), "duty_question: unknown law 'x'"),
    (lambda s: s.frame["routing"][0]["then"].append("x"), "routing.sprog_laering: unknown role 'x'"),
    (lambda s: s.law["rows"].append(s.law["rows"][0]), "law.yaml: the key 'bl_2' stands twice"),
    (lambda s: s.law["rows"][0]["new"].update(act=""), "law.yaml: 0.new.act"),
]


def test_what_ships_is_without_fault() -> None:
    assert problems(shipped.source()) == []


@pytest.mark.parametrize(("spoil", "line"), FAULTS, ids=[line for _, line in FAULTS])
def test_a_fault_is_named_with_its_place(spoil: Spoil, line: str) -> None:
    source = shipped.source()
    spoil(source)

    found = problems(source)

    assert any(line in one for one in found), found


@pytest.mark.parametrize("nonsense", [None, [], "text", {"rows": None}, {"rows": 3}])
def test_a_file_that_holds_something_else_is_refused(nonsense: object) -> None:
    source = shipped.source()

    assert problems(Source(nonsense, source.frame, source.law))
    assert problems(Source(source.guide, nonsense, source.law))
    assert problems(Source(source.guide, source.frame, nonsense))


def test_a_text_falls_back_to_danish_and_synonyms_may_lack_english() -> None:
    tree = {"name": {"da": "Søvn", "en": "Sleep"}, "words": {"da": ["sover"]}, "rest": [{"da": "Hej"}]}

    assert in_language(tree, "en") == {"name": "Sleep", "words": ["sover"], "rest": ["Hej"]}
    assert missing_languages(tree) == ["rest[0]: en"]


def test_a_missing_paragraph_and_an_unread_source_stay_missing() -> None:
    by_key = {entry.key: entry for entry in law_entries(shipped.source().law, "da")}

    assert (by_key["ssd"].new.paragraph, by_key["ssd"].checked) == (None, None)
    assert by_key["bl_133"].new.paragraph == "§ 133"


def test_everyday_words_name_things_that_exist() -> None:
    findable = {entry.key for entry in shipped.index().entries}

    assert shipped.everyday().keys() <= findable

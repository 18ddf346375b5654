"""Names of children, marks and dates in templates."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from vejviser.foundation.looks import Shown, show
from vejviser.ui import scales
from vejviser.ui.templatetags.vj import NotRecorded, icon, level, position


class Alma:
    ref: UUID = uuid4()
    first_name = "Alma <b>"
    last_name = "Vestergaard"


def written(template: str, *, shown: bool, **values: object) -> str:
    request = RequestFactory().get("/")
    if shown:
        show(request, [Shown(Alma.ref, ("D1",), "INST", "own_task")])
    return Template("{% load vj %}" + template).render(Context({"request": request, "child": Alma(), **values}))


def test_a_recorded_child_is_named_by_first_name_and_escaped() -> None:
    assert written("{% child_name child %}", shown=True) == "Alma &lt;b&gt;"
    assert written("{% child_name child full=True %}", shown=True) == "Alma &lt;b&gt; Vestergaard"


def test_a_child_whose_look_is_not_recorded_is_never_named() -> None:
    with pytest.raises(NotRecorded) as refused:
        written("{% child_name child %}", shown=False)
    assert "Alma" not in str(refused.value)


def test_a_position_is_a_shape_and_a_word() -> None:
    with translation.override("en"):
        drawn = [position(code) for code in ("trives", "opmaerksom", "bekymret")]
    assert len({mark.split('d="')[1].split('"')[0] for mark in drawn}) == 3
    words = ("Thriving", "Attentive", "Worried")
    assert [mark.endswith(f"</svg>{word}</span>") for mark, word in zip(drawn, words, strict=True)] == [True] * 3


def test_an_unknown_position_is_an_error_and_not_an_empty_mark() -> None:
    with pytest.raises(KeyError):
        position("glad")


def test_a_level_has_its_number_and_the_municipality_s_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scales, "_sources", [*scales._sources])
    scales.name_levels(lambda: {3: "Fælles bekymring"})
    assert level(3) == '<span class="vj-level"><b class="vj-n3">3</b>Fælles bekymring</span>'
    assert 'class="sr-only">Fælles bekymring<' in level(3, words=False)


def test_icons_are_decoration() -> None:
    assert 'aria-hidden="true"' in icon("lock")
    assert "all-svg-icons.svg#lock" in icon("lock")


def test_filters_say_nothing_for_nothing() -> None:
    assert written("{{ none|day }}{{ none|deadline }}{{ none|clock }}", shown=False, none=None) == ""


def test_filters_live_on_the_demo_s_day(danish: None) -> None:
    said = written(
        "{{ a|day }}, {{ b|deadline }}, {{ c|clock }}",
        shown=False, a=date(2026, 3, 10), b=date(2026, 3, 17), c=datetime(2026, 3, 10, 9, 42, tzinfo=UTC),
    )  # fmt: skip
    assert said == "i dag, senest 17. marts, 10.42"

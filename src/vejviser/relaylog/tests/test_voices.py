"""What is said stays; corrections and other views stand beside it; each level is one person's own."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from vejviser.foundation import clock
from vejviser.foundation.results import Conflict, NotVisible, RuleBroken
from vejviser.relaylog.jobs import ask_for_releases
from vejviser.relaylog.models import Entry, LevelView
from vejviser.relaylog.queries import acted_on, lines, views
from vejviser.relaylog.tests.log_family import LogFamily
from vejviser.relaylog.voice_actions import (
    Words,
    agree_level,
    correct_entry,
    dissent,
    hold_back,
    release_entry,
    say_level,
    write_entry,
)
from vejviser.worklist.models import Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def alma() -> LogFamily:
    family = LogFamily().open()
    family.let_in(family.jens)
    return family


def columns(alma: LogFamily) -> dict[str, list[str]]:
    seen = alma.sees(alma.mette)
    assert seen is not None
    return {kind: [line.entry.text for line in rows] for kind, rows in lines(seen).items()}


def test_lines_stand_in_three_columns_in_the_order_they_were_said(alma: LogFamily) -> None:
    alma.writes(alma.mette, "Græder ved aflevering")
    alma.writes(alma.jens, "Morgenens bog", kind="works")
    alma.writes(alma.jens, "Leger alene")
    assert columns(alma) == {"worry": ["Græder ved aflevering", "Leger alene"], "works": ["Morgenens bog"], "note": []}


def test_a_correction_is_a_new_line_and_the_old_one_stays(alma: LogFamily) -> None:
    old = alma.writes(alma.mette, "Græder hver dag")
    new = correct_entry(by=alma.mette.person, entry=old, words=Words(uuid4(), "worry", "Græder 3 dage om ugen"))
    assert columns(alma)["worry"] == ["Græder 3 dage om ugen"]
    assert Entry.objects.get(pk=old.pk).text == "Græder hver dag"
    seen = alma.sees(alma.jens)
    assert seen is not None
    assert [one.text for one in lines(seen)["worry"][0].earlier] == ["Græder hver dag"]
    with pytest.raises(Conflict):
        correct_entry(by=alma.mette.person, entry=old, words=Words(uuid4(), "worry", "Græder sjældent"))
    correct_entry(by=alma.mette.person, entry=new, words=Words(uuid4(), "worry", "Græder sjældent"))
    assert columns(alma)["worry"] == ["Græder sjældent"]


def test_nobody_corrects_a_colleague_but_puts_a_view_beside(alma: LogFamily) -> None:
    old = alma.writes(alma.mette, "Græder hver dag")
    words = Words(uuid4(), "worry", "Jeg ser hende glad")
    with pytest.raises(RuleBroken, match="correct_only_your_own"):
        correct_entry(by=alma.jens.person, entry=old, words=words)
    camilla = alma.voice("guardian", "Camilla")
    dissent(by=alma.jens.person, entry=old, voice=camilla.ref, words=words)
    correct_entry(by=alma.mette.person, entry=old, words=Words(uuid4(), "worry", "Græder ofte"))
    seen = alma.sees(alma.mette)
    assert seen is not None
    line = lines(seen)["worry"][0]
    assert (line.entry.text, [one.text for one in line.dissents]) == ("Græder ofte", ["Jeg ser hende glad"])


def test_one_writes_for_the_family_but_never_for_a_colleague(alma: LogFamily) -> None:
    for voice in (alma.voice("child"), alma.voice("guardian", "Rasmus")):
        write_entry(by=alma.mette.person, log=alma.log, voice=voice.ref, words=Words(uuid4(), "works", "Mormor henter"))
    place = alma.place(alma.jens)
    with pytest.raises(RuleBroken, match="no_words_for_a_colleague"):
        write_entry(by=alma.mette.person, log=alma.log, voice=place.ref, words=Words(uuid4(), "works", "Bogen"))


def test_sending_a_form_twice_writes_once(alma: LogFamily) -> None:
    words = Words(uuid4(), "worry", "Græder ved aflevering")
    voice = alma.place(alma.mette).ref
    first = write_entry(by=alma.mette.person, log=alma.log, voice=voice, words=words)
    assert write_entry(by=alma.mette.person, log=alma.log, voice=voice, words=words) == first
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("name", ["nadia", "henrik", "line"])
def test_near_misses_write_nothing(alma: LogFamily, name: str) -> None:
    with pytest.raises(NotVisible):
        alma.writes(getattr(alma, name))


def test_for_professionals_only_needs_a_reason_and_an_end(alma: LogFamily) -> None:
    voice = alma.place(alma.mette).ref

    def write(reason: str, until: date | None) -> Entry:
        words = Words(uuid4(), "note", "Afklares", staff_only=True, reason=reason, until=until)
        return write_entry(by=alma.mette.person, log=alma.log, voice=voice, words=words)

    for reason, until, code in (("", date(2026, 3, 20), "reason"), ("PPR først", None, "end")):
        with pytest.raises(RuleBroken, match=f"staff_only_needs_{code}"):
            write(reason, until)
    write("PPR først", date(2026, 3, 20))
    seen = alma.sees(alma.jens)
    assert seen is not None
    assert lines(seen)["note"][0].staff_only
    with clock.frozen(clock.local_midnight(date(2026, 3, 21))):
        assert lines(seen)["note"][0].staff_only


def staff_only(alma: LogFamily) -> Entry:
    words = Words(uuid4(), "note", "Afklares", staff_only=True, reason="PPR først", until=date(2026, 3, 20))
    return write_entry(by=alma.mette.person, log=alma.log, voice=alma.place(alma.mette).ref, words=words)


def test_time_makes_a_task_and_a_person_releases(alma: LogFamily) -> None:
    entry = staff_only(alma)
    with clock.frozen(clock.local_midnight(date(2026, 3, 20))):
        assert ask_for_releases() == "0 to decide"
    with clock.frozen(clock.local_midnight(date(2026, 3, 21))):
        assert ask_for_releases() == "1 to decide"
        assert Task.objects.get(kind="log.release").person == alma.mette.person
        release_entry(by=alma.mette.person, entry=entry, seen=entry.version)
        assert ask_for_releases() == "0 to decide"
    assert not Task.objects.filter(kind="log.release", done_at=None).exists()
    with pytest.raises(RuleBroken, match="family_reads_it_already"):
        release_entry(by=alma.mette.person, entry=entry, seen=entry.version)


def test_a_new_end_needs_a_reason_of_its_own(alma: LogFamily) -> None:
    entry = staff_only(alma)
    for reason, until, code in ((" ", date(2026, 4, 1), "reason"), ("PPR", date(2026, 3, 10), "end")):
        with pytest.raises(RuleBroken, match=f"staff_only_needs_{code}"):
            hold_back(by=alma.mette.person, entry=entry, seen=entry.version, reason=reason, until=until)
    hold_back(by=alma.mette.person, entry=entry, seen=entry.version, reason="PPR", until=date(2026, 4, 1))
    with clock.frozen(clock.local_midnight(date(2026, 3, 21))):
        assert ask_for_releases() == "0 to decide"


def test_a_correction_does_not_open_what_was_for_professionals(alma: LogFamily) -> None:
    entry = staff_only(alma)
    new = correct_entry(by=alma.mette.person, entry=entry, words=Words(uuid4(), "note", "Afklares i uge 12"))
    assert (new.staff_only_reason, new.staff_only_until) == ("PPR først", date(2026, 3, 20))


def say(alma: LogFamily, level: int | None, voice: object, **more: str) -> LevelView:
    return say_level(by=alma.mette.person, log=alma.log, voice=voice, level=level, **more)  # type: ignore[arg-type]


def test_levels_stand_side_by_side_in_the_order_people_came(alma: LogFamily) -> None:
    mette, camilla = alma.place(alma.mette), alma.voice("guardian", "Camilla")
    say(alma, 4, mette.ref, words="Leger alene")
    say(alma, 2, camilla.ref, words="Glad derhjemme")
    say(alma, 3, mette.ref, words="Bedre")
    say_level(by=alma.jens.person, log=alma.log, voice=alma.place(alma.jens).ref, level=4)
    say(alma, None, alma.voice("child").ref, picture="cloud_sun", words="Det er svært, når mor går")
    seen = alma.sees(alma.jens)
    assert seen is not None
    shown = views(seen)
    assert [(view.voice.kind, view.level) for view in shown.rows] == [
        ("staff", 3),
        ("child", None),
        ("guardian", 2),
        ("staff", 4),
    ]
    assert shown.span == (2, 4)
    assert [one.guardian for one in shown.missing] == [alma.rasmus]
    assert LevelView.objects.count() == 5


def test_when_all_see_the_same_there_is_no_difference_to_name(alma: LogFamily) -> None:
    say(alma, 3, alma.place(alma.mette).ref)
    seen = alma.sees(alma.mette)
    assert seen is not None
    assert views(seen).span is None


@pytest.mark.parametrize(
    ("kind", "level", "more", "code"),
    [
        ("child", 3, {}, "small_children_choose_pictures"),
        ("child", None, {}, "level_needs_an_answer"),
        ("guardian", None, {"words": "Godt"}, "level_from_1_to_5"),
        ("guardian", 6, {}, "level_from_1_to_5"),
    ],
)
def test_a_small_child_never_answers_with_a_number_and_adults_do(
    alma: LogFamily, kind: str, level: int | None, more: dict[str, str], code: str
) -> None:
    voice = alma.voice(kind, "Camilla" if kind == "guardian" else "")
    with pytest.raises(RuleBroken, match=code):
        say(alma, level, voice.ref, **more)


def test_the_level_acted_on_is_its_own_agreement(alma: LogFamily) -> None:
    say(alma, 4, alma.place(alma.mette).ref)
    agree_level(by=alma.mette.person, log=alma.log, level=3, reason="Vi så det samme", names="Mette, Camilla, Rasmus")
    agree_level(by=alma.jens.person, log=alma.log, level=2, reason="Det hjælper", names="Jens, Camilla")
    newest = acted_on(alma.log)
    assert newest is not None
    assert newest.level == 2
    assert alma.log.levels_acted_on.count() == 2
    with pytest.raises(RuleBroken, match="level_needs_names"):
        agree_level(by=alma.mette.person, log=alma.log, level=3, reason="Fordi", names=" , ")


def test_the_database_refuses_half_an_exception(alma: LogFamily) -> None:
    entry = alma.writes(alma.mette)
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(staff_only_until=date(2026, 4, 1))

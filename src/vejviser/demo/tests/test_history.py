"""Fjordlund on its day: who sees whom, and what stands on the pages of the cast."""

from datetime import UTC, datetime

import pytest

from vejviser.access.consent_queries import current_lines, standing
from vejviser.access.models import Consent
from vejviser.access.queries import list_sights, see
from vejviser.accounts.models import Person
from vejviser.children.models import Child
from vejviser.concern.models import AbuseHold, Note
from vejviser.concern.permissions import note_read
from vejviser.demo.cast import CAST
from vejviser.demo.history import history_is_whole
from vejviser.demo.history_town import Town
from vejviser.foundation import clock
from vejviser.foundation.results import NotVisible
from vejviser.organisation.models import Assignment, Primary
from vejviser.relaylog.models import Handover, Log
from vejviser.relaylog.permissions import log_page
from vejviser.relaylog.queries import acted_on, held_by, views
from vejviser.screening.models import CurrentPosition, GroupRound, OwnAssessment
from vejviser.screening.permissions import assess
from vejviser.screening.queries.assess import page
from vejviser.screening.queries.instruments import instrument
from vejviser.screening.rules import AGE_BANDS
from vejviser.worklist.queries import open_tasks
from vejviser.worklist.rules import most_important

DAY = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
EVENING = datetime(2026, 3, 10, 17, 30, tzinfo=UTC)
ROOM = {"alma", "konrad", "viggo", "agnes", "ingrid", "omar"}
NEXT_DOOR = {"next_door"}
CLASS = {"filippa", "malik", "sofus", "tilde", "yasmin", "zeynep", "amira", "karla"}
SEES = {
    "mette": ROOM, "jens": ROOM, "emil": ROOM, "nadia": NEXT_DOOR, "ole": set(), "henrik": ROOM | NEXT_DOOR,
    "karin": ROOM | NEXT_DOOR, "jonas": CLASS, "pia": CLASS, "sofie": {"elias"}, "amir": {"elias"}, "tina": set(),
    "ulla": CLASS | {"elias"}, "line": {"alma"}, "sara": {"alma"}, "aase": set(), "signe": {"malik"}, "bo": {"konrad"},
    "karl": {"elias"}, "gitte": set(), "anne": set(), "lone": set(), "birgitte": set(), "eva": set(), "poul": set(),
    "dorthe": set(), "ib": set(),
}  # fmt: skip


@pytest.fixture(scope="module")
def fjordlund(town_to_read: str) -> Town:
    return Town(DAY.date())


def child(town: Town, key: str) -> Child:
    if key == "next_door":
        return Child.objects.filter(enrolments__group=town.group("kloeverne")).order_by("name_sort")[0]
    return town.child(key)


def is_seen(person: Person, one: Child) -> bool:
    try:
        see(person, one.ref)
    except NotVisible:
        return False
    return True


def test_the_table_names_the_whole_cast() -> None:
    assert SEES.keys() == {one.key for company in CAST if company.staff for one in company.members}


@pytest.mark.parametrize("key", SEES)
def test_who_sees_whom(fjordlund: Town, key: str) -> None:
    person = fjordlund.person(key)
    everybody = ROOM | NEXT_DOOR | CLASS | {"elias"}
    assert {one for one in everybody if is_seen(person, child(fjordlund, one))} == SEES[key]


def test_history_says_that_it_is_whole(fjordlund: Town) -> None:
    assert history_is_whole()


def test_the_stand_in_goes_home_at_six(fjordlund: Town) -> None:
    with clock.frozen(EVENING):
        assert list_sights(fjordlund.person("emil")) == []
        assert len(list_sights(fjordlund.person("mette"), group=fjordlund.group("solsikkerne"))) == 22


def test_one_of_two_shares_nothing(fjordlund: Town) -> None:
    asked = Consent.objects.get(child=fjordlund.child("amira"))
    now = standing(asked)
    assert (now.given, now.needed, now.shares) == (1, 2, False)
    assert [signer.guardian.first_name for signer in now.waiting if signer.guardian] == ["Yusuf"]
    assert not is_seen(fjordlund.person("line"), fjordlund.child("amira"))


def test_what_alma_shares(fjordlund: Town) -> None:
    lines = current_lines(see(fjordlund.person("mette"), fjordlund.child("alma").ref))
    assert all(line.shares and (line.given, line.needed) == (2, 2) for line in lines)
    assert sorted(line.purpose for line in lines) == ["log", "log_part", "log_part", "log_part"]


def test_people_see_alma_differently_and_act_on_three(fjordlund: Town) -> None:
    seen = log_page.get(fjordlund.person("mette"), ref=fjordlund.child("alma").ref)
    acted = acted_on(seen.log)
    assert (views(seen).span, acted and acted.level) == ((2, 4), 3)
    assert {one.employment.person.first_name for one in seen.people if one.employment} == {
        "Mette", "Jens", "Karin", "Line", "Sara",
    }  # fmt: skip
    assert seen.log.next_on == fjordlund.day


def test_batons(fjordlund: Town) -> None:
    held = [log.child.first_name for log in held_by(fjordlund.person("mette"))]
    assert held == ["Alma", "Konrad", "Viggo"]
    states = list(Handover.objects.filter(log__child=fjordlund.child("viggo")).order_by("pk").values_list("state", flat=True))
    assert states == ["accepted", "offered"]
    assert Log.objects.get(child=fjordlund.child("agnes")).close_reason == "maal_naaet"


def test_notes_stay_with_their_author_until_shared(fjordlund: Town) -> None:
    mette, jens = fjordlund.person("mette"), fjordlund.person("jens")
    own = Note.objects.get(author=mette, child=fjordlund.child("konrad"))
    room = Note.objects.get(author=mette, about="environment")
    assert own in note_read.rows(mette)
    assert own not in note_read.rows(jens)
    assert room in note_read.rows(jens)
    assert room not in note_read.rows(fjordlund.person("nadia"))


def test_karla_is_shielded(fjordlund: Town) -> None:
    hold = AbuseHold.objects.get(closed_at=None)
    assert (hold.child, hold.opened_by) == (fjordlund.child("karla"), fjordlund.person("pia"))
    assert "concern.talk" not in open_tasks(fjordlund.person("pia")).values_list("kind", flat=True)


@pytest.mark.parametrize(
    ("key", "group", "done", "of"),
    [("jonas", "2b", 20, 25), ("pia", "2b", 25, 25), ("mette", "solsikkerne", 15, 22), ("jens", "solsikkerne", 22, 22)],
)
def test_how_far_they_are_this_spring(fjordlund: Town, key: str, group: str, done: int, of: int) -> None:
    row = GroupRound.objects.get(round__name="Forår 2026", group=fjordlund.group(group))
    progress = page(assess.get(fjordlund.person(key), ref=row.ref))
    assert (row.state, progress.done, len(progress.lines)) == ("open", done, of)


def test_jonas_and_pia_disagree_on_two(fjordlund: Town) -> None:
    rows = OwnAssessment.objects.filter(
        row__group_round__round__name="Forår 2026", row__group_round__group=fjordlund.group("2b")
    )
    seen = {
        who: dict(rows.filter(assessor=fjordlund.person(who)).values_list("row__child", "position")) for who in ("jonas", "pia")
    }
    differ = {pk for pk in seen["jonas"] if seen["jonas"][pk] != seen["pia"][pk]}
    assert differ == {fjordlund.child("filippa").pk, fjordlund.child("karla").pk}


def test_where_2b_stood_last(fjordlund: Town) -> None:
    last = CurrentPosition.objects.filter(group=fjordlund.group("2b"), group_round__round__name="Efterår 2025")
    assert (last.filter(outcome="trives").count(), last.filter(outcome="opmaerksom").count()) == (20, 5)


def test_every_unit_with_a_team_has_two_closed_rounds(fjordlund: Town) -> None:
    last_year = GroupRound.objects.filter(round__name__endswith="2025")
    assert set(last_year.values_list("state", flat=True)) == {"closed", "cancelled"}
    cancelled = last_year.filter(state="cancelled").values_list("group__source_id", flat=True)
    assert set(cancelled) == {"group-kloeverne"}


def test_what_was_marked_stands_in_the_forms(fjordlund: Town) -> None:
    known = {one for band in AGE_BANDS if (form := instrument(band)) for one in form.ids - form.acute}
    marked = {one for chosen in OwnAssessment.objects.values_list("statements", flat=True) for one in chosen}
    assert marked <= known
    assert len(marked) > 20


def test_my_house(fjordlund: Town) -> None:
    first = Primary.objects.filter(assignment=fjordlund.place("mette", "solsikkerne"))
    assert first.count() == 11
    assert first.filter(child=fjordlund.child("alma").ref).exists()
    emil = Assignment.objects.get(employment=fjordlund.work("emil"))
    assert emil.manual


def test_what_is_asked_of_people_today(fjordlund: Town) -> None:
    today = fjordlund.day
    due = {key: set(open_tasks(fjordlund.person(key)).filter(due__lte=today).values_list("kind", flat=True)) for key in SEES}
    assert due["mette"] == {"log.next", "agreements.replan"}
    first = most_important(list(open_tasks(fjordlund.person("mette"))), today)
    assert first is not None
    assert (first.kind, first.child) == ("log.next", fjordlund.child("alma").ref)
    assert due["henrik"] >= {"log.unanswered", "screening.prepare"}
    assert due["karin"] == {"log.offered"}
    assert "screening.objection" in open_tasks(fjordlund.person("henrik")).values_list("kind", flat=True)

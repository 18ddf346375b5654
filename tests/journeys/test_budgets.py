"""What a person has to press and click, against one file of budgets."""

import re

from django.utils import timezone
from playwright.sync_api import Locator, expect

from tests.journeys.people import BUDGETS, Site, Someone
from vejviser.children.models import Child
from vejviser.concern.models import Note
from vejviser.organisation.models import Assignment
from vejviser.screening.models import GroupRound, OwnAssessment


def _round_of(group: str) -> GroupRound:
    return GroupRound.objects.select_related("group").get(group__source_id=group, state="open")


def _begin_again(group_round: GroupRound, assessor: str) -> None:
    """The assessor's sheet is blank again, as on the first morning of the round."""
    OwnAssessment.objects.filter(row__group_round=group_round, assessor__source_id=f"emp-{assessor}").delete()


def _open_round(site: Site, key: str, group: str) -> Someone:
    group_round = _round_of(group)
    _begin_again(group_round, key)
    someone = site.as_(key)
    someone.goes_to(f"/runder/{group_round.ref}/")
    expect(someone.page.locator("[data-row]")).to_have_count(25)
    someone.requests = 0
    return someone


def _saved(someone: Someone, number: int) -> None:
    expect(someone.page.locator("[data-count=done]").first).to_have_text(str(number))
    expect(someone.page.locator("[data-queue]")).to_contain_text("Gemt")


def test_a_guide_answer(site: Site) -> None:
    visitor = site.visitor()
    visitor.goes_to("/vejviser/")
    with visitor.within("guide_answer"):
        visitor.clicks(visitor.page.locator("label[for='alder-3-5']"))
        expect(visitor.page.locator("#alder-3-5")).to_be_checked()
        visitor.clicks(visitor.page.locator("label[for='niveau-3']"))
        expect(visitor.page.locator("#svar")).to_contain_text("Så skal du underrette")
    expect(visitor.page).to_have_url(re.compile("alder=3-5.*niveau=3"))


def test_a_class_where_all_thrive(site: Site) -> None:
    jonas = _open_round(site, "jonas", "group-2b")
    with jonas.within("round_of_25_thriving"):
        jonas.page.locator("[data-next]").focus()
        jonas.presses("Enter")
        for _ in range(25):
            jonas.presses("1")
        _saved(jonas, 25)
        jonas.presses("Enter")
        expect(jonas.page).to_have_url(re.compile("/faerdig/$"))
    assert jonas.requests <= BUDGETS["requests_of_a_round"]
    mine = OwnAssessment.objects.filter(
        row__group_round=_round_of_any("group-2b"), assessor__source_id="emp-jonas", current=True
    )
    assert set(mine.values_list("position", flat=True)) == {"trives"}
    assert mine.count() == 25


def _round_of_any(group: str) -> GroupRound:
    return GroupRound.objects.filter(group__source_id=group).order_by("-starts").first() or GroupRound()


def _mark(someone: Someone, row: Locator, statements: int, works: str = "") -> None:
    """D opens the statements of the child in hand, the space bar marks, Escape goes back to the child."""
    someone.presses("d")
    panel = row.locator("[data-panel]")
    expect(panel.locator("input[type=checkbox]").first).to_be_focused()
    for number in range(statements):
        if number:
            someone.presses("ArrowDown")
        someone.presses("Space")
    if works:
        someone.writes(panel.locator("[name=works]"), works)
    someone.presses("Escape")


def test_a_mixed_class(site: Site) -> None:
    jonas = _open_round(site, "jonas", "group-2b")
    rows = jonas.page.locator("[data-row]")
    with jonas.within("round_of_25_mixed"):
        jonas.page.locator("[data-next]").focus()
        jonas.presses("Enter")
        for number in range(25):
            if number in (3, 8, 12, 15):
                jonas.presses("2")
                jonas.presses("ArrowUp")
                _mark(jonas, rows.nth(number), 1)
                jonas.presses("ArrowDown")
            elif number == 20:
                jonas.presses("3")
                jonas.presses("ArrowUp")
                _mark(jonas, rows.nth(number), 2, "Tegner med Ida i pausen")
                jonas.presses("ArrowDown")
            elif number == 22:
                jonas.presses("0")
                jonas.presses("2")
            else:
                jonas.presses("1")
        _saved(jonas, 25)
    assert jonas.requests <= BUDGETS["requests_of_a_round"]
    mine = OwnAssessment.objects.filter(
        row__group_round=_round_of_any("group-2b"), assessor__source_id="emp-jonas", current=True
    )
    assert sorted(len(one.statements) for one in mine) == [0] * 20 + [1] * 4 + [2]
    assert mine.filter(reason="fravaer").count() == 1
    assert mine.get(position="bekymret").works == "Tegner med Ida i pausen"


def test_a_note(site: Site) -> None:
    mette = site.as_("mette")
    with mette.within("note"):
        mette.clicks(mette.page.get_by_role("link", name="Notér om et barn").first)
        alma = Child.objects.get(source_id="child-alma")
        mette.clicks(mette.page.locator(f"label:has-text('{alma.first_name}')").first)
        mette.writes(mette.page.locator("[name=facts]"), "Sad alene i garderoben i ti minutter efter samlingen.")
        mette.clicks(mette.page.locator(".vj-ruler label.vj-n2"))
        mette.clicks(mette.page.get_by_role("button", name="Gem, kun til mig"))
        expect(mette.page.locator("h1")).to_be_visible()
    note = Note.objects.latest("pk")
    assert note.child == alma
    assert note.author.source_id == "emp-mette"
    assert note.level == 2


def test_a_stand_in_for_a_day(site: Site) -> None:
    henrik = site.as_("henrik")
    before = Assignment.objects.count()
    with henrik.within("stand_in_for_a_day"):
        henrik.clicks(henrik.page.get_by_role("link", name="Mit hus").first)
        henrik.clicks(henrik.page.locator("#vikar label").first)
        henrik.clicks(henrik.page.locator("#vikar button[name=group]").first)
        expect(henrik.page.locator("#vikar [role=status]").first).to_be_visible()
    assert Assignment.objects.count() == before + 1
    until = Assignment.objects.latest("pk").closes_at
    assert until is not None
    assert timezone.localtime(until).hour == 18

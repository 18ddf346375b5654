"""A round without connection: nothing chosen is lost, not even when the sign-in ends meanwhile."""

import re
from contextlib import AbstractContextManager
from urllib.parse import parse_qs

from playwright.sync_api import Locator, Response, Route, expect

from tests.journeys.people import Site, Someone
from vejviser.audit.models import Change
from vejviser.screening.models import GroupRound, OwnAssessment

KEYS = "1123111211"
POSITION = {"1": "trives", "2": "opmaerksom", "3": "bekymret"}
CHOICE = re.compile(r"/valg/$")
RETRIED = 15_000


def _opens_a_blank_sheet(site: Site) -> tuple[Someone, GroupRound]:
    """Jonas in 2.B's open round, as on its first morning."""
    group_round = GroupRound.objects.get(group__source_id="group-2b", state="open")
    OwnAssessment.objects.filter(row__group_round=group_round, assessor__source_id="emp-jonas").delete()
    jonas = site.as_("jonas")
    jonas.goes_to(f"/runder/{group_round.ref}/")
    return jonas, group_round


def _assesses_by_keys(someone: Someone) -> list[str]:
    """The first children, one key each; gives their names."""
    someone.page.locator("[data-next]").focus()
    someone.presses("Enter")
    for key in KEYS:
        someone.presses(key)
    return someone.page.locator("[data-row] [data-name]").all_inner_texts()[: len(KEYS)]


def _is_said_unsaved(someone: Someone, sentence: str) -> Locator:
    queue = someone.page.locator("[data-queue]")
    expect(queue).to_contain_text(sentence, timeout=RETRIED)
    return queue


def _saved(group_round: GroupRound) -> list[str]:
    """Jonas' positions in the order of the page."""
    rows = OwnAssessment.objects.filter(row__group_round=group_round, assessor__source_id="emp-jonas", current=True)
    return list(rows.order_by("row__child__name_sort").values_list("position", flat=True))


def _writes() -> int:
    return Change.objects.filter(action="assessment.choose").count()


def _answers(someone: Someone) -> list[tuple[int, str]]:
    """Filled while the journey goes on: the status of each sent choice, and the choice's own id."""
    heard: list[tuple[int, str]] = []

    def hear(answer: Response) -> None:
        if CHOICE.search(answer.url):
            heard.append((answer.status, parse_qs(answer.request.post_data or "")["choice"][0]))

    someone.page.on("response", hear)
    return heard


def _taken(heard: list[tuple[int, str]]) -> list[str]:
    return [choice for status, choice in heard if status == 200]


def _until_all_are_taken(someone: Someone, heard: list[tuple[int, str]]) -> AbstractContextManager[object]:
    return someone.page.expect_response(lambda _: len(_taken(heard)) == len(KEYS), timeout=RETRIED)


def test_ten_choices_survive_a_lost_connection_and_an_ended_sign_in(site: Site) -> None:
    jonas, group_round = _opens_a_blank_sheet(site)
    heard, before = _answers(jonas), _writes()
    jonas.page.context.set_offline(True)
    names = _assesses_by_keys(jonas)
    queue = _is_said_unsaved(jonas, "Ingen forbindelse. Ikke gemt:")
    expect(queue).to_contain_text(", ".join(names))
    assert _saved(group_round) == []

    site.moves_the_clock(minutes=31)
    jonas.page.context.set_offline(False)
    _is_said_unsaved(jonas, "Ikke gemt: du er logget af.")
    assert _saved(group_round) == []
    assert {status for status, _ in heard} == {401}
    expect(jonas.page.locator("[data-count=done]").first).to_have_text(str(len(KEYS)))

    with _until_all_are_taken(jonas, heard):
        _signs_in_beside(site, jonas)
    expect(jonas.page.locator("[data-queue]")).to_contain_text("Gemt kl.")
    assert _saved(group_round) == [POSITION[key] for key in KEYS]
    assert _writes() - before == len(KEYS)
    taken = _taken(heard)
    assert len(taken) == len(set(taken)) == len(KEYS)


def _signs_in_beside(site: Site, someone: Someone) -> None:
    """In a second tab of the same window, then back to the first."""
    tab = site.another_tab(someone)
    tab.goes_to("/demo/")
    tab.clicks(tab.page.locator("button[value='jonas'], form:has(input[value='jonas']) button").first)
    tab.page.wait_for_url("**/overblik/**")
    tab.page.close()
    someone.page.bring_to_front()


def test_a_choice_whose_answer_was_lost_is_saved_once(site: Site) -> None:
    jonas, group_round = _opens_a_blank_sheet(site)
    heard, before, sent = _answers(jonas), _writes(), list[str]()
    jonas.page.on("request", lambda request: sent.append(request.url) if CHOICE.search(request.url) else None)
    jonas.page.route(CHOICE, _takes_it_and_loses_the_answer, times=1)
    with _until_all_are_taken(jonas, heard):
        _assesses_by_keys(jonas)
    assert _saved(group_round) == [POSITION[key] for key in KEYS]
    assert len(sent) == len(KEYS) + 1
    assert _writes() - before == len(KEYS)


def _takes_it_and_loses_the_answer(route: Route) -> None:
    route.fetch()
    route.abort()

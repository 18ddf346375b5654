"""The pages of a round: who opens them, what they show, and that what is shown is recorded."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from vejviser.audit.models import LookChild
from vejviser.foundation import clock
from vejviser.organisation.models import Setting
from vejviser.screening.actions.assess import Choice, choose
from vejviser.screening.actions.families import object_to_round
from vejviser.screening.models import GroupRound, OwnAssessment
from vejviser.screening.tests.conftest import School, as_person
from vejviser.screening.tests.test_reflect import change, settle, written

HTMX = {"HX-Request": "true"}
SAVES = {"X-Vejviser-Save": "1"}
NAMES = (b"Anton", b"Ella", b"Filippa", b"Karla")


def of(group_round: GroupRound, page: str = "") -> str:
    return f"/runder/{group_round.ref}/{page}"


def of_child(school: School, name: str, page: str = "") -> str:
    return f"/runder/barn/{school.row(name).ref}/{page}"


def tap(client: Client, school: School, name: str, **data: object) -> Any:
    return client.post(of_child(school, name, "valg/"), {"choice": uuid4(), **data}, headers=SAVES)


ASSESSING = ["", "faerdig/", "saadan/", "refleksion/"]
LEADING = ["status/", "varsel/", "aflys/"]
ABOUT_A_CHILD = ["", "nyt-syn/", "samtale/", "indsigelse/"]


@pytest.mark.parametrize("name", ["nadia", "ole", "emil", "ulla", "henrik", "ib"])
@pytest.mark.parametrize("page", ASSESSING)
def test_the_pages_of_assessing_are_the_assessors(school: School, name: str, page: str) -> None:
    client, group_round = as_person(getattr(school, name)), school.open()
    assert client.get(of(group_round, page)).status_code == 404
    assert client.post(of(group_round, page)).status_code == 404


@pytest.mark.parametrize("name", ["nadia", "ole", "emil", "ulla", "henrik", "ib"])
@pytest.mark.parametrize("page", ABOUT_A_CHILD)
def test_a_child_in_the_round_is_the_assessors(school: School, name: str, page: str) -> None:
    school.open()
    answer = as_person(getattr(school, name)).get(of_child(school, "Ella", page))
    assert answer.status_code == 404
    assert b"Ella" not in answer.content
    assert not LookChild.objects.exists()


@pytest.mark.parametrize("name", ["jonas", "emil", "nadia", "henrik"])
@pytest.mark.parametrize("page", LEADING)
def test_the_state_of_a_round_is_its_leaders(school: School, name: str, page: str) -> None:
    group_round = school.open()
    assert as_person(getattr(school, name)).get(of(group_round, page)).status_code == 404


@pytest.mark.parametrize("page", [*LEADING, "../plan"])
@pytest.mark.parametrize("name", ["ulla", "ib"])
def test_leaders_and_planners_see_no_child(school: School, name: str, page: str) -> None:
    group_round = school.talk(Filippa="bekymret")
    path = f"/runder/{group_round.round.ref}/plan/" if page == "../plan" else of(group_round, page)
    body = as_person(getattr(school, name)).get(path).content
    assert not [child for child in NAMES if child in body]
    assert b"vj-pos" not in body
    assert not LookChild.objects.exists()


def test_the_list_fits_the_person(school: School) -> None:
    group_round = school.open()
    assert of(group_round) in as_person(school.jonas).get("/runder/").content.decode()
    leaders = as_person(school.ulla).get("/runder/").content.decode()
    assert of(group_round, "status/") in leaders
    assert f"/runder/{group_round.round.ref}/plan/" in leaders
    assert of(group_round) not in as_person(school.nadia).get("/runder/").content.decode()
    assert as_person(school.henrik).get(f"/runder/{group_round.round.ref}/plan/").status_code == 404


def test_the_page_shows_every_child_records_it_and_preselects_nothing(school: School) -> None:
    group_round = school.open()
    answer = as_person(school.jonas).get(of(group_round))
    body = answer.content.decode()
    assert 'class="vj-access"' in body
    assert 'href="/underretning/"' in body
    assert body.count("data-row=") == 5
    assert "checked" not in body
    assert "2.B" in body
    assert {one.child for one in LookChild.objects.all()} == {child.ref for child in school.children.values()}
    assert {one.data_classes for one in LookChild.objects.all()} == {"D1 D3"}


def statements(client: Client, method: str, path: str, **given: Any) -> int:
    """How many SELECT, INSERT, UPDATE and DELETE a request costs, session, person and look included."""
    with CaptureQueriesContext(connection) as asked:
        getattr(client, method)(path, **given)
    return sum(one["sql"].split()[0] in ("SELECT", "INSERT", "UPDATE", "DELETE") for one in asked)


def test_the_page_costs_at_most_eight_statements_with_the_look(school: School) -> None:
    group_round = school.open()
    client = as_person(school.jonas)
    client.get(of(group_round))
    school.assess(school.jonas, Filippa="bekymret")
    assert statements(client, "get", of(group_round)) <= 8


def test_saving_a_choice_costs_few_statements(school: School) -> None:
    school.open()
    client = as_person(school.jonas)
    tap(client, school, "Ella", position="trives")
    path, data = of_child(school, "Anton", "valg/"), {"position": "opmaerksom", "choice": uuid4()}
    assert statements(client, "post", path, data=data, headers=SAVES) <= 12


def test_a_tap_answers_with_what_was_chosen_last(school: School) -> None:
    school.open()
    row = school.row("Ella")
    type(row).objects.filter(pk=row.pk).update(before="opmaerksom")
    client = as_person(school.jonas)
    assert "Sidst:" not in client.get(of(row.group_round)).content.decode()
    answer = tap(client, school, "Ella", position="trives")
    body = answer.content.decode()
    assert answer.status_code == 200
    assert "Sidst:" in body
    assert "Opmærksom" in body
    assert "Gemt kl. 10.00" in body
    assert OwnAssessment.objects.get(row=row, assessor=school.jonas).position == "trives"


@pytest.mark.parametrize(("position", "opens"), [("trives", False), ("opmaerksom", True), ("bekymret", True)])
def test_only_attentive_and_concerned_open_the_statements(school: School, position: str, opens: bool) -> None:
    school.open()
    body = tap(as_person(school.jonas), school, "Ella", position=position).content.decode()
    assert ("data-panel" in body) is opens
    assert "checked" not in body


def test_a_refused_tap_says_why_and_keeps_what_was(school: School) -> None:
    school.open()
    object_to_round(by=school.pia, row=school.row("Ella"), words="Vi vil ikke have det skrevet ned")
    answer = tap(as_person(school.jonas), school, "Ella", position="trives")
    assert answer.status_code == 422
    assert "data-refused" in answer.content.decode()
    assert not OwnAssessment.objects.exists()


def test_an_expired_session_answers_a_tap_with_401(school: School) -> None:
    school.open()
    assert tap(Client(), school, "Ella", position="trives").status_code == 401


def test_without_script_the_whole_page_is_one_form(school: School) -> None:
    group_round = school.open()
    data = {f"position-{school.row(name).ref}": "trives" for name in ("Anton", "Ella")}
    assert as_person(school.jonas).post(of(group_round), data).status_code == 302
    assert OwnAssessment.objects.filter(assessor=school.jonas, position="trives").count() == 2


def test_without_script_a_reason_is_a_form_on_the_childs_page(school: School) -> None:
    school.open()
    client = as_person(school.jonas)
    assert client.get(of_child(school, "Ella")).status_code == 200
    answer = client.post(of_child(school, "Ella", "valg/"), {"reason": "fravaer"})
    assert answer.status_code == 302
    assert OwnAssessment.objects.get().reason == "fravaer"


def test_an_acute_statement_brings_the_box_at_once(school: School) -> None:
    school.open()
    client = as_person(school.jonas)
    tap(client, school, "Filippa", position="bekymret")
    path = of_child(school, "Filippa", "udsagn/")
    plain = client.post(path, {"version": 1, "statements": "6-9.psykisk_emotionel.bekymret.2"}, headers=HTMX)
    assert "handl-i-dag" not in plain.content.decode()
    acute = client.post(path, {"version": 2, "statements": "6-9.psykisk_emotionel.bekymret.1"}, headers=HTMX)
    assert "handl-i-dag" in acute.content.decode()
    assert 'name="version" value="3"' in acute.content.decode()


def test_two_tabs_of_statements_answer_409(school: School) -> None:
    school.open()
    client = as_person(school.jonas)
    tap(client, school, "Filippa", position="bekymret")
    client.post(of_child(school, "Filippa", "udsagn/"), {"version": 1, "works": "Tegner"}, headers=HTMX)
    answer = client.post(of_child(school, "Filippa", "udsagn/"), {"version": 1, "works": "Synger"}, headers=HTMX)
    assert answer.status_code == 409
    assert OwnAssessment.objects.get().works == "Tegner"


def test_the_childs_words_are_kept_from_the_page(school: School) -> None:
    school.open()
    client = as_person(school.jonas)
    body = client.get(of_child(school, "Filippa")).content.decode()
    assert 'data-dc="D13"' in body
    question = body.split('name="question" value="')[1].split('"')[0]
    data = {"question": question, "picture": "ansigt_4", "words": "Frikvarteret er svært"}
    assert client.post(of_child(school, "Filippa", "ord/"), data, headers=HTMX).status_code == 200
    assert "Frikvarteret er svært" in client.get(of_child(school, "Filippa")).content.decode()


def test_finishing_waits_for_the_others_without_telling_what_they_chose(school: School) -> None:
    group_round = school.open()
    client = as_person(school.jonas)
    assert client.post(of(group_round, "faerdig/")).status_code == 422
    school.assess(school.jonas)
    choose(by=school.pia, row=school.row("Ella"), choice=Choice(position="bekymret"))
    body = client.post(of(group_round, "faerdig/"), follow=True).content.decode()
    assert "Pia" in body
    assert "Bekymret" not in body
    school.assess(school.pia)
    assert client.post(of(group_round, "vis/"), follow=True).status_code == 200
    group_round.refresh_from_db()
    assert group_round.state == "reflecting"


def test_the_talk_shows_both_views_and_saves_as_far_as_it_has_come(school: School) -> None:
    group_round = school.talk(Filippa="bekymret")
    client = as_person(school.pia)
    body = client.get(of(group_round, "refleksion/")).content.decode()
    assert body.count("<article") == 1
    assert "I ser det forskelligt" in body
    data = {"version": 1, "outcome": "bekymret", "reason": "Sværere siden ferien"}
    answer = client.post(of_child(school, "Filippa", "faelles/"), data, headers=HTMX)
    assert answer.status_code == 200
    assert "Mangler" in answer.content.decode()
    assert client.post(of(group_round, "afslut/")).status_code == 422


@pytest.mark.parametrize(("data", "said"), [({"by": "31-02-2026"}, "Skriv en dato"), ({"by": "1. marts 2026"}, "er passeret")])
def test_a_refused_card_keeps_what_was_written(school: School, data: dict[str, str], said: str) -> None:
    school.talk(Filippa="bekymret")
    client = as_person(school.jonas)
    written_too = {"version": 1, "reason": "Sværere siden ferien", **data}
    part = client.post(of_child(school, "Filippa", "faelles/"), written_too, headers=HTMX)
    assert part.status_code == 422
    assert said in part.content.decode()
    whole = client.post(of_child(school, "Filippa", "faelles/"), written_too)
    assert whole.status_code == 422
    assert "Sværere siden ferien" in whole.content.decode()


def test_the_round_is_finished_from_the_page_and_read_afterwards(school: School) -> None:
    group_round = school.talk(Filippa="bekymret")
    client = as_person(school.jonas)
    whole = written(school)
    card = {
        "version": 1,
        "outcome": whole.outcome,
        "reason": whole.reason,
        "took_part": [str(person.ref) for person in whole.took_part],
        "step": whole.step,
        "owner": str(school.jonas.ref),
        "by": "17. marts 2026",
    }
    group = {"version": 1, "change": change(school).change, "owner": str(school.pia.ref), "until": "10. april 2026"}
    assert client.post(of_child(school, "Filippa", "faelles/"), card).status_code == 302
    assert client.post(of(group_round, "refleksion/gruppe/"), group).status_code == 302
    assert client.post(of(group_round, "afslut/")).status_code == 302
    body = client.get(of(group_round, "refleksion/")).content.decode()
    assert "Legegrupper i 10-pausen" in body
    assert "<textarea" not in body
    assert "Legegrupper i 10-pausen" in as_person(school.ulla).get(of(group_round, "status/")).content.decode()


def test_the_childs_page_shows_joint_assessments_only(school: School) -> None:
    settle(school, school.talk(Filippa="bekymret", Ella="trives"), outcome="opmaerksom")
    body = as_person(school.jonas).get(f"/boern/{school.children['Filippa'].ref}/").content.decode()
    section = body.split("Trivsel gennem runderne")[1].split("</section>")[0]
    assert "Opmærksom" in section
    assert "2.B" in section
    assert "Trivsel gennem runderne" not in (
        as_person(school.ulla).get(f"/boern/{school.children['Filippa'].ref}/").content.decode()
    )


def test_an_objection_goes_to_the_leader_and_back(school: School) -> None:
    school.open()
    assert as_person(school.jonas).post(of_child(school, "Ella", "indsigelse/"), {"words": "Nej tak"}).status_code == 302
    leader = as_person(school.ulla)
    path = of_child(school, "Ella", "indsigelse/afgoer/")
    body = leader.get(path).content.decode()
    assert "Nej tak" in body
    assert as_person(school.henrik).get(path).status_code == 404
    data = {"version": school.row("Ella").version, "event": "reject", "reason": "Opgaven følger af loven"}
    assert leader.post(path, data).status_code == 302
    assert school.row("Ella").objection == "rejected"


def test_a_switched_off_function_does_not_exist(school: School) -> None:
    group_round = school.open()
    Setting.objects.create(key="unit.functions", scope="skole", value=["guide"], valid_from=clock.today())
    assert as_person(school.jonas).get(of(group_round)).status_code == 404
    assert as_person(school.jonas).get("/runder/").status_code in (403, 404)

"""The start page: what comes first, whose names may stand there, and which page a role has."""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from vejviser.access.models import Relation
from vejviser.audit.models import LookChild
from vejviser.children.models import Child
from vejviser.desk.rules import home_of, part_of_day
from vejviser.desk.tests.house import House, door, page, statements
from vejviser.foundation import clock
from vejviser.organisation.models import Employment
from vejviser.worklist import kinds
from vejviser.worklist.actions import give
from vejviser.worklist.models import Task


@pytest.fixture(autouse=True)
def two_kinds() -> Iterator[None]:
    before = dict(kinds.kinds)
    kinds.offer(kinds.Kind("test.read", "Læs %(what)s", "Givet til dig", "Læs", by_hand=True))
    kinds.offer(kinds.Kind("test.deed", "Gør %(what)s", "Givet til dig", "Åbn"))
    yield
    kinds.kinds.clear()
    kinds.kinds.update(before)


def task(work: Employment, what: str, days: int = 0, child: Child | None = None, *, others: bool = False) -> Task:
    return give(
        to=work.person, kind="test.deed", source=uuid.uuid4(), link="/vejviser/", facts={"what": what},
        due=clock.today() + timedelta(days=days), child=child.ref if child else None, others_wait=others,
    )  # fmt: skip


def main(work: Employment, path: str = "/overblik/") -> str:
    return page(work, path).split("<main")[1]


def box(text: str) -> str:
    """The box of the next step."""
    return text.split('class="vj-next"')[1].split("</section>")[0]


def test_what_others_wait_for_stands_above_the_list(house: House) -> None:
    task(house.mette, "egen opgave", days=-4)
    task(house.mette, "svar til andre", child=house.alma, others=True)
    text = main(house.mette)
    assert "Alma: Gør svar til andre" in box(text)
    assert "4 dage over tid: aftal ny dato" in text


def test_a_quiet_day_names_the_next_date(house: House) -> None:
    task(house.mette, "runden", days=2)
    text = main(house.mette)
    assert "Ingen opgaver i dag" in text
    assert "torsdag 12. marts: Gør runden" in text


def test_five_tasks_stand_on_the_page_and_all_on_their_own(house: House) -> None:
    for number in range(9):
        task(house.mette, f"nr{number}", days=20 + number)
    text = main(house.mette)
    assert "Vis alle (9)" in text
    assert "nr4" in text
    assert "nr5" not in text
    assert "nr8" in main(house.mette, "/opgaver/")


def test_colleagues_tasks_are_not_mine(house: House) -> None:
    task(house.nadia, "nadias", child=house.otto)
    assert "nadias" not in main(house.mette) + main(house.mette, "/opgaver/") + main(house.henrik)


@pytest.mark.parametrize("path", ["/overblik/", "/opgaver/"])
def test_a_task_about_a_child_one_no_longer_sees_names_nobody_and_tells_nothing(house: House, path: str) -> None:
    task(house.mette, "noget om Alma", days=1, child=house.alma)
    assert "Alma" in main(house.mette, path)
    house.move_away(house.alma, 1)
    text = main(house.mette, path)
    assert "Alma" not in text
    assert "Gør …" in text
    assert ">Åbn<" not in text
    assert LookChild.objects.filter(child=house.alma.ref).count() == 1


def test_a_task_that_is_ticked_off_by_hand_has_a_button(house: House) -> None:
    one = give(to=house.mette.person, kind="test.read", source=uuid.uuid4(), link="/x/", facts={"what": "referat"})
    assert f'action="/opgaver/{one.ref}/faerdig/"' in main(house.mette)


def test_children_by_first_name_and_age_and_each_is_recorded(house: House) -> None:
    text = main(house.mette)
    assert "<strong>Alma</strong>, 5 år" in text
    assert "Vestergaard" not in text
    assert set(LookChild.objects.values_list("child", flat=True)) == {house.alma.ref, house.konrad.ref}


def test_five_children_by_name_though_many_matter(house: House) -> None:
    for name in ("Zoe", "Yasmin", "Bo", "Cille", "Dina", "Ellen"):
        child = house.child(name, "Prøve", house.sun)
        if name in {"Zoe", "Yasmin"}:
            task(house.mette, "noget", days=40, child=child)
    few = main(house.mette).split('id="few"')[1].split("</section>")[0]
    assert [name for name in ("Alma", "Bo", "Cille", "Dina", "Ellen", "Konrad", "Zoe") if name in few] == [
        "Alma", "Bo", "Cille", "Dina", "Ellen",
    ]  # fmt: skip


def test_the_batons_i_hold_stand_by_their_next_day_until_i_hold_them_no_more(house: House) -> None:
    house.log(house.mette, house.alma, days=14)
    house.log(house.mette, house.konrad, days=2)
    batons = main(house.mette).split('id="batons"')[1].split("</section>")[0]
    assert batons.index("12. marts") < batons.index("Konrad") < batons.index("24. marts") < batons.index("Alma")
    Relation.objects.update(capacity="")
    assert "Stafetter, jeg holder" not in main(house.mette)


def test_a_leader_sees_how_far_each_room_is_and_who_holds_which_baton(house: House) -> None:
    house.log(house.mette, house.alma, days=2)
    house.round(house.sun)
    house.round(house.clover, "reflecting")
    text = main(house.henrik)
    assert "Mette Prøve holder stafetten" in text
    assert "næste 12. marts" in text
    assert text.index("Solsikkerne") < text.index("Åben")
    assert "Taler sammen" in text
    assert not {"D3", "D10", "D13"} & {part.split('"')[0] for part in text.split('data-dc="')[1:]}


def test_another_leader_sees_nothing_of_the_house(house: House) -> None:
    house.log(house.mette, house.alma, days=2)
    house.round(house.sun)
    text = main(house.ulla)
    assert not [word for word in ("Alma", "Mette", "Solsikkerne") if word in text]


def test_a_leader_has_the_house_and_a_politician_what_comes(house: House) -> None:
    assert "/mit-hus/" in main(house.henrik)
    poul = page(house.poul, "/overblik/")
    assert "/boern/" not in poul
    assert "/soeg/" not in poul
    assert "Dine sider er på vej" in poul
    assert "Du har ingen ansættelse" in main(house.ole)


def test_the_menu_of_a_role(house: House) -> None:
    menu = page(house.mette, "/overblik/").split('class="mainmenu"')[1].split("</ul>")[0]
    assert menu.index("/overblik/") < menu.index("/vejviser/") < menu.index("/boern/")
    assert menu.count("<li") <= 7
    assert "/boern/" not in page(house.henrik, "/overblik/").split('class="mainmenu"')[1].split("</ul>")[0]


def test_the_start_page_keeps_the_budget_whatever_is_on_it(house: House) -> None:
    few = statements(house.mette, "/overblik/")
    house.log(house.mette, house.konrad, days=2)
    for number in range(30):
        task(house.mette, f"nr{number}", days=number, child=house.alma)
    assert len(statements(house.mette, "/overblik/")) <= len(few) <= 8


@pytest.mark.parametrize(
    ("roles", "home"),
    [({"paedagog"}, "staff"), ({"leder", "paedagog"}, "leader"), ({"politiker"}, "elsewhere"), (set(), "elsewhere")],
)
def test_the_home_of_a_role(roles: set[str], home: str) -> None:
    assert home_of(frozenset(roles), ("leder", "omraadeleder"), frozenset({"paedagog", "leder"})) == home


@pytest.mark.parametrize(("hour", "said"), [(6, "morning"), (9, "morning"), (10, "day"), (17, "day"), (18, "evening")])
def test_the_part_of_the_day(hour: int, said: str) -> None:
    assert part_of_day(hour) == said


def test_the_greeting_goes_by_the_local_clock(house: House) -> None:
    with clock.frozen(datetime(2026, 3, 10, 9, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))):
        assert "Godmorgen, Mette" in main(house.mette)


def test_visitors_sign_in_first(house: House) -> None:
    client = door(house.mette)
    client.post("/log-ud/")
    for path in ("/overblik/", "/opgaver/", "/boern/", "/soeg/", f"/boern/{house.alma.ref}/"):
        assert client.get(path).headers["Location"] == f"/log-ind/?next={path}"

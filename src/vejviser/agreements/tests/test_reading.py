"""Who reads agreements and goals: near misses only."""

import uuid
from datetime import date
from typing import Any

import pytest

from vejviser.access.permissions import see
from vejviser.accounts.models import Person
from vejviser.agreements import actions, goal_actions, queries
from vejviser.agreements.models import Agreement
from vejviser.agreements.permissions import agreement_read, agreement_write
from vejviser.agreements.rules import Answer
from vejviser.agreements.tests.conftest import House, work
from vejviser.foundation.results import NotVisible, RuleBroken
from vejviser.organisation.models import Assignment

FRIDAY = date(2026, 3, 13)


@pytest.fixture
def agreement(house: House) -> Agreement:
    return actions.make_agreement(
        by=house.mette,
        child=house.konrad,
        what="Vente",
        who=house.jens,
        due=FRIDAY,
        source_kind="log",
        source=uuid.uuid4(),
    )


@pytest.mark.parametrize(
    ("name", "reads"), [("mette", True), ("jens", True), ("nadia", False), ("ole", False), ("henrik", False)]
)
def test_who_reads_an_agreement(house: House, agreement: Agreement, name: str, reads: bool) -> None:
    person: Person = getattr(house, name)
    assert agreement_read.rows(person).filter(ref=agreement.ref).exists() is reads
    assert agreement_write.rows(person).filter(ref=agreement.ref).exists() is reads


def test_the_sentence_is_the_relation_s(house: House, agreement: Agreement) -> None:
    assert agreement_read.sentence(house.mette, agreement) == see(house.mette, house.konrad.ref).sentence
    with pytest.raises(NotVisible):
        agreement_read.sentence(house.nadia, agreement)


def test_the_leader_is_told_how_many_and_nothing_else(house: House, agreement: Agreement) -> None:
    sight = see(house.henrik, house.konrad.ref)
    assert queries.count_open(sight) == 1
    assert queries.of_child(sight) == []
    assert list(queries.goals(sight)) == []


def test_the_page_of_a_child_costs_one_query_for_all_that_asks(
    house: House, agreement: Agreement, django_assert_num_queries: Any
) -> None:
    sight = see(house.mette, house.konrad.ref)
    with django_assert_num_queries(1):
        assert queries.in_progress(sight) == queries.of_child(sight) == [agreement]


def test_whole_unit_staff_share_the_everyday_of_every_room(house: House) -> None:
    cook = work("Kim", house.unit, None)
    actions.make_agreement(
        by=house.mette, group=house.room, what="Ro", who="os", due=FRIDAY, source_kind="screening", source=uuid.uuid4()
    )
    assert not agreement_read.rows(cook).exists()
    Assignment.objects.create(employment=cook.employments.get(), unit=house.unit, source_id="whole")
    assert agreement_read.rows(cook).exists()


def test_goals_stand_in_the_family_s_order(house: House) -> None:
    first = goal_actions.set_goal(by=house.mette, child=house.konrad, words="Gode morgener", said_by="Mor")
    second = goal_actions.set_goal(by=house.mette, child=house.konrad, words="En ven", said_by="Konrad")
    sight = see(house.mette, house.konrad.ref)
    assert list(queries.goals(sight)) == [first, second]
    goal_actions.order_goals(by=house.mette, child=house.konrad, order=[second.ref, first.ref])
    assert list(queries.goals(sight)) == [second, first]
    with pytest.raises(RuleBroken, match="order_names_every_goal"):
        goal_actions.order_goals(by=house.mette, child=house.konrad, order=[second.ref, second.ref])
    second.refresh_from_db()
    goal_actions.reach_goal(by=house.mette, goal=second)
    assert list(queries.goals(sight)) == [first]


def test_answers_stand_as_they_were_given(house: House) -> None:
    goal = goal_actions.set_goal(by=house.mette, child=house.konrad, words="Gode morgener")
    goal_actions.rate(by=house.mette, goal=goal, answer=Answer("number", number=0), name="Far")
    goal_actions.rate(by=house.mette, goal=goal, answer=Answer("number", number=9, words="Godt"), person=house.jens)
    picture = Answer("picture", picture="sky_sol")
    goal_actions.rate(by=house.mette, goal=goal, answer=picture, name="Konrad", child_itself=True)
    [kept] = queries.goals(see(house.mette, house.konrad.ref))
    assert [(r.name, r.number, r.picture) for r in kept.ratings.all()] == [
        ("Far", 0, ""),
        ("Jens Test", 9, ""),
        ("Konrad", None, "sky_sol"),
    ]


def test_a_small_child_s_answer_is_never_a_number_and_every_answer_is_somebody_s(house: House) -> None:
    goal = goal_actions.set_goal(by=house.mette, child=house.konrad, words="Gode morgener")
    with pytest.raises(RuleBroken, match="small_children"):
        goal_actions.rate(by=house.mette, goal=goal, answer=Answer("number", number=3), name="Konrad", child_itself=True)
    with pytest.raises(RuleBroken, match="rating_needs_name"):
        goal_actions.rate(by=house.mette, goal=goal, answer=Answer("number", number=3))
    assert not goal.ratings.exists()


@pytest.mark.parametrize("name", ["nadia", "ole", "henrik"])
def test_goals_and_answers_need_the_right_to_write(house: House, name: str) -> None:
    goal = goal_actions.set_goal(by=house.mette, child=house.konrad, words="Gode morgener")
    person: Person = getattr(house, name)
    with pytest.raises(NotVisible):
        goal_actions.set_goal(by=person, child=house.konrad, words="Andet")
    with pytest.raises(NotVisible):
        goal_actions.rate(by=person, goal=goal, answer=Answer("skipped"), name="Mor")
    with pytest.raises(NotVisible):
        goal_actions.order_goals(by=person, child=house.konrad, order=[goal.ref])

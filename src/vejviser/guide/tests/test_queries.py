"""What other packages show of the guide; all of it is there before anything has been taken in."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from vejviser.guide import queries

pytestmark = pytest.mark.django_db


def test_the_act_today_box_has_the_duty_the_emergency_number_and_the_branch_for_violence() -> None:
    box = queries.act_today()

    assert box.duty.text.startswith("Kan barnet have behov for særlig støtte?")
    assert next(phone.number for phone in box.phones if phone.key == "112") == "112"
    assert "Tal ikke med forældrene først" in box.abuse.lead


@pytest.mark.parametrize(("band", "shown"), [("3-5", False), ("10-14", True), (None, True)])
def test_the_child_line_is_for_ages_that_call(band: str | None, shown: bool) -> None:
    keys = {phone.key for phone in queries.act_today(band).phones}

    assert ("boernetelefonen" in keys) == shown
    assert {"112", "familieraadgivning", "doegnvagt"} <= keys


def test_level_names_and_talk_guides_follow_the_readers_language() -> None:
    assert queries.level_names()[3] == "Bekymring"
    with override("en"):
        assert queries.level_names()[3] == "Concern"
        talk = queries.talk_guide("samtale_tolk")
    assert talk is not None
    assert talk.title == "Talking through an interpreter"
    assert queries.talk_guide("unknown") is None


def test_search_reads_the_edition_in_memory() -> None:
    assert queries.search("tisser i bukserne")[0].key == "b_toilet"


def test_a_visitor_has_no_sector_of_their_own() -> None:
    assert queries.usual_sector(AnonymousUser()) is None

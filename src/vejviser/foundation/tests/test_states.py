import pytest

from vejviser.foundation.results import RuleBroken
from vejviser.foundation.states import State, move

DOOR = {"open": State("walk", {"close": "closed"}), "closed": State("knock", {"open": "open"})}


def test_an_event_leads_to_the_state_of_the_table() -> None:
    assert move(DOOR, "open", "close") == "closed"


def test_an_event_that_is_not_in_the_table_is_refused_with_its_facts() -> None:
    with pytest.raises(RuleBroken) as broken:
        move(DOOR, "closed", "close")
    assert broken.value.code == "not_from_this_state"
    assert broken.value.facts == {"state": "closed", "event": "close"}

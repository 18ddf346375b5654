"""Which planned groups can be told about, who assesses them, and an invented story for each."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Q

from vejviser.accounts.models import Person
from vejviser.children.models import Custody
from vejviser.demo.history_invented import invent
from vejviser.demo.history_story import ChildStory, Days, RoundStory
from vejviser.demo.history_town import living
from vejviser.foundation import clock
from vejviser.organisation.models import Employment
from vejviser.screening.models import GroupRound, RoundChild
from vejviser.screening.queries.plan import naming
from vejviser.screening.queries.settings import required_assessors


@dataclass(frozen=True)
class Told:
    """A group's round with its story, its team by first name, its leader and its children."""

    group_round: GroupRound
    story: RoundStory
    team: list[Person]
    leader: Person
    rows: list[RoundChild]

    @property
    def pairs(self) -> Iterator[tuple[RoundChild, ChildStory]]:
        """Every child with its story."""
        return ((row, self.story.of(row.child_id)) for row in self.rows)


def tell(group_rounds: Collection[GroupRound], days: Days) -> list[Told]:
    """An invented story for each of the groups that have children, a leader and as many assessors as they need."""
    with living(days.opened):
        teams, leaders = _teams(group_rounds), _leaders(group_rounds)
    rows, family = _rows(group_rounds), _family(teams)
    found = []
    for one in group_rounds:
        team, leader, children = teams.get(one.group_id, []), leaders.get(one.group.unit_id), rows.get(one.pk, [])
        if leader and children and len(team) >= required_assessors(one.group.unit.kind):
            barred = {(child, place) for place, person in enumerate(team) for child in family.get(person.cpr_hash, ())}
            story = invent(f"{one.group.source_id} {one.round}", days, children, len(team), barred)
            found.append(Told(one, story, team, leader, children))
    return found


def _rows(group_rounds: Collection[GroupRound]) -> dict[int, list[RoundChild]]:
    """The children of each round."""
    found: dict[int, list[RoundChild]] = {}
    rows = RoundChild.objects.filter(group_round__in=group_rounds).select_related("child")
    for row in rows.order_by("child__name_sort"):
        found.setdefault(row.group_round_id, []).append(row)
    return found


def _teams(group_rounds: Collection[GroupRound]) -> dict[int, list[Person]]:
    """By group, who is named to assess it."""
    found: dict[int, dict[int, Person]] = {}
    for one in naming(group_rounds):
        found.setdefault(one.group_id or 0, {})[one.employment.person_id] = one.employment.person
    return {key: sorted(team.values(), key=lambda one: (one.first_name, one.last_name)) for key, team in found.items()}


def _leaders(group_rounds: Collection[GroupRound]) -> dict[int, Person]:
    """By unit, who leads it; the first employed of several."""
    today, units = clock.today(), {one.group.unit_id for one in group_rounds}
    works = Employment.objects.filter(Q(closes=None) | Q(closes__gte=today), role="leder", opens__lte=today, unit__in=units)
    return {one.unit_id: one.person for one in works.select_related("person").order_by("-pk")}


def _family(teams: dict[int, list[Person]]) -> dict[str, set[int]]:
    """By the hash of somebody's number, the children of their own family, whom they never assess."""
    numbers = {person.cpr_hash for team in teams.values() for person in team} - {""}
    found: dict[str, set[int]] = {}
    rows = Custody.objects.filter(guardian__cpr_hash__in=numbers).values_list("guardian__cpr_hash", "child")
    for number, child in rows:
        found.setdefault(number, set()).add(child)
    return found

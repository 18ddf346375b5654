"""The page of assessing: the children of a group with the person's own choices, and nobody else's."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import FilteredRelation, Q

from vejviser.access.models import Sight
from vejviser.access.permissions import ChildSight
from vejviser.access.queries import list_sights
from vejviser.access.rules import openings
from vejviser.accounts.models import Person
from vejviser.children.rules import age
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.screening import rules
from vejviser.screening.models import ChildWords, GroupRound, OwnAssessment, RoundChild
from vejviser.screening.permissions import Room
from vejviser.screening.queries.instruments import Instrument, instrument

UNDER = 2
# The person's own assessment, joined to the child's row.
OWN: str = "own"


@dataclass(frozen=True)
class Line:
    """One child on the page. `before` is empty until the person has chosen: what was chosen last must not lead."""

    sight: ChildSight
    row: RoundChild
    own: OwnAssessment | None

    @property
    def before(self) -> str:
        """The group's last joint assessment, once it may be shown."""
        return self.row.before if self.own else ""

    @property
    def answered(self) -> bool:
        """Whether nothing more is asked: a choice, or an objection that is being decided or was upheld."""
        return self.own is not None or self.row.objection in rules.OBJECTED

    @property
    def marked(self) -> list[tuple[str, list[str]]]:
        """What the person has marked, by dimension, in words."""
        return form_of(self.row).marked(self.own.statements) if self.own and self.own.statements else []

    @property
    def acute(self) -> bool:
        """Whether a marked statement means: act today."""
        return bool(self.own and form_of(self.row).acute & set(self.own.statements))


@dataclass(frozen=True)
class Progress:
    """How far one assessor is."""

    lines: list[Line]

    @property
    def done(self) -> int:
        return sum(line.answered for line in self.lines)

    @property
    def next(self) -> Line | None:
        """The first child still open."""
        return next((line for line in self.lines if not line.answered), None)

    def count(self, position: str) -> int:
        """How many children the person has given a position."""
        return sum(line.own is not None and line.own.position == position for line in self.lines)

    @property
    def not_assessed(self) -> int:
        return sum(line.answered and not (line.own and line.own.position) for line in self.lines)


def page(room: Room) -> Progress:
    """The children the person may assess, alphabetically; two queries."""
    sights = [one for one in list_sights(room.person, "D3", group=room.group_round.group_id) if may_write(one)]
    rows = {row.child_id: row for row in _rows(room, [sight.child.pk for sight in sights])}
    lines = [_line(sight, rows[sight.child.pk], room) for sight in sights if sight.child.pk in rows]
    return Progress(lines)


def line(sight: ChildSight, row: RoundChild) -> Line:
    """One child, with the person's own choice."""
    row.child = sight.child
    return Line(sight, row, own_of(sight.person, row))


def own_of(person: Person, row: RoundChild) -> OwnAssessment | None:
    """The person's own current assessment."""
    return OwnAssessment.objects.filter(row=row, assessor=person, current=True).first()


def words_of(row: RoundChild) -> dict[str, ChildWords]:
    """The child's own answers by question."""
    return {one.question: one for one in row.words.select_related("entered_by")}


def form_of(row: RoundChild) -> Instrument:
    """The form of the child's age on the round's first day. Raises RuleBroken for an age without one."""
    found = instrument(rules.age_band(row.child.birth_date, row.group_round.starts))
    if found is None:
        raise RuleBroken("no_form_for_age")
    return found


def may_write(sight: ChildSight) -> bool:
    """Whether the right to write positions holds for this child: health visitors assess under the age of 2."""
    when = sight.when("D3", "W")
    return "" in when or ("under_2" in when and age(sight.child.birth_date, clock.today()) < UNDER)


def unanswered(group_round: GroupRound, people: Iterable[int]) -> dict[int, set[int]]:
    """For each assessor not yet done: the rows without a choice.

    Nobody waits for a child whose family has objected, nor for an assessor who may not assess a child (their own family).
    """
    rows = group_round.children.filter(left_on=None).exclude(objection__in=rules.OBJECTED)
    child_of = dict(rows.values_list("pk", "child"))
    wanted = _may_assess(list(people), set(child_of.values()))
    answered: dict[int, set[int]] = {}
    for assessor, row in OwnAssessment.objects.filter(row__in=child_of, current=True).values_list("assessor", "row"):
        answered.setdefault(assessor, set()).add(row)
    left = {
        person: {row for row, child in child_of.items() if child in children} - answered.get(person, set())
        for person, children in wanted.items()
    }
    return {person: rest for person, rest in left.items() if rest}


def _may_assess(people: list[int], children: set[int]) -> dict[int, set[int]]:
    """By assessor, the children they may assess now."""
    rows = Sight.objects.filter(person__in=people, child__in=children, way__in=openings("D3", "W")).open()
    found: dict[int, set[int]] = {person: set() for person in people}
    for way in rows.select_related("child", "person"):
        if may_write(ChildSight(way.person, way.child, [way])):
            found[way.person_id].add(way.child_id)
    return found


def _rows(room: Room, children: list[int]) -> Iterable[RoundChild]:
    mine = Q(assessments__assessor=room.person, assessments__current=True)
    rows = RoundChild.objects.filter(group_round=room.group_round, child__in=children, left_on=None)
    return rows.annotate(**{OWN: FilteredRelation("assessments", condition=mine)}).select_related(OWN)


def _line(sight: ChildSight, row: RoundChild, room: Room) -> Line:
    row.child, row.group_round = sight.child, room.group_round
    own: OwnAssessment | None = getattr(row, OWN, None)
    return Line(sight, row, own)

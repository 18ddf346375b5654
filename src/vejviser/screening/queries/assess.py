"""The page of assessing: the children of a group with the person's own choices, and nobody else's."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Q, QuerySet

from vejviser.access.models import Sight
from vejviser.access.permissions import ChildSight, by_way
from vejviser.access.rules import openings
from vejviser.accounts.models import Person
from vejviser.children.rules import age
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.screening import rules, texts
from vejviser.screening.models import ChildWords, GroupRound, OwnAssessment, RoundChild
from vejviser.screening.permissions import Room
from vejviser.screening.queries.instruments import Instrument, Statement, instrument
from vejviser.ui.scales import POSITIONS, Position

UNDER = 2
# The person's own assessment, joined to the child's row.
OWN: str = "own"
# Encrypted and not shown here.
NOT_READ = ("child__cpr", "child__address")


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
    def answer(self) -> str:
        """The chosen position, "none" when it is settled that there is none, or nothing."""
        return (self.own and self.own.position) or ("none" if self.answered else "")

    @property
    def says_more(self) -> bool:
        """Whether a line stands under the child: a reason, statements or what works."""
        return bool(self.own and (self.own.reason or self.own.statements or self.own.works))

    @property
    def closed(self) -> bool:
        """Whether no position can be chosen: no notice yet, or the family has objected."""
        return self.row.notice_id is None or self.row.objection in rules.OBJECTED

    @property
    def reason_word(self) -> str:
        """Why the child is not assessed, in words."""
        return str(texts.NOT_ASSESSED.get(self.own.reason, "")) if self.own else ""

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
    def sights(self) -> list[ChildSight]:
        return [line.sight for line in self.lines]

    @property
    def done(self) -> int:
        return sum(line.answered for line in self.lines)

    @property
    def left(self) -> int:
        return len(self.lines) - self.done

    @property
    def next(self) -> Line | None:
        """The first child still open."""
        return next((line for line in self.lines if not line.answered), None)

    @property
    def counts(self) -> list[tuple[Position, int]]:
        """How many children the person has given each position."""
        chosen = [line.own.position for line in self.lines if line.own]
        return [(place, chosen.count(code)) for code, place in POSITIONS.items()]

    @property
    def not_assessed(self) -> int:
        return sum(line.answered and not (line.own and line.own.position) for line in self.lines)


@dataclass(frozen=True)
class Asked:
    """A question of the form and the child's answer, if there is one."""

    question: Statement
    kept: ChildWords | None


def page(room: Room) -> Progress:
    """The children the person may assess, alphabetically, each with the person's own choice; one query."""
    found: dict[int, Line] = {}
    for row in _rows(room):
        role, relation, basis = row.way.split(":")  # type: ignore[attr-defined]
        way = Sight(person=room.person, child=row.child, role=role, relation=relation, basis=basis, way=row.way)  # type: ignore[attr-defined]
        row.group_round = room.group_round
        line = found.setdefault(row.pk, Line(ChildSight(room.person, row.child), row, getattr(row, OWN, None)))
        line.sight.ways.append(way)
    return Progress([line for line in found.values() if may_write(line.sight)])


def line_of(sight: ChildSight, row: RoundChild) -> Line:
    """One child, with the person's own choice."""
    row.child = sight.child
    return Line(sight, row, own_of(sight.person, row))


def own_of(person: Person, row: RoundChild) -> OwnAssessment | None:
    """The person's own current assessment."""
    return OwnAssessment.objects.filter(row=row, assessor=person, current=True).first()


def words_of(row: RoundChild) -> list[Asked]:
    """The questions of the child's age, in the form's order, with the child's own answers."""
    kept = {one.question: one for one in row.words.select_related("entered_by")}
    return [Asked(question, kept.get(question.id)) for question in form_of(row).questions]


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


def _rows(room: Room) -> QuerySet[RoundChild]:
    """Each row once for every way by which the person may assess the child."""
    group = room.group_round.group
    mine = Q(assessments__assessor=room.person, assessments__current=True)
    may = by_way("child__sights__", room.person, "D3", "W")
    rows = RoundChild.objects.filter(may, group_round=room.group_round, left_on=None, child__sights__group=group)
    rows = rows.annotate(**{OWN: FilteredRelation("assessments", condition=mine), "way": F("child__sights__way")})
    return rows.select_related("child", OWN).defer(*NOT_READ).order_by("child__name_sort", "pk")

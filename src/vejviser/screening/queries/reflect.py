"""The talk: own assessments side by side, the joint one under them, and what is still missing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import QuerySet

from vejviser.access.permissions import ChildSight
from vejviser.access.queries import list_sights
from vejviser.accounts.models import Person
from vejviser.screening import rules, texts
from vejviser.screening.models import GroupRound, JointAssessment, OwnAssessment, Reflection, RoundChild
from vejviser.screening.permissions import Room
from vejviser.screening.queries.assess import form_of, may_write
from vejviser.screening.queries.instruments import Instrument, instrument
from vejviser.screening.rules import Change, NextStep


@dataclass(frozen=True)
class Card:
    """One child in the talk: everybody's own assessment, and the joint one as far as it has come."""

    row: RoundChild
    own: tuple[OwnAssessment, ...]
    joint: JointAssessment | None
    sight: ChildSight | None = None
    took_part: frozenset[int] = frozenset()

    @cached_property
    def positions(self) -> list[str]:
        """The positions chosen; a reason why not is none."""
        return [own.position for own in self.own if own.position]

    @property
    def differs(self) -> bool:
        """Whether the assessors see it differently. That is knowledge, not a fault."""
        return len(set(self.positions)) > 1

    @property
    def in_talk(self) -> bool:
        """Whether the group talks about the child: somebody is attentive or concerned, or it was brought in."""
        return rules.in_focus(self.positions) or (self.joint is not None and not self._settled_at_the_end)

    @property
    def _settled_at_the_end(self) -> bool:
        """All saw it alike, and nothing was written about it."""
        return self.row.group_round.state == "closed" and not self.joint_gaps and not (self.joint and self.joint.reason)

    @property
    def outcome(self) -> str:
        return self.joint.outcome if self.joint else ""

    @property
    def needs_step(self) -> bool:
        return rules.needs_next_step(self.outcome)

    @property
    def step(self) -> NextStep | None:
        """The next step as far as it is written."""
        one = self.joint
        return NextStep(one.step, one.step_owner_id is not None, one.step_by, one.waits) if one else None

    @property
    def joint_gaps(self) -> list[str]:
        """What the joint assessment lacks, as codes."""
        reason = self.joint.reason if self.joint else ""
        return rules.joint_gaps(self.outcome, reason, len(self.took_part), self.positions)

    @property
    def step_gaps(self) -> list[str]:
        """What the next step lacks, as codes; nothing when none is needed."""
        return rules.step_gaps(self.step) if self.needs_step else []

    @property
    def gaps(self) -> list[str]:
        """All that is missing before the talk can end."""
        return [*self.joint_gaps, *self.step_gaps]

    @property
    def missing(self) -> list[object]:
        """The same in words."""
        return [texts.GAPS[code] for code in self.gaps]

    @property
    def marked(self) -> list[tuple[Person, list[tuple[str, list[str]]], str]]:
        """By assessor: what was marked, by dimension, and what works."""
        form = form_of(self.row)
        return [(own.assessor, form.marked(own.statements), own.works) for own in self.own if own.statements or own.works]

    @property
    def acute(self) -> bool:
        """Whether somebody has marked a statement that means: act today."""
        acute = form_of(self.row).acute
        return any(acute & set(own.statements) for own in self.own)


@dataclass(frozen=True)
class Talk:
    """A group's talk. `cards` are all children in the order of the alphabet."""

    group_round: GroupRound
    reflection: Reflection
    cards: list[Card]
    assessors: tuple[Person, ...] = field(default=())

    @property
    def in_talk(self) -> list[Card]:
        return [card for card in self.cards if card.in_talk]

    @property
    def thriving(self) -> list[Card]:
        """Children whom everybody who assessed sees as thriving."""
        return [card for card in self.cards if not card.in_talk and card.positions]

    @property
    def not_assessed(self) -> list[Card]:
        return [card for card in self.cards if not card.in_talk and not card.positions]

    @property
    def named(self) -> list[Card]:
        """Whom the page names: those in the talk, and while it lasts those who may be brought into it."""
        return self.in_talk if self.group_round.state == "closed" else [*self.in_talk, *self.thriving]

    @property
    def assessed(self) -> int:
        return sum(bool(card.positions) for card in self.cards)

    @property
    def undecided(self) -> list[Card]:
        return [card for card in self.in_talk if card.joint_gaps]

    @property
    def without_step(self) -> list[Card]:
        return [card for card in self.in_talk if card.step_gaps]

    @property
    def change_gaps(self) -> list[str]:
        one = self.reflection
        return rules.change_gaps(Change(one.change, one.change_owner_id is not None, one.change_until))

    @property
    def ready(self) -> bool:
        """Whether the talk can end."""
        return not (self.undecided or self.without_step or self.change_gaps)

    @property
    def themes(self) -> list[tuple[str, int]]:
        """For each dimension of the forms, in their order: in how many children's assessments something is marked."""
        found: dict[str, int] = {}
        for card in self.in_talk:
            names = {name for _person, marked, _works in card.marked for name, _texts in marked}
            for dimension in form_of(card.row).dimensions:
                found[dimension.name] = found.get(dimension.name, 0) + (dimension.name in names)
        return [(name, count) for name, count in found.items() if count]

    @property
    def form(self) -> Instrument | None:
        """The form whose statements about ourselves the group answers: the youngest band among the children."""
        bands = {rules.age_band(card.row.child.birth_date, self.group_round.starts) for card in self.cards}
        return instrument(next((band for band in rules.AGE_BANDS if band in bands), None))


def talk(room: Room) -> Talk:
    """The talk as one of the assessors sees it: only children whom that person may read."""
    sights = {one.child.pk: one for one in list_sights(room.person, "D3", group=room.group_round.group_id)}
    rows = _rows(room.group_round).filter(child__in=[pk for pk, one in sights.items() if may_write(one)])
    everybody = Person.objects.filter(pk__in=[one.pk for one in room.assessors]).order_by("first_name", "last_name")
    return Talk(room.group_round, reflection_of(room.group_round), _cards(rows, room.group_round, sights), tuple(everybody))


def whole_talk(group_round: GroupRound) -> Talk:
    """All children of the group, for the actions that end the talk."""
    return Talk(group_round, reflection_of(group_round), _cards(_rows(group_round), group_round, {}))


def card(row: RoundChild) -> Card:
    """One child's card."""
    (found,) = _cards(RoundChild.objects.filter(pk=row.pk).select_related("child"), row.group_round, {})
    return found


def reflection_of(group_round: GroupRound) -> Reflection:
    """The group's talk, not yet saved when nobody has written."""
    found = Reflection.objects.filter(group_round=group_round).select_related("change_owner").first()
    return found or Reflection(group_round=group_round)


def _rows(group_round: GroupRound) -> QuerySet[RoundChild]:
    rows = RoundChild.objects.filter(group_round=group_round, left_on=None).exclude(objection="upheld")
    return rows.select_related("child").order_by("child__name_sort")


def _cards(rows: Iterable[RoundChild], group_round: GroupRound, sights: dict[int, ChildSight]) -> list[Card]:
    found = list(rows)
    own: dict[int, list[OwnAssessment]] = {}
    for one in (
        OwnAssessment.objects.filter(row__in=found, current=True)
        .select_related("assessor")
        .order_by("assessor__first_name", "assessor__pk")
    ):
        own.setdefault(one.row_id, []).append(one)
    joints = {
        one.row_id: one
        for one in JointAssessment.objects.filter(row__in=found).select_related("step_owner").prefetch_related("took_part")
    }
    for row in found:
        row.group_round = group_round
    return [_card(row, own.get(row.pk, []), joints.get(row.pk), sights.get(row.child_id)) for row in found]


def _card(row: RoundChild, own: list[OwnAssessment], joint: JointAssessment | None, sight: ChildSight | None) -> Card:
    took_part = frozenset(person.pk for person in joint.took_part.all()) if joint else frozenset()
    visible = [] if row.objection in rules.OBJECTED else own
    return Card(row, tuple(visible), joint, sight, took_part)

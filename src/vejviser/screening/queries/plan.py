"""The plan: which groups, whether they can open, and who is waited for. No child's name is read here."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from vejviser.accounts.models import Person
from vejviser.children.models import Custody
from vejviser.children.queries import open_enrolments
from vejviser.foundation import clock
from vejviser.organisation.models import Assignment, District, Employment, Group
from vejviser.organisation.queries import led_units, open_assignments
from vejviser.organisation.unit_texts import UNIT_NAMES
from vejviser.screening import rules, texts
from vejviser.screening.models import GroupRound, Notice, Round
from vejviser.screening.permissions import planned_groups, plans_all
from vejviser.screening.queries.settings import required_assessors
from vejviser.screening.rules import Readiness, language_code
from vejviser.ui.dates import in_words

HOLDS_CUSTODY = ("faelles", "ene")


@dataclass(frozen=True)
class PlanLine:
    """One group in the plan's table."""

    group_round: GroupRound
    readiness: Readiness
    bands: tuple[str, ...]
    waits: tuple[str, ...]
    notices: tuple[Notice, ...]

    @property
    def missing(self) -> list[object]:
        """Who is waited for, in words; the window's own first day is nobody's fault."""
        return [texts.WAITS[code] for code in self.waits if code != "window_not_begun"]

    @property
    def state(self) -> object:
        """The state in words."""
        return texts.STATES[self.group_round.state]

    @property
    def kind(self) -> object:
        """The kind of unit in words."""
        return UNIT_NAMES[self.group_round.group.unit.kind]

    @property
    def told(self) -> str:
        """How and when the parents were told."""
        today = clock.today()
        said = [f"{texts.CHANNELS[one.channel]} {in_words(one.sent_on, today)}" for one in self.notices]
        return ", ".join(said).lower()


def groups_for(person: Person, kinds: Collection[str], district: District | None, into: Round | None) -> QuerySet[Group]:
    """The groups of some kinds of units with children in them that are not yet in the round."""
    today = clock.today()
    found = Group.objects.filter(Q(closes=None) | Q(closes__gte=today), unit__kind__in=kinds, opens__lte=today)
    found = found.filter(pk__in=open_enrolments().values("group"))
    if not plans_all(person):
        found = found.filter(unit__in=led_units(person))
    if district is not None:
        found = found.filter(unit__district=district)
    return found.exclude(rounds__round=into) if into else found


def naming(group_rounds: "QuerySet[GroupRound] | Collection[GroupRound]") -> QuerySet[Assignment]:
    """Who is named to assess in these groups now."""
    groups = [row.group_id for row in group_rounds]
    return open_assignments().filter(group__in=groups, assesses=True).select_related("employment__person")


def assessors(group_round: GroupRound) -> list[Person]:
    """Everybody who is to assess the group, by first name."""
    people = {one.employment.person_id: one.employment.person for one in naming([group_round])}
    return sorted(people.values(), key=lambda person: (person.first_name, person.last_name))


def leaders(group_round: GroupRound) -> list[Person]:
    """Who leads the group's unit now."""
    today = clock.today()
    work = Employment.objects.filter(
        Q(closes=None) | Q(closes__gte=today), unit=group_round.group.unit, role="leder", opens__lte=today
    )
    return [one.person for one in work.select_related("person").order_by("pk")]


def readiness(group_round: GroupRound) -> Readiness:
    """What one group's round waits for."""
    return readinesses([group_round])[group_round.pk]


def readinesses(group_rounds: Collection[GroupRound]) -> dict[int, Readiness]:
    """The same for many groups, in two queries. A child whose family's objection was upheld is not waited for."""
    rows = GroupRound.objects.filter(pk__in=[row.pk for row in group_rounds]).annotate(
        children_count=Count("children", filter=_taking_part()),
        covered_count=Count("children", filter=_taking_part() & Q(children__notice__isnull=False)),
    )
    counts = {row.pk: (row.children_count, row.covered_count) for row in rows}
    named: dict[int, set[int]] = {}
    for one in naming(group_rounds):
        named.setdefault(one.group_id or 0, set()).add(one.employment.person_id)
    return {
        row.pk: Readiness(
            row.starts,
            *counts[row.pk],
            named=len(named.get(row.group_id, ())),
            required=required_assessors(row.group.unit.kind),
        )
        for row in group_rounds
    }


def lines(person: Person, round_: Round, **narrow: object) -> list[PlanLine]:
    """The plan's table: the groups of a round that the person plans, by unit and group."""
    rows = planned_groups(person).filter(round=round_, **narrow).order_by("group__unit__name", "group__name")
    return _lines(list(rows.prefetch_related("notices")))


def plan_line(group_round: GroupRound) -> PlanLine:
    """One group's line."""
    return _lines([group_round])[0]


def missing_languages(group_round: GroupRound) -> list[str]:
    """The languages spoken in the families not yet covered by a notice, as codes or as the roster writes them."""
    waiting = group_round.children.filter(notice=None, left_on=None).exclude(objection="upheld")
    spoken = family_languages(list(waiting.values_list("child", flat=True)))
    return sorted(set().union(*spoken.values())) if spoken else []


def _lines(group_rounds: list[GroupRound]) -> list[PlanLine]:
    ready, bands = readinesses(group_rounds), _bands(group_rounds)
    today = clock.today()
    return [
        PlanLine(
            row,
            ready[row.pk],
            bands[row.pk],
            tuple(rules.hindrances(ready[row.pk], today)) if row.state == "planned" else (),
            tuple(row.notices.all()),
        )
        for row in group_rounds
    ]


def family_languages(children: Collection[int]) -> dict[int, frozenset[str]]:
    """By child, the languages of the adults who hold custody now; Danish where none is noted."""
    today = clock.today()
    rows = Custody.objects.filter(
        Q(closes=None) | Q(closes__gte=today), child__in=children, kind__in=HOLDS_CUSTODY, opens__lte=today
    )
    found: dict[int, set[str]] = {}
    for child, language in rows.values_list("child", "guardian__language"):
        found.setdefault(child, set()).add(language_code(language))
    return {child: frozenset(spoken) for child, spoken in found.items()}


def _bands(group_rounds: Collection[GroupRound]) -> dict[int, tuple[str, ...]]:
    """The forms each group needs, youngest first."""
    starts = {row.pk: row.starts for row in group_rounds}
    found: dict[int, set[str]] = {pk: set() for pk in starts}
    rows = GroupRound.objects.filter(pk__in=starts).values_list("pk", "children__child__birth_date")
    for pk, born in rows:
        band = rules.age_band(born, starts[pk]) if born else None
        if band:
            found[pk].add(band)
    return {pk: tuple(band for band in rules.AGE_BANDS if band in bands) for pk, bands in found.items()}


def _taking_part() -> Q:
    return Q(children__left_on=None) & ~Q(children__objection="upheld")

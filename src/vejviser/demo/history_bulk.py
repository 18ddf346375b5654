"""Last year's rounds of groups that nobody of the cast belongs to, written in few statements.

The rows are those the actions write (a test holds them equal); left out are the finished tasks and the record of changes,
which tell what people did, and nobody did this.
"""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import F

from vejviser.accounts.models import Person
from vejviser.demo.history_bulk_ready import Told, tell
from vejviser.demo.history_bulk_talk import write_talks
from vejviser.demo.history_play import LANGUAGES
from vejviser.demo.history_story import NOTICE_TEXT, Days, Seen, statements
from vejviser.demo.history_town import living, moment
from vejviser.foundation import clock
from vejviser.screening import rules
from vejviser.screening.models import CurrentPosition, GroupRound, Notice, OwnAssessment, RoundChild
from vejviser.screening.queries.plan import family_languages

# How often the actions save such a row on its way from planned to closed, with a description, and to cancelled.
SAVED_UNTIL_CLOSED, SAVED_WHEN_DESCRIBED, SAVED_WHEN_CANCELLED = 3, 1, 1


@transaction.atomic
def write(group_rounds: Iterable[GroupRound], days: Days) -> None:
    """Invent a story for every planned group that can open, and write it; the others are called off."""
    rounds = list(group_rounds)
    told = tell(rounds, days)
    write_stories(told, days)
    ready = {one.group_round.pk for one in told}
    lacking = [one.pk for one in rounds if one.pk not in ready]
    RoundChild.objects.filter(group_round__in=lacking).delete()
    GroupRound.objects.filter(pk__in=lacking).update(state="cancelled", version=F("version") + SAVED_WHEN_CANCELLED)


def write_stories(told: Collection[Told], days: Days) -> None:
    """Write closed rounds from the notice to the promises that were kept."""
    with living(days.noticed):
        _write_notices(told)
    with living(days.assessed):
        _write_assessments(told)
    with living(days.talked, "13:00"):
        write_talks(told)
    _close(told, days)


def _write_notices(told: Iterable[Told]) -> None:
    """One to all, and a talk with the families who read none of its languages; beside them the position before."""
    rows = [row for one in told for row in one.rows]
    spoken = family_languages([row.child_id for row in rows])
    for one in told:
        others = {row.child_id for row in one.rows if not rules.covers(spoken.get(row.child_id, frozenset()), LANGUAGES)}
        to_all = Notice.objects.create(**_notice(one, "besked", LANGUAGES))
        languages = frozenset[str]().union(*(spoken[child] for child in others))
        in_a_talk = Notice.objects.create(**_notice(one, "samtale", languages)) if others else to_all
        for row in one.rows:
            row.notice = in_a_talk if row.child_id in others else to_all
    _remember_positions(told)
    RoundChild.objects.bulk_update(rows, ["notice", "before"], batch_size=200)


def _notice(one: Told, channel: str, languages: Iterable[str]) -> dict[str, object]:
    return {
        "group_round": one.group_round,
        "edition": NOTICE_TEXT,
        "channel": channel,
        "sent_on": clock.today(),
        "languages": sorted(languages),
        "by": one.leader.ref,
    }


def _remember_positions(told: Iterable[Told]) -> None:
    groups = [one.group_round.group_id for one in told]
    known = CurrentPosition.objects.filter(group__in=groups).values_list("group", "child", "outcome")
    before = {(group, child): outcome for group, child, outcome in known}
    for one in told:
        for row in one.rows:
            row.before = before.get((one.group_round.group_id, row.child_id), "")


def _write_assessments(told: Iterable[Told]) -> None:
    OwnAssessment.objects.bulk_create(
        _own(one, row, person, seen)
        for one in told
        for row, story in one.pairs
        for place, person in enumerate(one.team)
        if (seen := story.by(place)) is not None
    )


def _own(one: Told, row: RoundChild, person: Person, seen: Seen) -> OwnAssessment:
    return OwnAssessment(
        row=row,
        assessor=person,
        position="" if seen.reason else seen.position,
        reason=seen.reason,
        statements=statements(rules.age_band(row.child.birth_date, one.group_round.starts), seen),
        works=seen.works,
        chosen_at=clock.now(),
        version=1 + SAVED_WHEN_DESCRIBED * seen.is_described,
    )


def _close(told: Iterable[Told], days: Days) -> None:
    talked = moment(days.talked, "13:00")
    GroupRound.objects.filter(pk__in=[one.group_round.pk for one in told]).update(
        state="closed",
        opened_at=moment(days.opened, "07:00"),
        revealed_at=talked,
        closed_at=talked,
        version=F("version") + SAVED_UNTIL_CLOSED,
    )

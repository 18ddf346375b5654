"""A group's round lived through the actions: told, assessed, talked about, and kept."""

from collections.abc import Callable
from uuid import UUID

from django.db.models import QuerySet

from vejviser.accounts.models import Person
from vejviser.agreements.actions import finish_agreement
from vejviser.agreements.models import Agreement
from vejviser.demo.history_story import NOTICE_TEXT, Decided, RoundStory, Seen, statements
from vejviser.demo.history_town import living
from vejviser.foundation import clock
from vejviser.screening import rules
from vejviser.screening.actions.assess import Choice, choose, describe, finish_own, reveal
from vejviser.screening.actions.families import note_parent_talk
from vejviser.screening.actions.plan import give_notice, open_if_ready
from vejviser.screening.actions.reflect import GroupTalk, Joint, finish_talk, save_group_talk, save_joint
from vejviser.screening.models import GroupRound, JointAssessment, Reflection, RoundChild
from vejviser.screening.queries.assess import unanswered
from vejviser.screening.queries.plan import assessors, leaders, missing_languages

GLAD = "Det er vi glade for."
LANGUAGES = tuple(sorted(rules.LANGUAGES.values()))


def play(group_round: GroupRound, story: RoundStory) -> None:
    """From the notice to the last agreement that was kept."""
    days = story.days
    with living(days.noticed):
        tell_parents(group_round)
    with living(days.opened, "07:00"):
        open_if_ready(fresh(group_round))
    with living(days.assessed):
        for place, person in enumerate(assessors(group_round)):
            assess(group_round, person, story.seen_from(place))
            finish_own(by=person, group_round=fresh(group_round))
    with living(days.talked, "13:00"):
        talk(group_round, story)
    with living(days.parents, "15:00"):
        _talk_with_parents(group_round, story)
    _keep_promises(group_round, story)


def tell_parents(group_round: GroupRound, channel: str = "besked") -> None:
    """The notice goes out today; families who read none of its languages are told in a talk."""
    leader = leaders(group_round)[0]
    _tell(leader, group_round, channel, LANGUAGES)
    others = missing_languages(group_round)
    if others:
        _tell(leader, group_round, "samtale", tuple(others))


def assess(group_round: GroupRound, by: Person, seen: Callable[[int], Seen | None]) -> None:
    """One assessor's choices, child by child, by primary key; None leaves a child out, and so does their own family."""
    may_assess = unanswered(group_round, [by.pk]).get(by.pk, set())
    for row in rows_of(group_round).filter(pk__in=may_assess):
        one = seen(row.child_id)
        if one is not None:
            _choose(by, row, one)


def talk(group_round: GroupRound, story: RoundStory) -> None:
    """Lay it side by side, choose together, and end with agreements."""
    team = assessors(group_round)
    reveal(by=team[0], group_round=fresh(group_round))
    written = GroupTalk({}, "", story.change, team[-1], story.change_until)
    save_group_talk(by=team[0], group_round=group_round, written=written, seen=0)
    for row in rows_of(group_round):
        decided = story.of(row.child_id).decided
        if decided is not None:
            save_joint(by=team[0], row=row, written=_joint(story, decided, team), seen=0)
    finish_talk(by=team[0], group_round=group_round)


def rows_of(group_round: GroupRound) -> QuerySet[RoundChild]:
    """The children who take part, alphabetically."""
    rows = RoundChild.objects.filter(group_round=group_round, left_on=None).select_related("child", "group_round")
    return rows.order_by("child__name_sort")


def fresh(group_round: GroupRound) -> GroupRound:
    """The group's round as it stands."""
    return GroupRound.objects.select_related("round", "group__unit").get(pk=group_round.pk)


def _tell(by: Person, group_round: GroupRound, channel: str, languages: tuple[str, ...]) -> None:
    told = fresh(group_round)
    give_notice(by=by, group_round=told, text=NOTICE_TEXT, channel=channel, sent_on=clock.today(), languages=languages)


def _choose(by: Person, row: RoundChild, seen: Seen) -> None:
    choice = Choice(reason=seen.reason) if seen.reason else Choice(position=seen.position)
    own = choose(by=by, row=row, choice=choice).own
    if own is not None and seen.is_described:
        marked = statements(rules.age_band(row.child.birth_date, row.group_round.starts), seen)
        describe(by=by, row=row, statements=marked, works=seen.works, seen=own.version)


def _joint(story: RoundStory, decided: Decided, team: list[Person]) -> Joint:
    owner, until = (team[decided.owner], story.step_by(decided)) if decided.step else (None, None)
    return Joint(decided.outcome, decided.reason, team, decided.step, owner, until, decided.waits)


def _talk_with_parents(group_round: GroupRound, story: RoundStory) -> None:
    team = assessors(group_round)
    for row in rows_of(group_round).select_related("joint__step_owner").filter(joint__isnull=False):
        decided, joint = story.of(row.child_id).decided, row.joint
        if rules.talk_with_parents(joint.outcome, row.before):
            view = decided.parents if decided else GLAD
            note_parent_talk(by=joint.step_owner or team[0], row=row, talked_on=clock.today(), parents_view=view)


def _keep_promises(group_round: GroupRound, story: RoundStory) -> None:
    for joint in JointAssessment.objects.filter(row__group_round=group_round).select_related("row"):
        decided = story.of(joint.row.child_id).decided
        if decided and decided.came:
            _finish(joint.ref, decided.came)
    if story.change_came:
        _finish(Reflection.objects.get(group_round=group_round).ref, story.change_came)


def _finish(source: UUID, came: str) -> None:
    """Whoever promised says on the last day what came of it."""
    agreement = Agreement.objects.select_related("owner", "child", "group").get(source=source)
    if agreement.owner:
        with living(agreement.by_when, "14:00"):
            finish_agreement(by=agreement.owner, agreement=agreement, outcome=came)

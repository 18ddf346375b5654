"""Two rounds of well-being in the cast's groups: autumn from notice to agreements, spring on its way."""

from collections.abc import Mapping

from vejviser.accounts.models import Person
from vejviser.agreements.actions import finish_agreement
from vejviser.agreements.models import Agreement
from vejviser.demo.history_town import Town
from vejviser.screening import rules
from vejviser.screening.actions.assess import Choice, choose, describe, finish_own, reveal
from vejviser.screening.actions.families import note_parent_talk
from vejviser.screening.actions.plan import give_notice, open_if_ready, plan_round
from vejviser.screening.actions.reflect import GroupTalk, Joint, finish_talk, save_group_talk, save_joint
from vejviser.screening.models import GroupRound, Round, RoundChild
from vejviser.screening.queries.assess import form_of
from vejviser.screening.queries.plan import assessors, family_languages, leaders
from vejviser.screening.queries.reflect import whole_talk

NOTICE = "2026-1"
KINDS = {"solsikkerne": "boernehave", "2b": "skole"}
LANGUAGES = tuple(rules.LANGUAGES)
# Child → the position by each assessor, in the order of their first names; everybody else thrives in both eyes.
Seen = Mapping[str, tuple[str, ...]]
AUTUMN: dict[str, Seen] = {
    "solsikkerne": {"alma": ("opmaerksom", "opmaerksom")},
    "2b": {
        "amira": ("opmaerksom", "opmaerksom"),
        "filippa": ("opmaerksom", "trives"),
        "karla": ("trives", "opmaerksom"),
    },
}
SPRING: dict[str, Seen] = {
    "solsikkerne": {"alma": ("opmaerksom", "bekymret"), "viggo": ("opmaerksom", "trives")},
    "2b": {"anton": ("opmaerksom", "trives"), "filippa": ("bekymret", "opmaerksom"), "karla": ("opmaerksom", "trives")},
}
WORKS = "Leg i en lille gruppe og en fast voksen ved lågen."
JONAS_HAS_DONE = 20


def write(town: Town) -> None:
    """Autumn is closed; in spring Solsikkerne is ready to talk and Jonas has five children left in 2.B."""
    with town.on("2025-09-29"):
        autumn = _plan(town, "Efterår 2025", "2025-10-27", "2025-11-14")
    for group, seen in AUTUMN.items():
        _autumn(town, _in_round(autumn, group), seen)
    with town.on("2026-02-02"):
        spring = _plan(town, "Forår 2026", "2026-03-02", "2026-03-20")
    for group, seen in SPRING.items():
        _spring(town, _in_round(spring, group), seen)


def _plan(town: Town, name: str, starts: str, due: str) -> Round:
    row = None
    for group, kind in KINDS.items():
        district = town.group(group).unit.district
        row = plan_round(
            by=town.person("ib"), name=name, starts=town.at(starts), due=town.at(due), kinds=[kind], district=district, into=row
        )
    assert row is not None
    return row


def _in_round(row: Round, group: str) -> GroupRound:
    return GroupRound.objects.select_related("round", "group__unit").get(round=row, group__source_id=f"group-{group}")


def _fresh(one: GroupRound) -> GroupRound:
    return GroupRound.objects.select_related("round", "group__unit").get(pk=one.pk)


def _tell_parents(one: GroupRound, town: Town, day: str) -> None:
    """The notice goes to all; families who read none of its languages are told in a talk."""
    with town.on(day) as sent:
        leader = Person.objects.get(pk=leaders(one)[0].pk)
        give_notice(by=leader, group_round=one, text=NOTICE, channel="besked", sent_on=sent, languages=LANGUAGES)
        waiting = list(RoundChild.objects.filter(group_round=one, notice=None).values_list("child", flat=True))
        spoken = sorted(set().union(*family_languages(waiting).values()))
        if spoken:
            give_notice(by=leader, group_round=one, text=NOTICE, channel="samtale", sent_on=sent, languages=spoken)


def _assess(one: GroupRound, by: Person, place: int, seen: Seen, most: int = 99) -> None:
    rows = RoundChild.objects.filter(group_round=one, left_on=None).select_related("child", "group_round")
    for row in rows.order_by("child__name_sort")[:most]:
        positions = seen.get(row.child.source_id.removeprefix("child-"), ())
        position = positions[place] if place < len(positions) else "trives"
        line = choose(by=by, row=row, choice=Choice(position=position))
        if position in rules.FOCUS and line.own:
            marked = f"{form_of(row).band}.social.{position}.1"
            describe(by=by, row=row, statements=[marked], works=WORKS, seen=line.own.version)


def _autumn(town: Town, one: GroupRound, seen: Seen) -> None:
    _tell_parents(one, town, "2025-10-06")
    with town.on("2025-10-27"):
        _open(one)
    with town.on("2025-11-10"):
        team = assessors(_fresh(one))
        for place, person in enumerate(team):
            _assess(_fresh(one), person, place, seen)
            finish_own(by=person, group_round=_fresh(one))
    with town.on("2025-11-20", "13:00"):
        _talk(town, one, team)
    with town.on("2025-11-24", "15:00") as day:
        for row in RoundChild.objects.filter(group_round=one, joint__outcome__in=rules.FOCUS).select_related("child"):
            note_parent_talk(by=team[0], row=row, talked_on=day, parents_view="Vi kan godt genkende det og vil gerne være med.")
    with town.on("2025-12-03", "15:00"):
        _keep_promises(town, team)


def _talk(town: Town, one: GroupRound, team: list[Person]) -> None:
    by, until = team[0], town.at("2025-12-03")
    reveal(by=by, group_round=_fresh(one))
    talk = whole_talk(_fresh(one))
    written = GroupTalk({}, "Vi så først på morgenerne og overgangene.", "En fast plan for afleveringen", by, until)
    save_group_talk(by=by, group_round=_fresh(one), written=written, seen=talk.reflection.version)
    for card in talk.in_talk:
        why = "Vi så det samme flere dage i træk."
        joint = Joint("opmaerksom", why, team, "Makker til samlingen hver dag", team[-1], until)
        save_joint(by=by, row=card.row, written=joint, seen=0)
    finish_talk(by=by, group_round=_fresh(one))


def _keep_promises(town: Town, team: list[Person]) -> None:
    for agreement in Agreement.objects.filter(source_kind="screening", owner__in=team, state="open"):
        finish_agreement(by=team[0], agreement=agreement, seen=agreement.version)


def _spring(town: Town, one: GroupRound, seen: Seen) -> None:
    _tell_parents(one, town, "2026-02-09")
    with town.on("2026-03-02"):
        _open(one)
    is_class = one.group.source_id == "group-2b"
    with town.on("2026-03-09"):
        team = assessors(_fresh(one))
        for place, person in enumerate(team):
            unfinished = is_class and person == town.person("jonas")
            _assess(_fresh(one), person, place, seen, JONAS_HAS_DONE if unfinished else 99)
            if not unfinished:
                finish_own(by=person, group_round=_fresh(one))


def _open(one: GroupRound) -> None:
    assert open_if_ready(_fresh(one)), f"{one.group} could not open"

"""This spring's round: begun in the schools of Vest and in Mælkebøtten, on its way everywhere else."""

from collections.abc import Iterable

from vejviser.demo.history_play import assess, fresh, rows_of, tell_parents
from vejviser.demo.history_story import NOTICE_TEXT, THRIVES, Seen
from vejviser.demo.history_town import Town
from vejviser.organisation.models import District
from vejviser.screening.actions.assess import finish_own, reveal
from vejviser.screening.actions.families import object_to_round
from vejviser.screening.actions.plan import give_notice, open_if_ready, plan_round
from vejviser.screening.models import GroupRound, Round, RoundChild
from vejviser.screening.queries.plan import assessors, groups_for

NAME = "Forår 2026"
SCHOOL, DAY_CARE, ALL_DAY_CARE = ("skole", "sfo"), ("boernehave", "vuggestue"), ("dagpleje", "vuggestue", "boernehave")
WITHOUT_NOTICE = 2
"""Houses of Vest whose parents have not been told yet."""
FILIPPA = Seen("bekymret", ("kognitiv.bekymret.1", "social.bekymret.2"))
ALONE = Seen("opmaerksom", ("social.opmaerksom.1",))
PARTNER = Seen("opmaerksom", ("kognitiv.opmaerksom.1",), "Makker ved bordet.")
AWAY = Seen(reason="fravaer")
STUCK = Seen("opmaerksom", ("kognitiv.opmaerksom.2",))
JONAS = {"filippa": FILIPPA, "anton": PARTNER, "karla": ALONE, "malik": AWAY}
JONAS_LACKS = ("sofus", "tilde", "viktor", "yasmin", "zeynep")
PIA = {"filippa": STUCK, "anton": PARTNER, "viktor": PARTNER, "malik": AWAY}
JENS = {
    "alma": Seen("opmaerksom", ("psykisk_emotionel.opmaerksom.1",), "En fast voksen ved lågen."),
    "konrad": STUCK,
}
METTE = {
    "alma": Seen(
        "opmaerksom", ("social.opmaerksom.1", "psykisk_emotionel.opmaerksom.1"), "Når vi er få, bygger hun med Ingrid."
    ),
    "konrad": Seen("opmaerksom", ("kognitiv.opmaerksom.2",), "Billeder ved garderoben."),
}
METTE_LACKS = ("nohr", "omar", "otto", "saga", "viggo", "vilma", "luna")
OBJECTS = "theo"
IN_THE_CLUB = {"filippa": ALONE}


def write(town: Town) -> None:
    """From the plan in January to where everybody is on the day."""
    made = _plan(town)
    _tell(town, made)
    with town.on("2026-03-02", "07:00"):
        for group_round in GroupRound.objects.filter(round=made, state="planned", starts__lte=town.at("2026-03-02")):
            open_if_ready(fresh(group_round))
    _solsikkerne(town, _of(made, "solsikkerne"))
    _class(town, _of(made, "2b"))
    _after_school(town, _of(made, "2b-sfo"))


def _plan(town: Town) -> Round:
    """The trial team begins; each kind of unit follows in its own time."""
    birgitte, vest = town.person("birgitte"), District.objects.get(name="Vest")
    with town.on("2026-01-26", "09:30"):
        made = plan_round(
            by=birgitte, name=NAME, starts=town.at("2026-03-02"), due=town.at("2026-03-31"), kinds=SCHOOL, district=vest
        )
        for by, kinds, district, starts, due in (
            (town.person("henrik"), ("boernehave",), None, "2026-03-02", "2026-03-12"),
            (birgitte, DAY_CARE, vest, "2026-03-16", "2026-04-17"),
            (birgitte, SCHOOL, None, "2026-04-07", "2026-04-30"),
            (birgitte, ALL_DAY_CARE, None, "2026-05-04", "2026-05-29"),
        ):
            if groups_for(by, kinds, district, made).exists():
                plan_round(
                    by=by, name=NAME, starts=town.at(starts), due=town.at(due), kinds=kinds, district=district, into=made
                )
    return made


def _tell(town: Town, made: Round) -> None:
    """Schools first; in Mælkebøtten one room on paper; Humlebierne's families only in Danish so far."""
    here = GroupRound.objects.filter(round=made, group__unit__district__name="Vest").order_by("group__unit__name", "pk")
    own = {key: _of(made, key) for key in ("solsikkerne", "kloeverne", "humlebierne")}
    others = here.exclude(pk__in=[one.pk for one in own.values()])
    _tell_all(town, "2026-02-12", others.filter(group__unit__kind__in=SCHOOL))
    with town.on("2026-02-16"):
        tell_parents(own["solsikkerne"], "papir")
    houses = others.filter(group__unit__kind__in=DAY_CARE)
    _tell_all(town, "2026-03-02", [*list(houses)[WITHOUT_NOTICE:], own["kloeverne"]])
    with town.on("2026-03-02", "11:00") as today:
        give_notice(
            by=town.person("henrik"), group_round=own["humlebierne"], text=NOTICE_TEXT, channel="besked", sent_on=today,
            languages=("da",),
        )  # fmt: skip


def _tell_all(town: Town, day: str, group_rounds: Iterable[GroupRound]) -> None:
    with town.on(day):
        for group_round in group_rounds:
            tell_parents(fresh(group_round))


def _solsikkerne(town: Town, group_round: GroupRound) -> None:
    """Jens is finished; Mette has seven children left, and one family objects."""
    with town.on("2026-03-05", "12:30"):
        _assess(town, group_round, "jens", JENS)
        finish_own(by=town.person("jens"), group_round=group_round)
    with town.on("2026-03-09", "12:30"):
        words = "Vi vil ikke have, at Theo bliver vurderet. Vi taler hellere selv med jer."
        object_to_round(by=town.person("mette"), row=_row(town, group_round, OBJECTS), words=words)
        _assess(town, group_round, "mette", METTE, (*METTE_LACKS, OBJECTS))


def _class(town: Town, group_round: GroupRound) -> None:
    """Pia is finished; Jonas has five children left."""
    with town.on("2026-03-06", "13:30"):
        _assess(town, group_round, "pia", PIA)
        finish_own(by=town.person("pia"), group_round=group_round)
    with town.on("2026-03-09", "14:10"):
        _assess(town, group_round, "jonas", JONAS, JONAS_LACKS)


def _after_school(town: Town, group_round: GroupRound) -> None:
    """Everybody in 2.B SFO is finished, and they are about to talk."""
    with town.on("2026-03-05", "15:30"):
        for person in assessors(group_round):
            _assess(town, group_round, person.source_id.removeprefix("emp-"), IN_THE_CLUB)
            finish_own(by=person, group_round=group_round)
    with town.on("2026-03-09", "09:00"):
        reveal(by=town.person("pia"), group_round=fresh(group_round))


def _assess(town: Town, group_round: GroupRound, by: str, seen: dict[str, Seen], without: tuple[str, ...] = ()) -> None:
    chosen = {town.child(key).pk: one for key, one in seen.items()}
    left = {town.child(key).pk for key in without}
    assess(group_round, town.person(by), lambda child: None if child in left else chosen.get(child, THRIVES))


def _row(town: Town, group_round: GroupRound, child: str) -> RoundChild:
    return rows_of(group_round).get(child=town.child(child))


def _of(made: Round, key: str) -> GroupRound:
    return GroupRound.objects.select_related("round", "group__unit").get(round=made, group__source_id=f"group-{key}")

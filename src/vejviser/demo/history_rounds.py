"""The rounds of well-being: two of last year for everybody, and this spring's, which the cast is in the middle of."""

from vejviser.demo import history_bulk, history_rounds_cast
from vejviser.demo.history_play import play
from vejviser.demo.history_story import Days
from vejviser.demo.history_town import Town
from vejviser.screening.actions.plan import plan_round
from vejviser.screening.models import GroupRound, Round

EVERYBODY = ("dagpleje", "vuggestue", "boernehave", "sfo", "skole")


def write(town: Town) -> None:
    """Spring and autumn of last year."""
    spring = Days(*map(town.at, ("2025-02-10", "2025-03-03", "2025-03-11", "2025-03-18", "2025-03-25")))
    autumn = Days(*map(town.at, ("2025-10-13", "2025-11-10", "2025-11-14", "2025-11-20", "2025-11-24")))
    _round(town, "Forår 2025", "2025-01-20", spring, "2025-03-28")
    _round(town, "Efterår 2025", "2025-09-22", autumn, "2025-11-28")


def _round(town: Town, name: str, planned: str, days: Days, due: str) -> None:
    """The cast's groups live it; the others have it written."""
    with town.on(planned):
        made = plan_round(by=town.person("birgitte"), name=name, starts=days.opened, due=town.at(due), kinds=EVERYBODY)
    stories = history_rounds_cast.stories(town, name, days)
    for key, story in stories.items():
        play(_of(made, key), story)
    others = GroupRound.objects.filter(round=made, state="planned").select_related("round", "group__unit")
    history_bulk.write(others, days)


def _of(made: Round, key: str) -> GroupRound:
    return GroupRound.objects.select_related("round", "group__unit").get(round=made, group__source_id=f"group-{key}")

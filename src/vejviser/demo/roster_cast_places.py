"""The houses and rooms that the cast's stories happen in; every other part of the demo finds them by these ids."""

from typing import NamedTuple

from vejviser.demo.roster_places import Places
from vejviser.demo.roster_settle import Reserved
from vejviser.demo.roster_world import World

TOWN_HALL = "Børn og Unge, Fjordlund Kommune"

UNITS = {
    "maelkeboetten": ("Børnehuset Mælkebøtten", "børnehave", "Vest"),
    "soevangskolen": ("Søvangskolen", "skole", "Vest"),
    "soevangskolens-sfo": ("Søvangskolens SFO", "SFO", "Vest"),
    "aabrinkskolen": ("Åbrinkskolen", "skole", "Øst"),
    "klub-fyret": ("Klub Fyret", "klub", "Vest"),
    "dagplejen-vest": ("Dagplejen Vest", "dagpleje", "Vest"),
    "sundhedsplejen-vest": ("Sundhedsplejen Vest", "sundhedspleje", "Vest"),
    "ppr": ("PPR", "ppr", ""),
    "familieraadgivningen": ("Familierådgivningen", "familierådgivning", ""),
    "boern-og-unge": (TOWN_HALL, "familierådgivning", ""),
    "springbraet": ("Foreningen Springbræt", "ekstern udfører", ""),
}
"""key → name, type, district; the id is `unit-<key>`."""


class CastGroup(NamedTuple):
    """A group of the cast. `closed`: nobody is placed there but `size` children of a `stage`."""

    key: str
    unit: str
    name: str
    kind: str
    level: int | None = None
    stage: str = ""
    size: int = 0
    closed: bool = True


GROUPS = (
    CastGroup("solsikkerne", "maelkeboetten", "Solsikkerne", "stue"),
    CastGroup("kloeverne", "maelkeboetten", "Kløverne", "stue", stage="børnehave", size=20),
    CastGroup("humlebierne", "maelkeboetten", "Humlebierne", "stue", stage="vuggestue", size=14),
    CastGroup("2b", "soevangskolen", "2.B", "klasse", level=2),
    CastGroup("2b-sfo", "soevangskolens-sfo", "2.B SFO", "sfo", level=2),
    CastGroup("9a", "soevangskolen", "9.A", "klasse", level=9, closed=False),
    CastGroup("fyret-unge", "klub-fyret", "Ungegruppen", "hold", closed=False),
    CastGroup("gitte", "dagplejen-vest", "Gitte Olsen", "dagplejer", stage="dagpleje", size=4),
)
"""The id is `group-<key>`."""


def build(world: World, places: Places) -> list[Reserved]:
    """Make the cast's units and groups; give back those that other children are not placed in by themselves."""
    for key, (name, kind, district) in UNITS.items():
        places.unit(name, kind, district, key=key, authority=name if kind == "ekstern udfører" else "")
    reserved = []
    for wanted in GROUPS:
        opens = None if wanted.level is None else world.class_start(wanted.level)
        unit = places.units[f"unit-{wanted.unit}"]
        group = places.group(unit, wanted.name, wanted.kind, opens, key=wanted.key)
        if wanted.closed:
            reserved.append(Reserved(group, wanted.stage, wanted.size))
    return reserved

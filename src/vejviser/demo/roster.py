"""Fjordlund Kommune as roster files: invented from the first row to the last, the same for the same day and seed."""

from datetime import date
from pathlib import Path
from random import Random

from vejviser.demo import roster_cast_places, roster_cast_staff, roster_write
from vejviser.demo.roster_cast_families import CastFamilies
from vejviser.demo.roster_families import DISTRICTS, Families
from vejviser.demo.roster_places import Places
from vejviser.demo.roster_settle import Settler
from vejviser.demo.roster_staff import Staffer
from vejviser.demo.roster_world import World


def write_roster(folder: Path, day: date, children: int = 8_500, seed: int = 2026) -> list[Path]:
    """Write the seven files of a municipality with about that many children, as it is on `day`; give back their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return roster_write.write(make_world(day, children, seed), folder)


def make_world(day: date, children: int, seed: int) -> World:
    """The municipality itself: the cast first, then districts with the children that are still missing, then the staff."""
    world = World(day, Random(f"{seed} {children}"))  # noqa: S311
    places, families = Places(world), Families(world)
    settler = Settler(world, places, roster_cast_places.build(world, places))
    roster_cast_staff.build(world, places)
    CastFamilies(world, families).build()
    missing = max(0, children - len(world.children))
    for number, district in enumerate(DISTRICTS):
        share = missing * (number + 1) // len(DISTRICTS) - missing * number // len(DISTRICTS)
        settler.settle(district, families.populate(district, share))
    Staffer(world, places, children).build()
    return world

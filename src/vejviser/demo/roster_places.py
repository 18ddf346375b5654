"""Units and groups of Fjordlund: the ones everybody knows by name, and as many more as the children need."""

from collections.abc import Iterator
from datetime import date

from vejviser.children.rules import fold
from vejviser.demo.roster_names import words
from vejviser.demo.roster_world import Group, Unit, World

CARE = "Børn og skole"
AUTHORITIES = {
    "sundhedspleje": "Sundhed", "tandpleje": "Sundhed", "ppr": "Pædagogisk Psykologisk Rådgivning",
    "familierådgivning": "Familie og ungdom",
}  # fmt: skip
"""Everybody else is of `CARE`; an external provider is an authority of its own."""

HOUSES = words("""
Tusindfryd Skovbrynet Myretuen Troldhøj Regnbuen Stjernen Mariehønen Solhøj Spilloppen Humlebo Egernet Krudtuglen Nøddebo
Hyldespjældet Birkely Lærkereden Sommerfuglen Rønnebo Kernehuset Bakketoppen Græshoppen Fuglereden Åhaven Kastanjen Elverhøj
Pilehytten Bølgen Svalereden Valnødden Fyrtårnet Guldsmeden Kløverbo Ugleboet Strandskallen Rævebo Tangloppen Sneglehuset
Firkløveret Blåklokken Møllebo Grævlingen Æblehaven Månestrålen Bikuben Skovmusen Vandpytten Lillebjørn Morgenstjernen Ankeret
Ællingen Mælkevejen Kornblomsten Søhesten Sivsøen Hasselmusen Vindrosen Klitten Koglen Birkemusen Odderen
""")
SCHOOLS = words("""
Fjordskolen Lindeskolen Kystskolen Engskolen Højskovskolen Møllebakkeskolen Stationsskolen Bøgelundskolen Havneskolen
Kirkebakkeskolen Egeskolen Nordmarkskolen Sydvangskolen Midtbyskolen Klosterskolen Toftebjergskolen Lyngskolen Dalskolen
""")
CLUBS = words("Ankeret Kompasset Broen Kajen Loftet Remisen Havnen Stoppestedet Perronen Rampen Gnisten Tårnet")
YOUTH = words("Værkstedet Kaffebaren Musikhuset Garagen Frirummet Baghuset Øvelokalet Stationen Cafeen Tagetagen")
ROOMS = words("""
Solstrålerne Bierne Myrerne Haletudserne Egernene Sommerfuglene Krabberne Uglerne Frøerne Pindsvinene Mariehønsene Rævene
Musene Bjørnene Guldsmedene Hvalerne Kometerne Skovtroldene Lærkerne Søstjernerne Grævlingerne Ællingerne Blåmejserne
""")


class Places:
    """Units and groups by id; a name is used once and then with a number."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.units: dict[str, Unit] = {}
        self.groups: dict[tuple[str, str], Group] = {}
        self.names = {
            "house": _endless(HOUSES), "school": _endless(SCHOOLS), "club": _endless(CLUBS), "youth": _endless(YOUTH),
            "room": _endless(ROOMS),
        }  # fmt: skip

    def unit(self, name: str, kind: str, district: str = "", *, key: str = "", authority: str = "") -> Unit:
        """The unit of that name, made when it is new."""
        unit_id = f"unit-{key or _slug(name)}"
        if unit_id not in self.units:
            owner = authority or AUTHORITIES.get(kind, CARE)
            private = kind in ("børnehave", "skole") and not key and self.world.random.random() < 0.06
            opens = self.world.months_ago(12 * self.world.random.randint(19, 40))
            unit = Unit(unit_id, name, kind, district, owner, opens, private)
            self.units[unit_id] = unit
            self.world.units.append(unit)
        return self.units[unit_id]

    def group(self, unit: Unit, name: str, kind: str, opens: date | None = None, *, key: str = "") -> Group:
        """The unit's group of that name, made when it is new."""
        if (unit.unit_id, name) not in self.groups:
            group_id = f"group-{key or f'{len(self.world.groups) + 1:05}'}"
            group = Group(group_id, unit.unit_id, name, kind, opens or self.world.months_ago(12 * 9))
            self.groups[unit.unit_id, name] = group
            self.world.groups.append(group)
        return self.groups[unit.unit_id, name]

    def unit_of(self, group: Group) -> Unit:
        """The unit that a group belongs to."""
        return self.units[group.unit_id]


def _slug(name: str) -> str:
    return fold(name).replace(".", "").replace(" ", "-")


def _endless(names: list[str]) -> Iterator[str]:
    """Each name in turn; from the second round on with a number."""
    yield from names
    round_number = 2
    while True:
        yield from (f"{name} {round_number}" for name in names)
        round_number += 1

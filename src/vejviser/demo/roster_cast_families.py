"""The cast's children and their families: Solsikkerne, 2.B, and a young man in 9.A."""

from datetime import date, timedelta
from typing import NamedTuple

from vejviser.children.rules import fold
from vejviser.demo.roster_families import (
    Adult,
    Families,
    Pattern,
    apart,
    banned,
    father_without,
    foster,
    together,
    widowed,
)
from vejviser.demo.roster_world import Child, Enrolment, World


class Kid(NamedTuple):
    """A child of the cast. `born` is written for 10 March 2026 in day care, and as month-day in school."""

    key: str
    first: str
    last: str
    born: str
    female: bool
    pattern: Pattern = together
    mother: str = ""
    father: str = ""
    protection: str = "ingen"


GIRL, BOY = True, False
SOLSIKKERNE = (
    Kid("alma", "Alma", "Vestergaard", "2020-05-14", GIRL, together, "Camilla Vestergaard", "Rasmus Vestergaard"),
    Kid("konrad", "Konrad", "Brandt", "2021-09-02", BOY, apart, "Liv Brandt", "Thomas Juul"),
    Kid("viggo", "Viggo", "Thorup", "2022-08-21", BOY, together, "Sanne Thorup", "Kasper Thorup"),
    Kid("agnes", "Agnes", "Lykke", "2021-06-11", GIRL, together, "Marie Lykke", "Jeppe Lykke"),
    Kid("ingrid", "Ingrid", "Bay", "2021-04-29", GIRL, together, "Louise Bay", "Anders Bay"),
    Kid("omar", "Omar", "Saleh", "2020-08-17", BOY, together, "Rana Saleh", "Tarek Saleh"),
    Kid("bjoerk", "Bjørk", "Sand", "2022-05-03", GIRL),
    Kid("iben", "Iben", "Gade", "2020-11-08", GIRL),
    Kid("ida", "Ida", "Hedegaard", "2021-10-19", GIRL, apart),
    Kid("isak", "Isak", "Klit", "2022-07-12", BOY),
    Kid("asger", "Asger", "Ravn", "2020-07-01", BOY),
    Kid("carla", "Clara", "Lassen", "2020-09-23", GIRL),
    Kid("emil-s", "Emil", "Kruse", "2020-10-30", BOY, apart),
    Kid("freja", "Freja", "Bundgaard", "2021-03-17", GIRL),
    Kid("hugo", "Hugo", "Mose", "2021-05-26", BOY),
    Kid("luna", "Luna", "Carlsen", "2021-07-07", GIRL),
    Kid("mira", "Mira", "Kovalenko", "2021-08-15", GIRL),
    Kid("nohr", "Nohr", "Iversen", "2021-11-21", BOY),
    Kid("otto", "Otto", "Hald", "2021-12-02", BOY),
    Kid("saga", "Saga", "Nørgaard", "2022-03-28", GIRL, apart),
    Kid("theo", "Theo", "Buch", "2022-06-16", BOY),
    Kid("vilma", "Vilma", "Jespersen", "2022-09-05", GIRL),
)
CLASS_2B = (
    Kid("aksel", "Aksel", "Mikkelsen", "02-11", BOY),
    Kid("alberte", "Alberte", "Overgaard", "05-30", GIRL),
    Kid("amira", "Amira", "Haddad", "03-22", GIRL, together, "Nour Haddad", "Yusuf Haddad"),
    Kid("anton", "Anton", "Bruun", "09-14", BOY),
    Kid("asta", "Asta", "Poulsen", "06-08", GIRL),
    Kid("bertram", "Bertram", "Damgaard", "01-25", BOY),
    Kid("ella", "Ella", "Nissen", "11-03", GIRL, apart),
    Kid("elliot", "Elliot", "Lauridsen", "04-17", BOY),
    Kid("filippa", "Filippa", "Kirkegaard", "07-19", GIRL, apart, "Trine Kirkegaard", "Mads Kofoed"),
    Kid("hassan", "Hassan", "Ibrahim", "08-27", BOY),
    Kid("ida-2b", "Ida", "Steffensen", "12-06", GIRL),
    Kid("johan", "Johan", "Bertelsen", "02-28", BOY),
    Kid("karla", "Karla", "Enevoldsen", "10-09", GIRL, together, "Heidi Enevoldsen", "Brian Enevoldsen"),
    Kid("laerke", "Lærke", "Svendsen", "05-05", GIRL),
    Kid("magnus", "Magnus", "Høj", "06-24", BOY),
    Kid("malik", "Malik", "Farah", "03-31", BOY, father_without, "Hodan Farah", "Idris Farah"),
    Kid("mathilde", "Mathilde", "Frandsen", "09-01", GIRL),
    Kid("nikoline", "Nikoline", "Andreasen", "04-12", GIRL),
    Kid("oskar", "Oskar", "Clausen", "07-28", BOY, apart),
    Kid("rosa", "Rosa", "Søndergaard", "01-16", GIRL),
    Kid("sofus", "Sofus", "Mathiesen", "10-20", BOY, banned, "Laila Mathiesen", "Dennis Gade", "adresse"),
    Kid("tilde", "Tilde", "Villadsen", "08-13", GIRL, together, "Sofie Villadsen", "Esben Villadsen"),
    Kid("viktor", "Viktor", "Villadsen", "08-13", BOY, together, "Sofie Villadsen", "Esben Villadsen"),
    Kid("yasmin", "Yasmin", "Rahimi", "11-29", GIRL, foster, "Shirin Rahimi", "Lisbeth Paulsen"),
    Kid("zeynep", "Zeynep", "Kaya", "12-18", GIRL, widowed, "Elif Kaya", "Kerem Kaya"),
)
ELIAS = Kid("elias", "Elias", "Brandt", "07-28", BOY, apart, "Liv Brandt", "Peter Hald")
WITHOUT_SFO = ("oskar", "rosa")
ARABIC = ("Nour Haddad", "Yusuf Haddad")
KEYED = ("Camilla Vestergaard", "Rasmus Vestergaard")
"""Adults whom other parts of the demo find by an id of their own: `adult-camilla`."""


class CastFamilies:
    """Adds the families child by child; an adult who is named twice is the same person."""

    def __init__(self, world: World, families: Families) -> None:
        self.world, self.families = world, families
        self.adults: dict[str, Adult] = {}

    def build(self) -> None:
        """Add every child, its adults and its enrolments; Elias first, because he is the eldest of his mother."""
        young = self._child(ELIAS, self._school_birth(ELIAS, 9))
        self._enrol(young, "9a", self.world.class_start(9))
        self._enrol(young, "fyret-unge", self.world.class_start(1))
        for kid in CLASS_2B:
            pupil = self._child(kid, self._school_birth(kid, 2))
            for group in ("2b",) if kid.key in WITHOUT_SFO else ("2b", "2b-sfo"):
                self._enrol(pupil, group, self.world.class_start(2))
        for kid in SOLSIKKERNE:
            self._day_care(kid, self._child(kid, self.world.at(kid.born)))

    def _day_care(self, kid: Kid, child: Child) -> None:
        """Solsikkerne from the third birthday; Alma was on Humlebierne first."""
        move = self.world.at("2024-08-01")
        if kid.key == "alma":
            self._enrol(child, "humlebierne", self.world.at("2021-05-01"), move - timedelta(days=1))
            self._enrol(child, "solsikkerne", move)
        else:
            self._enrol(child, "solsikkerne", child.birth_date + timedelta(days=3 * 365))

    def _school_birth(self, kid: Kid, level: int) -> date:
        return date.fromisoformat(f"{self.world.school_year - level - 6}-{kid.born}")

    def _enrol(self, child: Child, key: str, opens: date, closes: date | None = None) -> None:
        group = next(one for one in self.world.groups if one.group_id == f"group-{key}")
        self.world.enrolments.append(Enrolment(child.child_id, group.unit_id, group.group_id, opens, closes))

    def _child(self, kid: Kid, born: date) -> Child:
        mother = self._adult(kid.mother, kid.last, GIRL, born)
        other = self._adult(kid.father, kid.last, kid.pattern is foster, born)
        home = self.families.home("Vest", kid.protection)._replace(protection_to=None)
        child = self.families.child(kid.key, kid.first, kid.last, born, kid.female, home, mother.language != "da")
        self.families.bind(child, kid.pattern, mother, other)
        return child

    def _adult(self, name: str, surname: str, female: bool, before: date) -> Adult:
        """Somebody of that name, or of any first name with the child's surname."""
        if name in self.adults:
            return self.adults[name]
        first, _, last = name.rpartition(" ")
        key = fold(first) if name in KEYED else ""
        adult = self.families.adult(female, first, last or surname, key, before=before)
        if name in ARABIC:
            adult = adult._replace(language="ar")
        if name:
            self.adults[name] = adult
        return adult

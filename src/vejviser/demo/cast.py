"""The cast of Fjordlund: who can be stepped in as, and what makes each worth trying."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

SOURCE_ID = "emp-{key}"


@dataclass(frozen=True)
class Member:
    """One person of the cast. `key` finds the employee in the roster; `role` and `worth` are translatable."""

    key: str
    name: str
    role: Any
    worth: Any

    @property
    def source_id(self) -> str:
        """The employee's id in the demo's roster files."""
        return SOURCE_ID.format(key=self.key)


@dataclass(frozen=True)
class Company:
    """A group of the cast under one heading. A family's members have no door of their own yet."""

    key: str
    heading: Any
    members: tuple[Member, ...]
    staff: bool = True


START = "mette"
CAST = (
    Company("daycare", _("Day care"), (
        Member("mette", "Mette Lindqvist", _("pædagog, Solsikkerne"), _("Holds the baton for Alma, Konrad and Viggo")),
        Member("jens", "Jens Holt", _("pædagog, Solsikkerne"), _("Assesses together with Mette")),
        Member("nadia", "Nadia Riber", _("pædagog, Kløverne"), _("The room next door: sees no child of Solsikkerne")),
        Member("ole", "Ole Friis", _("stopped on 28 February"), _("No longer sees the children")),
        Member("emil", "Emil Skov", _("stand-in, 10 March only"), _("Access for one day")),
        Member("gitte", "Gitte Olsen", _("childminder, Vest"), _("One assessor is enough")),
    )),
    Company("school", _("School and club"), (
        Member("jonas", "Jonas Bech", _("teacher, 2.B"), _("A round with 25 children")),
        Member("pia", "Pia Lund", _("pædagog, 2.B"), _("Sees Filippa and Karla differently from Jonas")),
        Member("sofie", "Sofie Dahl", _("teacher, 9.A"), _("Picked by Elias")),
        Member("amir", "Amir Nasser", _("pædagog, Klub Fyret"), _("Picked by Elias")),
        Member("tina", "Tina Marcussen", _("first-year teacher"), _("Receives Alma in August, sees nothing now")),
    )),
    Company("advisers", _("Health visitors, PPR and family advice"), (
        Member("karin", "Karin Storm", _("health visitor, Vest"), _("Own notes, takes the minutes of the team")),
        Member("line", "Line Aagaard", _("PPR psychologist"), _("In Alma's log with consent")),
        Member("sara", "Sara Dalsgaard", _("social worker, front team"), _("Advises and gives early help")),
        Member("aase", "Åse Krogh", _("school social worker, Øst"), _("Same role as Sara, no relation")),
        Member("signe", "Signe Ørum", _("authority's caseworker"), _("Only Malik")),
        Member("bo", "Bo Vester", _("prevention consultant, Vest"), _("Konrad's intervention")),
        Member("karl", "Karl Lind", _("external provider"), _("First name, age and own thread")),
    )),
    Company("leading", _("Leadership and operation"), (
        Member("henrik", "Henrik Toft", _("leader, Mælkebøtten"), _("My house, rounds without positions")),
        Member("ulla", "Ulla Winther", _("leader, Søvangskolen"), _("Another house")),
        Member("anne", "Anne Kjær", _("forum coordinator"), _("The agenda of 17 March")),
        Member("lone", "Lone Marker", _("centre head"), _("Summed figures only")),
        Member("birgitte", "Birgitte Vang", _("project leader"), _("Plan, guide and rounds")),
        Member("eva", "Eva Thorsen", _("evaluator"), _("Released figures")),
        Member("poul", "Poul Riis", _("politician"), _("Reports")),
        Member("dorthe", "Dorthe Krag", _("data protection officer"), _("Samples")),
        Member("ib", "Ib Lauritsen", _("system administrator"), _("Settings without names")),
    )),
    Company("family", _("Family"), (
        Member("camilla", "Camilla Vestergaard", _("Alma's mother"), _("The family's door")),
        Member("rasmus", "Rasmus Vestergaard", _("Alma's father"), _("The same words, answers of his own")),
        Member("elias", "Elias Brandt", _("15 years"), _("A page and choices of his own")),
    ), staff=False),
)  # fmt: skip


def member(key: str) -> Member | None:
    """The employee of the cast with this key; None for a stranger and for the family."""
    found = (one for company in CAST if company.staff for one in company.members if one.key == key)
    return next(found, None)

"""The words of the form for an underretning, printed empty: until it can be sent from here, nothing is typed on screen."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Field:
    """A question of the form. `lines` is the room to write in; `choices` are boxes to tick instead."""

    label: Any
    lines: int = 1
    hint: Any = ""
    choices: tuple[Any, ...] = ()

    @property
    def room(self) -> range:
        """The lines to write on."""
        return range(self.lines)


@dataclass(frozen=True)
class Part:
    heading: Any
    fields: tuple[Field, ...]


GROUNDS = (
    _("The child may need special support"),
    _("The child may need support right after birth"),
    _("Unlawful absence from school"),
    _("The child has been exposed to abuse, or is suspected to be"),
)
YES_NO = (_("Yes"), _("No"))
FORM = (
    Part(
        _("The child"),
        (
            Field(_("Name and civil registration number, or expected date of birth")),
            Field(_("Address, and where the child is right now")),
            Field(_("Day care, school or club")),
            Field(_("Brothers and sisters it may also concern")),
        ),
    ),
    Part(
        _("The parents"),
        (
            Field(_("Names and telephone numbers"), 2),
            Field(_("Who has custody, and who does the child live with?")),
            Field(_("Is an interpreter needed?"), choices=YES_NO, hint=_("Which language?")),
        ),
    ),
    Part(
        _("You who notify"),
        (
            Field(_("Name, position, workplace and telephone number"), 2),
            Field(_("How do you know the child, and since when?")),
            Field(_("Date and signature")),
        ),
    ),
    Part(
        _("Why you notify"),
        (
            Field(_("Ground"), choices=GROUNDS),
            Field(
                _("What have you seen and heard?"),
                8,
                _("Dates, places and the child's own words. Facts first, then what you think."),
            ),
            Field(_("Is there danger now or today?"), 2),
        ),
    ),
    Part(
        _("The child's well-being"),
        (
            Field(_("What goes well, and what does the child enjoy?"), 3),
            Field(_("What does the child say itself?"), 3),
            Field(_("Which help has been tried, when, and what came of it?"), 4),
        ),
    ),
    Part(
        _("Contact with the parents"),
        (
            Field(
                _("Have both parents been told, when, and what did they say?"),
                4,
                _("If you suspect violence or abuse, do not talk with them first. Write why they have not been told."),
            ),
        ),
    ),
    Part(
        _("For the one who receives it"),
        (
            Field(_("Received, date and time")),
            Field(_("Codes for the national statistics")),
        ),
    ),
)

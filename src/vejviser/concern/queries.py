"""Notes as pages read them, who may read a shared one, and whether a child is shielded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from vejviser.access.models import Sight
from vejviser.access.permissions import ChildSight, see
from vejviser.access.queries import list_sights, readers
from vejviser.accounts.models import Person
from vejviser.agreements.permissions import everyday_of, groups_of
from vejviser.children.models import Child
from vejviser.children.rules import age
from vejviser.concern.models import AbuseHold, Earlier, Happened, Note
from vejviser.concern.permissions import hold_own, note_own, note_read, note_shared
from vejviser.foundation import clock
from vejviser.foundation.looks import Shown
from vejviser.foundation.results import NotVisible
from vejviser.foundation.workdays import add_workdays
from vejviser.guide.queries import ActToday, Sheet, act_today, content, sheet
from vejviser.guide.rules.answer import SECTOR_OF_UNIT, band_of_age
from vejviser.organisation.models import Group
from vejviser.organisation.queries import number
from vejviser.ui.dates import local_day

PAGE = 50
MOST_CHILDREN = 90
FIRST = 6


def hold_on(child: UUID) -> bool:
    """Whether anybody shields the child now: then nothing new about it reaches the family."""
    return AbuseHold.objects.filter(child__ref=child, closed_at=None).exists()


def talk_by(written: date) -> date:
    """The last working day for the talk with the parents about a note of a day."""
    return add_workdays(written, number("concern.talk_task_wd"))


def my_notes(person: Person, before: Note | None = None) -> list[Note]:
    """A page of the person's own notes, newest first; the next page begins after `before`."""
    rows = note_own.rows(person).select_related("child", "group")
    if before is not None:
        rows = rows.filter(pk__lt=before.pk)
    return list(rows.order_by("-pk")[:PAGE])


def shared_with(person: Person) -> list[Note]:
    """What colleagues have shared with the person's rooms, newest first."""
    return list(note_shared.rows(person).select_related("child", "group", "author").order_by("-shared_at")[:PAGE])


def of_child(sight: ChildSight) -> list[Note]:
    """The notes about a child that the person may read, newest first; one query per page, kept on the sight."""
    kept = vars(sight)
    if "notes" not in kept:
        rows = note_read.rows(sight.person).filter(child=sight.child).select_related("author", "group")
        kept["notes"] = list(rows.order_by("-pk")[:PAGE])
    found: list[Note] = kept["notes"]
    return found


def sight_of(person: Person, note: Note) -> ChildSight | None:
    """What the person may see of the note's child now; None without a child or when the relation has ended."""
    try:
        return see(person, note.child.ref) if note.child else None
    except NotVisible:
        return None


def sights_of(person: Person, notes: Sequence[Note]) -> dict[int, ChildSight]:
    """Child id → what the person may see of the child now; children that are no longer theirs are missing."""
    wanted = {note.child_id for note in notes if note.child_id}
    return {sight.child.pk: sight for sight in list_sights(person, child__in=wanted)} if wanted else {}


def shown_of(person: Person, notes: Sequence[Note], sights: dict[int, ChildSight]) -> list[Shown]:
    """What a list of notes says to the record of looks; a note outlives the relation for its author alone."""
    return [_shown(person, note, note.child, sights.get(note.child.pk)) for note in notes if note.child]


def _shown(person: Person, note: Note, child: Child, sight: ChildSight | None) -> Shown:
    if sight is None:
        return Shown(child.ref, ("D4",), "-", "own_task")
    return sight.shown("D1", data_class(person, note))


def data_class(person: Person, note: Note) -> str:
    """For its author a note is an own note (D4); for those it is shared with, part of what the room knows (D3)."""
    return "D4" if note.author_id == person.pk else "D3"


@dataclass(frozen=True)
class Advice:
    """What the guide says to a level about a child of an age in a kind of unit, and what comes before it.

    `act_today` is set for level 5 and for suspected violence, `shielded` while a hold keeps the parents out.
    """

    level: int | None
    sheet: Sheet | None
    act_today: ActToday | None
    violence: bool
    shielded: bool


def advise(person: Person, sight: ChildSight | None, level: int | None, violence: bool = False) -> Advice:
    """The guide's next step; nothing while no level is chosen, and never a level of its own."""
    shielded = violence or (sight is not None and hold_on(sight.child.ref))
    if level is None and not violence:
        return Advice(None, None, None, False, shielded)
    band, sector = _guide_codes(sight)
    chosen = sheet(person, band=band, signs=(), level=str(level or ""), sector=sector)
    return Advice(level, chosen if chosen.answer else None, _urgent(chosen, band, violence), violence, shielded)


def _urgent(chosen: Sheet, band: str, violence: bool) -> ActToday | None:
    return act_today(band or None) if violence else chosen.act_today


def _guide_codes(sight: ChildSight | None) -> tuple[str, str]:
    """The age band and the column of the action guide for a child."""
    if sight is None:
        return "", ""
    years = age(sight.child.birth_date, clock.today())
    band = "ufoedt" if sight.child.unborn else band_of_age(content().guide, years)
    kinds = (way.unit.kind for way in sight.ways if way.group and way.unit)
    return band or "", next((SECTOR_OF_UNIT[kind] for kind in kinds if kind in SECTOR_OF_UNIT), "")


@dataclass(frozen=True)
class Choice:
    """Whom or what a note can be about. `first`: shown at once, the others after a click."""

    value: str
    child: Child | None
    group: Group | None
    about: str
    first: bool = False


def choices(person: Person, chosen: ChildSight | None = None) -> tuple[list[Choice], list[ChildSight]]:
    """The children of the person's own relations, those last written about first, then the groups; and the sights shown."""
    sights = list_sights(person)
    sights = sights if len(sights) <= MOST_CHILDREN else _last_written(person, sights)[:FIRST]
    ordered = _last_written(person, sights)
    if chosen:
        ordered = [chosen, *(sight for sight in ordered if sight.child != chosen.child)]
    children = [
        Choice(f"child:{sight.child.ref}", sight.child, None, "child", place < FIRST) for place, sight in enumerate(ordered)
    ]
    return children + _groups(person), ordered


def _groups(person: Person) -> list[Choice]:
    groups = groups_of(person).order_by("name")
    return [Choice(f"{about}:{group.ref}", None, group, about) for group in groups for about in ("group", "environment")]


def _last_written(person: Person, sights: list[ChildSight]) -> list[ChildSight]:
    """Newest note first, then by name."""
    last = dict(note_own.rows(person).values_list("child").annotate(last=Max("pk")).order_by())
    return sorted(sights, key=lambda sight: -last.get(sight.child.pk, 0))


def rooms(sight: ChildSight) -> list[Group]:
    """The rooms of the child through which the person knows it: what a note can be shared with."""
    found = {way.group.pk: way.group for way in sight.ways if way.group}
    return list(found.values())


@dataclass(frozen=True)
class Audience:
    """Who will read a shared note in a room, from the policy: `people` and `today_only` may, `leaders` may not."""

    group: Group
    people: list[Person]
    today_only: list[Person]
    leaders: list[Person]


def audiences(person: Person, note: Note, sight: ChildSight | None) -> list[Audience]:
    """The readers of a note that is shared, or of each room it could be shared with; without the person."""
    if note.child is None and note.group is not None:
        return [_of_group(person, note.group)]
    if note.shared_at and note.child and note.group:
        return [_in_room(person, note.child, note.group)]
    return audiences_of(person, sight)


def audiences_of(person: Person, sight: ChildSight | None) -> list[Audience]:
    """The readers in each room through which the person knows the child."""
    return [_in_room(person, sight.child, group) for group in rooms(sight)] if sight else []


def _in_room(person: Person, child: Child, group: Group) -> Audience:
    reading = [way for way in readers(child, "D3") if way.relation == "INST" and way.group_id == group.pk]
    others = {way.person_id: way for way in reading if way.person_id != person.pk}
    leading = Sight.objects.filter(child=child, relation="LEAD", unit=group.unit_id).open().select_related("person")
    return Audience(
        group,
        [way.person for way in others.values() if not _ends_today(way.tie_closes)],
        [way.person for way in others.values() if _ends_today(way.tie_closes)],
        [way.person for way in leading if way.person_id not in others and way.person_id != person.pk],
    )


def _of_group(person: Person, group: Group) -> Audience:
    """Those who share the everyday of a group, whichever child they know there."""
    ties = {tie.employment.person_id: tie for tie in everyday_of(group).exclude(employment__person=person)}
    return Audience(
        group,
        [tie.employment.person for tie in ties.values() if not _ends_today(tie.closes_at)],
        [tie.employment.person for tie in ties.values() if _ends_today(tie.closes_at)],
        [],
    )


def _ends_today(moment: datetime | None) -> bool:
    return moment is not None and local_day(moment) == clock.today()


def earlier_of(person: Person, note: Note) -> list[Earlier]:
    """The corrected versions, newest first; to others only those that stood while the note was shared."""
    rows = note.earlier.order_by("-replaced_at", "-pk")
    return list(rows if note.author_id == person.pk else rows.filter(replaced_at__gt=note.shared_at))


def happened_to(person: Person, note: Note) -> list[Happened]:
    """What happened since, oldest first; to others only from the sharing on."""
    rows = note.happened.select_related("by").order_by("at", "pk")
    return list(rows if note.author_id == person.pk else rows.filter(at__gte=note.shared_at))


def own_hold(person: Person, note: Note) -> AbuseHold | None:
    """The open hold that the person set with this note."""
    return hold_own.rows(person).filter(source=note.ref).first()


def choice_sentence(sights: Sequence[ChildSight]) -> str:
    """Why these children can be chosen, from the ways that give them."""
    places = dict.fromkeys(str(way.group or way.unit) for sight in sights for way in sight.ways if way.group or way.unit)
    if not places:
        return _("No children are tied to your work now.")
    return _("You can choose children of %(places)s because you work there.") % {"places": ", ".join(places)}

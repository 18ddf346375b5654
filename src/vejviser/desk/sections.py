"""The desk's own ways in: the start page first, the children, and a search in the phone's menu."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from vejviser.accounts.models import Person
from vejviser.desk.permissions import has_children_in_menu, may_notify
from vejviser.ui.navigation import Entry, offer


def _children(person: Person | AnonymousUser) -> bool:
    return isinstance(person, Person) and has_children_in_menu(person)


def _search(person: Person | AnonymousUser) -> bool:
    return isinstance(person, Person) and may_notify(person)


offer(Entry("overview", _("My overview"), "/overblik/", order=10))
offer(Entry("children", _("Children"), "/boern/", order=40, offered=_children))
offer(Entry("find", _("Find a child"), "/soeg/", order=10, offered=_search, place="drawer", icon="search"))
offer(Entry("notify", _("Notify"), "/underretning/", order=20, offered=_search, place="drawer", icon="send"))

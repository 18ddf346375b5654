"""The request of a view behind @needs: somebody is signed in."""

from django.http import HttpRequest

from vejviser.accounts.models import Person


class StaffRequest(HttpRequest):
    """A request whose user is a person; views that declare a permission are only reached with one."""

    user: Person

"""A form that is saved by an action: what a rule says no to is said on the form, and nothing that was typed is lost."""

from collections.abc import Callable

from django import forms

from vejviser.foundation.results import RuleBroken
from vejviser.ui.texts import say


def saved(form: forms.Form, act: Callable[[], object]) -> bool:
    """Run `act` if the form's fields hold up. False when they do not, or when a rule of the domain says no."""
    if not form.is_valid():
        return False
    try:
        act()
    except RuleBroken as broken:
        form.add_error(None, say(broken))
        return False
    return True

"""Where a person goes after signing in: back to the page they came from, if it is ours."""

from django import forms
from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme


class Return(forms.Form):
    """Carries `next` through the sign-in; an address of another site is dropped."""

    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_next(self) -> str:
        path = str(self.cleaned_data["next"])
        return path if url_has_allowed_host_and_scheme(path, allowed_hosts=None) else ""

    @property
    def path(self) -> str:
        """The page to go back to, or the start page."""
        return self.known or str(settings.LOGIN_REDIRECT_URL)

    @property
    def known(self) -> str:
        """The page to go back to, or "" when there is none."""
        return str(self.cleaned_data["next"]) if self.is_valid() else ""

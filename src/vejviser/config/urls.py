"""Every package brings its own addresses; here they are only gathered."""

from django.urls import include, path
from django.views.generic import RedirectView

root = RedirectView.as_view(url="/vejviser/")
root.declared = "public"  # type: ignore[attr-defined]

PACKAGES = (
    "ui accounts drafts audit worklist organisation access agreements guide concern relaylog screening referral desk demo"
)

urlpatterns = [path("", root), *(path("", include(f"vejviser.{name}.urls")) for name in PACKAGES.split())]
handler403 = "vejviser.ui.views.forbidden"
handler404 = "vejviser.ui.views.not_found"
handler500 = "vejviser.ui.views.failed"

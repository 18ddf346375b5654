"""Addresses of this package."""

from django.urls import path

from vejviser.access import consent_views as consent
from vejviser.access import views

CHILD = "boern/<uuid:ref>/samtykke/"

urlpatterns = [
    path("mit-hus/primaer/<uuid:ref>/", views.primaries, name="house_primaries"),
    path(CHILD, consent.consent_list, name="consents"),
    path(f"{CHILD}ny/", consent.ask, name="consent_ask"),
    path(f"{CHILD}<uuid:one>/", consent.one_consent, name="consent"),
    path(f"{CHILD}<uuid:one>/traek/", consent.take_back, name="consent_take_back"),
    path(f"{CHILD}<uuid:one>/svar/<uuid:signer>/", consent.answer, name="consent_answer"),
]

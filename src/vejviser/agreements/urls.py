"""Addresses of this package. An agreement's own pages name no child: it may be about a whole group."""

from django.urls import path

from vejviser.agreements import views

urlpatterns = [
    path("boern/<uuid:ref>/aftaler/", views.agreements, name="agreements"),
    path("aftaler/<uuid:ref>/", views.agreement, name="agreement"),
    path("aftaler/<uuid:ref>/gjort/", views.done, name="agreement_done"),
    path("aftaler/<uuid:ref>/ny-dato/", views.new_date, name="agreement_new_date"),
    path("aftaler/<uuid:ref>/opgivet/", views.given_up, name="agreement_given_up"),
    path("aftaler/<uuid:ref>/udbytte/", views.outcome, name="agreement_outcome"),
]

"""Addresses of this package."""

from django.urls import path

from vejviser.organisation import views

urlpatterns = [
    path("mit-hus/", views.my_house, name="my_house"),
    path("mit-hus/<uuid:ref>/", views.one_house, name="house"),
    path("mit-hus/<uuid:ref>/vikar/", views.stand_in, name="house_stand_in"),
    path("mit-hus/<uuid:ref>/ny/", views.place, name="house_place"),
    path("mit-hus/linje/<uuid:ref>/", views.row, name="house_row"),
    path("mit-hus/linje/<uuid:ref>/slut/", views.end, name="house_end"),
    path("mit-hus/stue/<uuid:ref>/vurderere/", views.assessors, name="house_assessors"),
    path("mit-hus/forslag/<uuid:ref>/", views.proposal, name="house_proposal"),
    path("opsaetning/", views.settings_page, name="setup"),
]

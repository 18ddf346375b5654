"""Addresses of this package: all open without login, and no answer is kept anywhere but in the address."""

from django.urls import path

from vejviser.guide import views

urlpatterns = [
    path("vejviser/", views.guide, name="guide"),
    path("vejviser/udskriv/", views.printed, name="guide_print"),
    path("vejviser/tegn/", views.signs, name="guide_signs"),
    path("vejviser/lineal/", views.lineal, name="guide_lineal"),
    path("vejviser/samtale/", views.talks, name="guide_talks"),
    path("vejviser/samtale/<slug:key>/", views.talk, name="guide_talk"),
    path("vejviser/dele/", views.sharing, name="guide_sharing"),
    path("vejviser/vold/", views.abuse, name="guide_abuse"),
    path("vejviser/underret/", views.notify, name="guide_notify"),
    path("vejviser/forloeb/", views.course, name="guide_course"),
    path("vejviser/faelles/", views.tracks, name="guide_tracks"),
    path("vejviser/soeg/", views.search, name="guide_search"),
]

"""Addresses of this package."""

from django.urls import path

from vejviser.desk import child_views, search_views, views

urlpatterns = [
    path("overblik/", views.overview),
    path("opgaver/", views.tasks),
    path("boern/", child_views.children),
    path("boern/<uuid:ref>/", child_views.child),
    path("boern/<uuid:ref>/ord/", child_views.words),
    path("boern/<uuid:ref>/kontakt/", child_views.contact),
    path("boern/<uuid:ref>/hvem/", child_views.readers),
    path("soeg/", search_views.search),
    path("soeg/praecis/", search_views.search_outside),
]

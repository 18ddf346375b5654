"""Addresses of this package."""

from django.urls import path, re_path

from vejviser.ui import views

urlpatterns = [
    re_path(r"^sprog/(?P<code>da|en)/$", views.language),
    path("hjaelp/", views.help_page),
    path("privatliv/", views.privacy),
    path("tilgaengelighed/", views.accessibility),
    path("til-stede/", views.present),
    path("sundhed/", views.health),
]

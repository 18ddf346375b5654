"""Addresses of this package."""

from django.urls import path

from vejviser.worklist import views

urlpatterns = [path("opgaver/<uuid:ref>/faerdig/", views.done)]

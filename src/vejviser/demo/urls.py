"""Addresses of this package."""

from django.urls import path

from vejviser.demo import views

urlpatterns = [path("demo/", views.step_in)]

"""Addresses of this package."""

from django.urls import path

from vejviser.referral import views

urlpatterns = [path("underretning/", views.notify, name="referral")]

"""Addresses of this package."""

from django.urls import path

from vejviser.accounts import views

urlpatterns = [
    path("log-ind/", views.sign_in_page),
    path("log-ud/", views.sign_out_page),
]

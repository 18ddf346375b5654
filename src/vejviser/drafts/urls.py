"""Addresses of this package."""

from django.urls import path

from vejviser.drafts import views

urlpatterns = [path("kladde/<slug:form>/<uuid:object_ref>/", views.draft, name="draft")]

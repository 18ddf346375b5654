"""Addresses of this package."""

from django.urls import path

from vejviser.relaylog import people_views, views, voice_views

LOG = "boern/<uuid:ref>/stafetlog/"

urlpatterns = [
    path(LOG, views.page, name="log"),
    path(f"{LOG}aabn/", views.open_log, name="log_open"),
    path(f"{LOG}dato/", views.next_date, name="log_next"),
    path(f"{LOG}aftale/", views.agreement, name="log_agreement"),
    path(f"{LOG}afslut/", views.close, name="log_close"),
    path(f"{LOG}afslut/svar/", views.look_back, name="log_look_back"),
    path(f"{LOG}bidrag/", voice_views.entry, name="log_entry"),
    path(f"{LOG}bidrag/<uuid:one>/ret/", voice_views.correct, name="log_correct"),
    path(f"{LOG}bidrag/<uuid:one>/andet-syn/", voice_views.dissent, name="log_dissent"),
    path(f"{LOG}bidrag/<uuid:one>/frigiv/", voice_views.release, name="log_release"),
    path(f"{LOG}niveau/", voice_views.level, name="log_level"),
    path(f"{LOG}niveau/handling/", voice_views.acted_on, name="log_acted_on"),
    path(f"{LOG}deltagere/", people_views.let_in, name="log_let_in"),
    path(f"{LOG}deltagere/netvaerk/", people_views.network, name="log_network"),
    path(f"{LOG}deltagere/<uuid:one>/slut/", people_views.see_out, name="log_see_out"),
    path(f"{LOG}stafet/", people_views.offer, name="log_offer"),
    path(f"{LOG}stafet/<uuid:one>/", people_views.answer, name="log_answer"),
]

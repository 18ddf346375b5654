"""Addresses of this package; none of them says anything about a child."""

from django.urls import path

from vejviser.concern import act_views, views

urlpatterns = [
    path("noter/", views.notes, name="notes"),
    path("noter/ny/", views.new, name="note_new"),
    path("noter/ny/raad/", views.advice, name="note_advice"),
    path("noter/<uuid:ref>/", views.note, name="note"),
    path("noter/<uuid:ref>/ret/", views.correct, name="note_correct"),
    path("noter/<uuid:ref>/del/", act_views.share, name="note_share"),
    path("noter/<uuid:ref>/samtale/", act_views.talk, name="note_talk"),
    path("noter/<uuid:ref>/aftale/", act_views.agree, name="note_agree"),
    path("noter/<uuid:ref>/vent/", act_views.wait, name="note_wait"),
    path("noter/<uuid:ref>/afslut/", act_views.close, name="note_close"),
    path("noter/<uuid:ref>/genaabn/", act_views.reopen, name="note_reopen"),
    path("noter/skaerm/<uuid:ref>/", act_views.lift, name="hold_lift"),
]

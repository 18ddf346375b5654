"""Addresses of this package."""

from django.urls import path

from vejviser.screening.views import assess, child, plan, reflect

urlpatterns = [
    path("runder/", plan.rounds, name="rounds"),
    path("runder/ny/", plan.new, name="round_new"),
    path("runder/<uuid:ref>/plan/", plan.table, name="round_plan"),
    path("runder/<uuid:ref>/varsel/", plan.notice, name="round_notice"),
    path("runder/<uuid:ref>/status/", plan.status, name="round_status"),
    path("runder/<uuid:ref>/aflys/", plan.cancel, name="round_cancel"),
    path("runder/<uuid:ref>/", assess.group, name="round_group"),
    path("runder/<uuid:ref>/saadan/", assess.how, name="round_how"),
    path("runder/<uuid:ref>/faerdig/", assess.done, name="round_done"),
    path("runder/<uuid:ref>/vis/", assess.show_all, name="round_show"),
    path("runder/<uuid:ref>/refleksion/", reflect.talk, name="round_talk"),
    path("runder/<uuid:ref>/refleksion/gruppe/", reflect.group, name="round_talk_group"),
    path("runder/<uuid:ref>/afslut/", reflect.finish, name="round_finish"),
    path("runder/barn/<uuid:ref>/", child.child, name="round_child"),
    path("runder/barn/<uuid:ref>/valg/", assess.choice, name="round_choice"),
    path("runder/barn/<uuid:ref>/udsagn/", child.describe, name="round_describe"),
    path("runder/barn/<uuid:ref>/ord/", child.words, name="round_words"),
    path("runder/barn/<uuid:ref>/nyt-syn/", child.new_view, name="round_new_view"),
    path("runder/barn/<uuid:ref>/faelles/", reflect.joint, name="round_joint"),
    path("runder/barn/<uuid:ref>/tal-om/", reflect.bring_in, name="round_bring_in"),
    path("runder/barn/<uuid:ref>/samtale/", child.parent_talk, name="round_parent_talk"),
    path("runder/barn/<uuid:ref>/indsigelse/", child.objection, name="round_objection"),
    path("runder/barn/<uuid:ref>/indsigelse/afgoer/", child.decide, name="round_decide"),
]

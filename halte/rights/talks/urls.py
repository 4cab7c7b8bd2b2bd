"""Addresses of talks: for officials, for the house, and the page where somebody asks."""

from django.urls import path

from halte.rights.talks import asked, sheet_views, views

app_name = "talks"

urlpatterns = [
    path("", views.home, name="home"),
    path("offer/", views.offer, name="offer"),
    path("ask/<uuid:talk_id>/", asked.ask, name="ask"),
    path("<uuid:talk_id>/", views.talk, name="talk"),
    path("<uuid:talk_id>/accept/", views.accept, name="accept"),
    path("<uuid:talk_id>/decline/", views.decline, name="decline"),
    path("<uuid:talk_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<uuid:talk_id>/heads/", views.count_heads, name="count_heads"),
    path("<uuid:talk_id>/state/", views.state_point, name="state_point"),
    path("<uuid:talk_id>/sign/", views.sign, name="sign"),
    path("point/<uuid:point_id>/take-out/", views.take_out_point, name="take_out_point"),
    path("sheet/<uuid:sheet_id>/<str:language>/", sheet_views.sheet, name="translate"),
    path("translation/<uuid:translation_id>/approve/", sheet_views.approve, name="approve_translation"),
    path("question/<uuid:question_id>/pass-on/", asked.pass_on, name="pass_on"),
    path("question/<uuid:question_id>/set-aside/", asked.set_aside, name="set_aside"),
    path("question/<uuid:question_id>/answer/", asked.answer, name="answer"),
]

"""Addresses of the speakers' pages."""

from django.urls import path

from halte.rights.voices import pages

app_name = "voices"

urlpatterns = [
    path("", pages.languages, name="languages"),
    path("recording/<uuid:recording_id>/sound", pages.sound, name="sound"),
    path("recording/<uuid:recording_id>/approve/", pages.approve, name="approve"),
    path("recording/<uuid:recording_id>/take-back/", pages.take_back, name="take_back"),
    path("<str:language>/", pages.topics, name="topics"),
    path("<str:language>/<str:slug>/", pages.topic, name="topic"),
    path("<str:language>/statement/<uuid:statement_id>/record/", pages.record, name="record"),
]

"""Addresses of the guide."""

from django.urls import path

from halte.rights import views
from halte.rights.places import reading as where
from halte.rights.talks import reading

app_name = "rights"

urlpatterns = [
    path("", views.languages, name="languages"),
    path("worker.js", views.worker, name="worker"),
    path("voice/<str:file>", views.voice, name="voice"),
    path("<str:language>/", views.topics, name="topics"),
    path("<str:language>/search/", views.find, name="find"),
    path("<str:language>/search.json", views.find_index, name="find_index"),
    path("<str:language>/places/", where.places, name="places"),
    path("<str:language>/talks/", reading.talks, name="talks"),
    path("<str:language>/talks/<uuid:talk_id>/", reading.talk, name="talk"),
    path("<str:language>/<str:slug>/poster/", views.poster, name="poster"),
    path("<str:language>/<str:slug>/", views.topic, name="topic"),
]

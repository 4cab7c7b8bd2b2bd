"""Addresses of "Say it"."""

from django.urls import path

from halte.complaints import views

app_name = "complaints"

urlpatterns = [
    path("", views.say, name="say"),
    path("answer/", views.fetch_answer, name="fetch_answer"),
    path("read/", views.reading, name="reading"),
    path("read/<uuid:complaint_id>/", views.complaint, name="complaint"),
    path("read/<uuid:complaint_id>/voice/", views.voice, name="voice"),
    path("read/<uuid:complaint_id>/answer/", views.answer, name="answer"),
    path("read/<uuid:complaint_id>/close/", views.close, name="close"),
    path("readers/", views.readers, name="readers"),
    path("readers/<uuid:reader_id>/end/", views.end_reader, name="end_reader"),
]

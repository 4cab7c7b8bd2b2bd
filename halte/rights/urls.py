"""Addresses of the guide."""

from django.urls import path

from halte.rights import views

app_name = "rights"

urlpatterns = [
    path("", views.languages, name="languages"),
    path("worker.js", views.worker, name="worker"),
    path("<str:language>/", views.topics, name="topics"),
    path("<str:language>/<str:slug>/", views.topic, name="topic"),
]

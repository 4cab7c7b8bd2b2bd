"""Addresses of `sync`."""

from django.urls import path

from halte.sync import views

app_name = "sync"

urlpatterns = [
    path("", views.overview, name="overview"),
    path("pinned/", views.pinned, name="pinned"),
]

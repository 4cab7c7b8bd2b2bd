"""Addresses of `reports`."""

from django.urls import path

from halte.reports import views

app_name = "reports"

urlpatterns = [
    path("", views.overview, name="overview"),
    path("tallies.csv", views.export, name="export"),
    path("morning/", views.morning_note, name="morning"),
    path("no-place/", views.no_place, name="no_place"),
    path("public/", views.public, name="public"),
    path("public/weeks.csv", views.public_export, name="public_export"),
]

"""Addresses of `outreach`."""

from django.urls import path

from halte.outreach import beds, views

app_name = "outreach"

urlpatterns = [
    path("", views.rounds, name="rounds"),
    path("beds/", beds.beds, name="beds"),
    path("beds/<uuid:asked_id>/take-back/", beds.take_back, name="take_back_beds"),
    path("<uuid:round_id>/take-back/", views.take_back, name="take_back"),
]

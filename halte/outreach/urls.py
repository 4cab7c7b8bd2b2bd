"""Addresses of `outreach`."""

from django.urls import path

from halte.outreach import views

app_name = "outreach"

urlpatterns = [
    path("", views.rounds, name="rounds"),
    path("<uuid:round_id>/take-back/", views.take_back, name="take_back"),
]

"""Addresses of `outreach`."""

from django.urls import path

from halte.outreach import views

app_name = "outreach"

urlpatterns = [path("", views.rounds, name="rounds")]

"""Addresses of the paper pack and of Catch up."""

from django.urls import URLPattern

app_name = "paper"

urlpatterns: list[URLPattern] = []

"""Addresses of "Say it"."""

from django.urls import URLPattern

app_name = "complaints"

urlpatterns: list[URLPattern] = []

"""Addresses of messages between people who look for each other."""

from django.urls import URLPattern

app_name = "tracing"

urlpatterns: list[URLPattern] = []

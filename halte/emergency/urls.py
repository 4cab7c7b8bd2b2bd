"""Addresses of what every screen has at hand: help, interpreters, visitors with a paper."""

from django.urls import URLPattern

app_name = "emergency"

urlpatterns: list[URLPattern] = []

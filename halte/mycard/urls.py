"""Addresses of `mycard`."""

from django.urls import URLPattern

app_name = "mycard"

urlpatterns: list[URLPattern] = []

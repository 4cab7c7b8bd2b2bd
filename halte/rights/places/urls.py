"""Addresses of a house's own words about itself."""

from django.urls import path

from halte.rights.places import views

app_name = "places"

urlpatterns = [
    path("", views.home, name="home"),
    path("full/", views.full, name="full"),
    path("publish/", views.publish, name="publish"),
]

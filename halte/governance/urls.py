"""Addresses of `governance`."""

from django.urls import path

from halte.governance import views
from halte.governance.replying import replies

app_name = "governance"

urlpatterns = [
    path("", views.proposals, name="proposals"),
    path("propose/", views.propose, name="propose"),
    path("mornings/", replies, name="mornings"),
    path("public/", views.public_list, name="public_list"),
    path("public/<slug:code>/", views.public, name="public"),
    path("proposals/<slug:code>/", views.proposal, name="proposal"),
    path("proposals/<slug:code>/opinion/", views.opinion, name="opinion"),
    path("proposals/<slug:code>/meeting/", views.meeting, name="meeting"),
    path("proposals/<slug:code>/decision/", views.decision, name="decision"),
]

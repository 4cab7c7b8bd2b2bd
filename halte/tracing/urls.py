"""Addresses of messages between people who look for each other."""

from django.urls import path

from halte.tracing import views

app_name = "tracing"

urlpatterns = [
    path("", views.write, name="write"),
    path("answer/", views.answer, name="answer"),
    path("match/", views.to_match, name="to_match"),
    path("<uuid:message_id>/offer/", views.offer, name="offer"),
    path("<uuid:message_id>/", views.message, name="message"),
    path("<uuid:message_id>/open/", views.open_message, name="open"),
    path("<uuid:message_id>/settle/", views.settle, name="settle"),
]

"""Addresses where readers say and ask. Not below the guide: a phone keeps what lies there."""

from django.urls import path

from halte.rights.asking import views

app_name = "asking"

urlpatterns = [
    path("page/<str:language>/<str:slug>/", views.page, name="page"),
    path("question/<str:language>/", views.question, name="question"),
    path("answer/<str:language>/", views.answer, name="answer"),
]

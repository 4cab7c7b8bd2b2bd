"""The address printed on every card, and what a guest does with their own card."""

from django.urls import path

from halte.mycard import views

app_name = "mycard"

urlpatterns = [
    path("mine/", views.mine, name="mine"),
    path("mine/everything/", views.everything, name="everything"),
    path("mine/correct/", views.correct, name="correct"),
    path("mine/erase/", views.erase, name="erase"),
    path("mine/end/", views.end, name="end"),
    path("pair/<str:link>/", views.pair, name="pair"),
    path("appeal/", views.appeal, name="appeal"),
    path("how/", views.how, name="how"),
    path("<str:secret>", views.card, name="card"),
]

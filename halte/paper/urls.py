"""Addresses of the paper pack and of Catch up."""

from django.urls import path

from halte.paper import views

app_name = "paper"

urlpatterns = [
    path("", views.home, name="home"),
    path("print/", views.print_pack, name="print"),
    path("pack/", views.pack, name="pack"),
    path("catch-up/", views.catch_up, name="catch_up"),
    path("catch-up/open/", views.open_period, name="open_period"),
    path("catch-up/line/", views.enter, name="enter"),
    path("catch-up/close/", views.close_period, name="close_period"),
    path("catch-up/clashes/<uuid:line_id>/", views.decide, name="decide"),
    path("catch-up/undo/<uuid:line_id>/", views.undo, name="undo"),
]

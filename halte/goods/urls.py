"""Addresses of `goods`."""

from django.urls import path

from halte.goods import views

app_name = "goods"

urlpatterns = [
    path("", views.stock, name="stock"),
    path("usual-kinds/", views.add_usual_kinds, name="add_usual_kinds"),
    path("give/<uuid:guest_id>/", views.choose, name="choose"),
    path("given/<uuid:guest_id>/", views.give, name="give"),
    path("distribution/", views.distribution, name="distribution"),
    path("distribution/<uuid:distribution_id>/number/", views.take_number, name="take_number"),
    path("distribution/<uuid:distribution_id>/given/", views.give_for_number, name="give_for_number"),
    path("distribution/<uuid:distribution_id>/end/", views.end_distribution, name="end_distribution"),
    path("<uuid:variant_id>/", views.variant, name="variant"),
    path("<uuid:variant_id>/receive/", views.receive, name="receive"),
    path("<uuid:variant_id>/count/", views.count, name="count"),
    path("<uuid:variant_id>/discard/", views.discard, name="discard"),
    path("<uuid:variant_id>/give/", views.give_without_card, name="give_without_card"),
    path("undo/<uuid:line_id>/", views.undo, name="undo"),
]

"""Addresses of a site's own pages."""

from django.urls import path

from halte.sites import cold_views, house, views

app_name = "sites"

urlpatterns = [
    path("", views.overview, name="overview"),
    path("services/<slug:service>/close/", views.close_service, name="close_service"),
    path("services/<slug:service>/open/", views.open_service, name="open_service"),
    path("closed-days/", views.closed_days, name="closed_days"),
    path("rooms/", views.rooms, name="rooms"),
    path("rooms/add/", house.add_room, name="add_room"),
    path("rooms/<uuid:room_id>/", views.room, name="room"),
    path("rooms/<uuid:room_id>/close/", views.close_room, name="close_room"),
    path("rooms/<uuid:room_id>/open/", views.open_room, name="open_room"),
    path("rooms/<uuid:room_id>/change/", house.change_room, name="change_room"),
    path("rooms/<uuid:room_id>/beds/", house.add_beds, name="add_beds"),
    path("standards/", house.standards, name="standards"),
    path("beds/<uuid:bed_id>/state/", views.bed_state, name="bed_state"),
    path("beds/<uuid:bed_id>/kept-back/", views.keep_back, name="keep_back"),
    path("rules/", views.rules, name="rules"),
    path("cold/", cold_views.cold_plan, name="cold"),
    path("cold/set/", cold_views.set_cold_plan, name="set_cold"),
    path("cold/on/", cold_views.cold_on, name="cold_on"),
    path("cold/end/", cold_views.cold_end, name="cold_end"),
    path("cold/off/", cold_views.cold_off, name="cold_off"),
    path("cold/poster/", cold_views.cold_poster, name="cold_poster"),
    path("house-rules/", views.house_rules, name="house_rules"),
]

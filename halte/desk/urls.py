"""Addresses of the desk."""

from django.urls import path

from halte.desk import views
from halte.desk.everything import everything
from halte.desk.hall import hall
from halte.desk.kiosk.views import open_kiosk
from halte.desk.last_hour import last_hour, sheet, sheet_for

app_name = "desk"

urlpatterns = [
    path("", views.front_door, name="front_door"),
    path("desk/", views.home, name="home"),
    path("desk/scan/", views.scan, name="scan"),
    path("desk/guest/<uuid:guest_id>/", views.guest, name="guest"),
    path("desk/guest/<uuid:guest_id>/welcome/", views.welcome, name="welcome"),
    path("desk/everything/", everything, name="everything"),
    path("hall/<slug:code>/", hall, name="hall"),
    path("desk/undo/<uuid:line_id>/", views.undo, name="undo"),
    path("desk/camera/", views.decode, name="decode"),
    path("desk/rain/", views.rain, name="rain"),
    path("desk/arrivals/", views.arrivals, name="arrivals"),
    path("desk/arrivals/hold/", views.hold_beds, name="hold_beds"),
    path("desk/arrivals/<uuid:line_id>/", views.arrived, name="arrived"),
    path("desk/arrivals/<uuid:line_id>/card/", views.arrived_card, name="arrived_card"),
    path("desk/arrivals/<uuid:line_id>/things/", views.arrived_things, name="arrived_things"),
    path("desk/kiosk/", open_kiosk, name="open_kiosk"),
    path("desk/last-hour/", last_hour, name="last_hour"),
    path("desk/tonight/<slug:language>/", sheet, name="sheet"),
    path("desk/tonight/<slug:language>/<uuid:guest_id>/", sheet_for, name="sheet_for"),
    path("desk/line/", views.lines, name="lines"),
    path("desk/line/<slug:service>/", views.line_mode, name="line"),
    path("desk/line/<slug:service>/press/", views.line_press, name="line_press"),
    path("desk/line/<slug:service>/undo/", views.line_undo, name="line_undo"),
]

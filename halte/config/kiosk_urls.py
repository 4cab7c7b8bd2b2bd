"""Every address of a machine in kiosk mode: the kiosk and the guide. It has no other."""

from django.urls import include, path

from halte.desk.kiosk import views
from halte.rights.asking import views as asking

urlpatterns = [
    path("kiosk/", include("halte.desk.kiosk.urls")),
    # What is said about the house is written on a phone, not under the eyes of a hall: the link leads to the start.
    path("say/", include(([path("", views.nothing_here, name="say")], "complaints"))),
    # The guide's worker would keep copies of pages that outlive the person who read them.
    path("guide/worker.js", views.nothing_here),
    # What somebody typed into a search would stand there for the next person; a leaflet is printed at a desk.
    path("guide/<str:language>/search/", views.nothing_here),
    path("guide/<str:language>/search.json", views.nothing_here),
    path("guide/<str:language>/<str:slug>/poster/", views.nothing_here),
    path("guide/", include("halte.rights.urls")),
    # An official is asked from a phone, for the same reason.
    path("talks/", include(([path("ask/<uuid:talk_id>/", views.nothing_here, name="ask")], "talks"))),
    # One press says that a page is not clear; a question is written on a phone, which a code on the page leads to.
    path("ask/", include(([path("page/<str:language>/<str:slug>/", asking.page, name="page")], "asking"))),
]

handler404 = "halte.desk.kiosk.views.nothing_here"
handler400 = "halte.web.views.bad_request"
handler403 = "halte.web.views.permission_denied"
handler500 = "halte.web.views.server_error"

"""Every address of Halte, by the app that answers it."""

from django.urls import include, path

from halte.config.api import api
from halte.config.thief import what_a_thief_gets

urlpatterns = [
    path("", include("halte.desk.urls")),
    path("thief/", what_a_thief_gets, name="what_a_thief_gets"),
    path("c/", include("halte.mycard.urls")),
    path("guide/", include("halte.rights.urls")),
    path("ask/", include("halte.rights.asking.urls")),
    path("editing/voices/", include("halte.rights.voices.urls")),
    path("editing/", include("halte.rights.editing.urls")),
    path("place/", include("halte.rights.places.urls")),
    path("talks/", include("halte.rights.talks.urls")),
    path("cards/", include("halte.guests.urls")),
    path("visits/", include("halte.visits.urls")),
    path("nights/", include("halte.nights.urls")),
    path("goods/", include("halte.goods.urls")),
    path("advice/", include("halte.advice.urls")),
    path("outreach/", include("halte.outreach.urls")),
    path("messages/", include("halte.tracing.urls")),
    path("say/", include("halte.complaints.urls")),
    path("now/", include("halte.emergency.urls")),
    path("paper/", include("halte.paper.urls")),
    path("reports/", include("halte.reports.urls")),
    path("governance/", include("halte.governance.urls")),
    path("funding/", include("halte.funding.urls")),
    path("sync/", include("halte.sync.urls")),
    path("sites/", include("halte.sites.urls")),
    path("account/", include("halte.accounts.urls")),
    path("account/", include("halte.accounts.sign_in_urls")),
    path("api/v1/", api.urls),
    path("styleguide/", include("halte.web.urls")),
]

handler400 = "halte.web.views.bad_request"
handler403 = "halte.web.views.permission_denied"
handler404 = "halte.web.views.page_not_found"
handler500 = "halte.web.views.server_error"

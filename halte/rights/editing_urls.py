"""Addresses of the editors' pages."""

from django.urls import path

from halte.rights import editing

app_name = "editing"

urlpatterns = [
    path("", editing.desk, name="desk"),
    path("law/", editing.law, name="law"),
    path("text/<uuid:wording_id>/", editing.wording, name="wording"),
    path("text/<uuid:wording_id>/propose/", editing.propose, name="propose"),
    path("version/<uuid:revision_id>/approve/", editing.approve, name="approve"),
    path("version/<uuid:revision_id>/restore/", editing.restore, name="restore"),
]

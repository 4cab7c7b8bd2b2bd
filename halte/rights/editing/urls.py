"""Addresses of the editors' pages."""

from django.urls import path

from halte.rights.editing import (
    adding,
    asked,
    begun,
    checks,
    desk,
    footing,
    ordering,
    signing,
    texts,
    translations,
    versions,
)

app_name = "editing"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("law/", desk.law, name="law"),
    path("asked/", asked.asked, name="asked"),
    path("asked/<uuid:question_id>/", asked.question, name="question"),
    path("marked/<str:language>/<str:slug>/", asked.marked, name="marked"),
    path("marked/<str:language>/<str:slug>/dealt-with/", asked.dealt_with, name="dealt_with"),
    path("statement/<uuid:statement_id>/", checks.statement, name="statement"),
    path("statement/<uuid:statement_id>/rests-on/", footing.footing, name="footing"),
    path("statement/<uuid:statement_id>/move/", ordering.move_statement, name="move_statement"),
    path("source/<uuid:source_id>/", footing.source, name="source"),
    path("check/<uuid:check_id>/confirm/", checks.confirm, name="confirm"),
    path("topic/<str:slug>/", texts.topic, name="topic"),
    path("order/<str:slug>/", ordering.move_topic, name="move_topic"),
    path("topic/<str:slug>/<str:language>.xlf", translations.xliff_out, name="xliff_out"),
    path("topic/<str:slug>/<str:language>/", begun.begun, name="begun"),
    path("begun/<uuid:begun_id>/approve/", begun.approve_begun, name="approve_begun"),
    path("add/", adding.topic, name="add_topic"),
    path("add/<slug:slug>/", adding.statement, name="add_statement"),
    path("added/<uuid:new_id>/", adding.added, name="added"),
    path("added/<uuid:new_id>/approve/", adding.approve_added, name="approve_added"),
    path("translated/", translations.xliff_in, name="xliff_in"),
    path("text/<uuid:wording_id>/", texts.wording, name="wording"),
    path("page/<uuid:page_id>/", texts.page, name="page"),
    path("page/<uuid:page_id>/read-through/", signing.read_through, name="read_through"),
    path("to-read/<str:language>/", signing.to_read, name="to_read"),
    path("version/<uuid:revision_id>/approve/", versions.approve, name="approve"),
    path("version/<uuid:revision_id>/restore/", versions.restore, name="restore"),
]

"""Addresses of `funding`."""

from django.urls import path

from halte.funding import views

app_name = "funding"

urlpatterns = [
    path("", views.overview, name="overview"),
    path("agreements/new/", views.new_agreement, name="new_agreement"),
    path("agreements/<uuid:agreement_id>/", views.statement, name="statement"),
    path("expenses/new/", views.new_expense, name="new_expense"),
    path("expenses/<uuid:expense_id>/", views.expense, name="expense"),
    path("expenses/<uuid:expense_id>/receipt/", views.receipt, name="receipt"),
    path("expenses/<uuid:expense_id>/share/", views.share, name="share"),
    path("expenses/<uuid:expense_id>/correct/", views.correct, name="correct"),
]

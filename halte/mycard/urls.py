"""The address printed on every card."""

from django.urls import path

from halte.mycard import views

app_name = "mycard"

urlpatterns = [path("<str:secret>", views.card, name="card")]
